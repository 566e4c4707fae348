"""Fill the database of a demo with the full week: run as a program of its own by ``conftest``."""

import os

import django

if __name__ == "__main__":
    os.environ["DJANGO_SETTINGS_MODULE"] = "contactdays.config.settings"
    django.setup()
    from django.core.management import call_command

    from tests.web.weeks import full_week

    call_command("migrate", verbosity=0)
    full_week()
