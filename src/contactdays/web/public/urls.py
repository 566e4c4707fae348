from django.urls import URLPattern, path, register_converter

from contactdays.web.parts.converters import CodeConverter, DayConverter
from contactdays.web.public import views
from contactdays.web.public.components import components

register_converter(DayConverter, "day")
register_converter(CodeConverter, "session")


def urlpatterns(*, demo: bool) -> list[URLPattern]:
    """The public addresses; the sheet of components only in a demo."""
    always = [
        path("", views.front, name="front"),
        path("programme/", views.programme, name="programme"),
        path("programme.ics", views.calendar, name="calendar"),
        path("programme/<day:day>/", views.day, name="day"),
        path("programme/<session:code>/", views.session, name="session"),
        path("accessibility/", views.accessibility, name="accessibility"),
        path("privacy/", views.privacy, name="privacy"),
    ]
    return [*always, path("components/", components, name="components")] if demo else always
