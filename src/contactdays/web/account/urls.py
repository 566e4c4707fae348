from django.urls import URLPattern, path

from contactdays.web.account import demo as demonstration
from contactdays.web.account import views


def urlpatterns(*, demo: bool) -> list[URLPattern]:
    """Signing in and out; as an invented person only where the installation is a demo."""
    always = [
        path("sign-in/", views.sign_in, name="sign-in"),
        path("sign-out/", views.sign_out, name="sign-out"),
    ]
    return [*always, path("demo/", demonstration.show, name="demo")] if demo else always
