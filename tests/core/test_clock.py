from datetime import UTC, datetime

import pytest
from django.core.exceptions import ImproperlyConfigured

from contactdays.config.settings import held_clock
from contactdays.core import clock

NOON = datetime(2026, 2, 2, 12, tzinfo=UTC)


def test_the_clock_can_be_set_and_goes_on_afterwards():
    with clock.at(NOON):
        assert clock.now() == NOON
    assert clock.now() > NOON.replace(year=2025)
    assert clock.now().utcoffset() == UTC.utcoffset(None)


def test_an_instant_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"), clock.at(NOON.replace(tzinfo=None)):
        pass


def test_the_clock_stands_still_where_the_setting_holds_it(settings):
    settings.NOW = NOON
    assert clock.now() == NOON
    with clock.at(NOON.replace(hour=13)) as later:
        assert clock.now() == later


@pytest.mark.parametrize("mode", ["demo", "test"])
def test_a_demo_or_a_test_may_hold_the_clock(mode):
    assert held_clock(mode, "2026-02-02T13:00:00+01:00") == NOON
    assert held_clock(mode, "") is None


@pytest.mark.parametrize(
    ("mode", "instant", "told"),
    [
        ("production", "2026-02-02T13:00:00+01:00", "refused in production"),
        ("demo", "2026-02-02T13:00:00", "without its zone"),
        ("demo", "Wednesday", "no ISO 8601 instant"),
    ],
)
def test_holding_the_clock_is_refused(mode, instant, told):
    with pytest.raises(ImproperlyConfigured, match=told):
        held_clock(mode, instant)
