from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "contactdays.intake"
    label = "intake"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from contactdays.intake.permissions import register_all

        register_all()
