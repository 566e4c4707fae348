from django.apps import AppConfig


class BilateralsConfig(AppConfig):
    name = "contactdays.bilaterals"
    label = "bilaterals"
    default_auto_field = "django.db.models.BigAutoField"
