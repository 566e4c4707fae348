from django.urls import path, register_converter

from contactdays.web.parts.converters import CodeConverter, DayConverter
from contactdays.web.public import views

register_converter(DayConverter, "day")
register_converter(CodeConverter, "session")


urlpatterns = [
    path("", views.front, name="front"),
    path("programme/", views.programme, name="programme"),
    path("programme.ics", views.calendar, name="calendar"),
    path("programme/<day:day>/", views.day, name="day"),
    path("programme/<session:code>/", views.session, name="session"),
    path("accessibility/", views.accessibility, name="accessibility"),
    path("privacy/", views.privacy, name="privacy"),
]
