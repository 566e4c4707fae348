from django.apps import AppConfig


class AgendasConfig(AppConfig):
    name = "contactdays.agendas"
    label = "agendas"
    default_auto_field = "django.db.models.BigAutoField"
