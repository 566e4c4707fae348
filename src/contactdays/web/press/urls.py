from django.urls import path

from contactdays.web.press import releases

urlpatterns = [
    path("", releases.overview, name="home"),
]
