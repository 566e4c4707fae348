from django.urls import path

from contactdays.web.components import views

urlpatterns = [path("", views.sheet, name="sheet")]
