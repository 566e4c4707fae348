from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "contactdays.web"
    label = "web"

    def ready(self) -> None:
        from django.contrib.auth.signals import user_logged_in, user_logged_out

        from contactdays.web.forgetting import note_change

        for signal in (user_logged_in, user_logged_out):
            signal.connect(note_change, dispatch_uid="kept pages")
