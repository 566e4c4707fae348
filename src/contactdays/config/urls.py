"""Every address of the installation: ``/<language>/<edition>/…`` and the few that belong to none."""

from contactdays.web.urls import urlpatterns

handler400 = "contactdays.web.errors.bad_request"
handler403 = "contactdays.web.errors.not_allowed"
handler404 = "contactdays.web.errors.not_found"
handler500 = "contactdays.web.errors.broken"

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]
