from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "contactdays.people"
    label = "people"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from contactdays.people import permissions

        permissions.register_all()
