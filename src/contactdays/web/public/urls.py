from django.urls import path

from contactdays.web.public import views

urlpatterns = [
    path("", views.front, name="front"),
    path("programme/", views.programme, name="programme"),
    path("accessibility/", views.accessibility, name="accessibility"),
    path("privacy/", views.privacy, name="privacy"),
]
