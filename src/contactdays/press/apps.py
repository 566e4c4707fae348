from django.apps import AppConfig


class PressConfig(AppConfig):
    name = "contactdays.press"
    label = "press"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from contactdays.core.guards import declare
        from contactdays.press import permissions
        from contactdays.press.guards import guards

        declare(guards)
        permissions.register_all()
