from django.apps import AppConfig


class PlanningConfig(AppConfig):
    name = "contactdays.planning"
    label = "planning"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from contactdays.core.guards import declare
        from contactdays.planning import permissions
        from contactdays.planning.guards import guards

        declare(guards)
        permissions.register_all()
