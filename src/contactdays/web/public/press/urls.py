from django.urls import path

from contactdays.web.public.press import views

urlpatterns = [
    path("", views.home, name="home"),
]
