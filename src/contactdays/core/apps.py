from django.apps import AppConfig
from django.db.backends.signals import connection_created
from django.db.models.signals import post_migrate


class CoreConfig(AppConfig):
    name = "contactdays.core"
    label = "core"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from contactdays.core.durability import require_durable
        from contactdays.core.guards import install_after_migrate

        connection_created.connect(require_durable, dispatch_uid="contactdays.durability")
        post_migrate.connect(install_after_migrate, sender=self, dispatch_uid="contactdays.guards")
