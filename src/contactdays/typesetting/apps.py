from django.apps import AppConfig


class TypesettingConfig(AppConfig):
    name = "contactdays.typesetting"
    label = "typesetting"
    default_auto_field = "django.db.models.BigAutoField"
