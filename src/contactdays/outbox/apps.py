from django.apps import AppConfig


class OutboxConfig(AppConfig):
    name = "contactdays.outbox"
    label = "outbox"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from contactdays.core.guards import declare
        from contactdays.outbox.guards import guards

        declare(guards)
