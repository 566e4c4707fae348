from django.apps import AppConfig


class CliConfig(AppConfig):
    name = "contactdays.cli"
    label = "cli"
