from django.apps import AppConfig


class AgendasConfig(AppConfig):
    name = "contactdays.agendas"
    label = "agendas"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from contactdays.agendas import permissions

        permissions.register_all()
