"""Every address of the site. Who may enter which stands in ``web.policy``."""

from django.conf import settings
from django.urls import URLResolver, include, path, register_converter

from contactdays.web import site
from contactdays.web.account import urls as account
from contactdays.web.components import urls as components
from contactdays.web.organiser import urls as organiser
from contactdays.web.participant import urls as participant
from contactdays.web.parts.converters import EditionConverter, LanguageConverter
from contactdays.web.press import urls as press
from contactdays.web.public import urls as public
from contactdays.web.public.press import urls as pressroom

register_converter(LanguageConverter, "language")
register_converter(EditionConverter, "edition")


def addresses(*, demo: bool) -> list[URLResolver]:
    """The addresses of an installation; with the demo's own only for a demo."""
    of_the_site = [
        path("", site.door, name="door"),
        path("healthz", site.health, name="health"),
        path("robots.txt", site.robots, name="robots"),
        path("sitemap.xml", site.sitemap, name="sitemap"),
    ]
    of_an_edition = [
        path("", include((public.urlpatterns, "public"))),
        path("", include((participant.urlpatterns, "participant"))),
        path("press/", include((pressroom.urlpatterns, "pressroom"))),
        path("press-office/", include((press.urlpatterns, "press"))),
        path("calendar/", include((participant.feed_urlpatterns, "calendar"))),
        path("organiser/", include((organiser.urlpatterns, "organiser"))),
        path("account/", include((account.urlpatterns(demo=demo), "account"))),
    ]
    if demo:
        of_an_edition.append(path("components/", include((components.urlpatterns, "components"))))
    return [
        path("", include((of_the_site, "site"))),
        path("<language:language>/<edition:edition>/", include(of_an_edition)),
    ]


urlpatterns = addresses(demo=settings.DEMO)
