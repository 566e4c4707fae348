from django.apps import AppConfig


class EditionsConfig(AppConfig):
    name = "contactdays.editions"
    label = "editions"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from contactdays.core.guards import declare
        from contactdays.editions.guards import guards

        declare(guards)
