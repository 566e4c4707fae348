from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "contactdays.web"
    label = "web"
