import pytest
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpResponse
from django.test import override_settings
from django.urls import get_resolver, include, path

from contactdays.web import policy
from contactdays.web.middleware import AudienceMiddleware
from contactdays.web.urls import addresses

DEMO_ADDRESS = "/nl/week-2026/account/demo/"


def forgotten(request):
    return HttpResponse("open to all")


class Undeclared:
    urlpatterns = [*addresses(demo=False), path("forgotten/", forgotten, name="forgotten")]


class Unnamed:
    urlpatterns = [*addresses(demo=False), path("forgotten/", forgotten)]


class Missing:
    urlpatterns = addresses(demo=False)[:1]


def test_every_address_is_declared_and_nothing_else():
    assert set(policy.route_names(get_resolver())) == set(policy.audiences())


@pytest.mark.parametrize(
    ("urlconf", "told"),
    [
        (Undeclared, r"not declared \['forgotten'\], declared but not there \[\]"),
        (Unnamed, r"not declared \[''\], declared but not there \[\]"),
        (Missing, r"not declared \[\], declared but not there \['account:sign-in'.*'public:session'\]"),
    ],
)
def test_installation_with_another_set_of_addresses_does_not_start(urlconf, told):
    with override_settings(ROOT_URLCONF=urlconf), pytest.raises(ImproperlyConfigured, match=told):
        AudienceMiddleware(lambda request: HttpResponse())


def test_address_inside_unnamed_namespace_is_named_by_itself():
    resolver = include([path("here/", forgotten, name="here")])

    class Nested:
        urlpatterns = [path("there/", resolver)]

    assert list(policy.route_names(get_resolver(Nested))) == ["here"]


def test_audience_of_an_undeclared_address_is_refused():
    with pytest.raises(ImproperlyConfigured, match="does not say who may enter organiser:secret"):
        policy.audience_of("organiser:secret")


def test_demo_address_is_declared_in_a_demo_only(settings):
    settings.DEMO = True
    assert policy.audience_of("account:demo") is policy.Audience.ACCOUNT
    settings.DEMO = False
    with pytest.raises(ImproperlyConfigured):
        policy.audience_of("account:demo")
