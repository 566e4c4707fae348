from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "contactdays.audit"
    label = "audit"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from contactdays.audit.guards import guards
        from contactdays.core.guards import declare

        declare(guards)
