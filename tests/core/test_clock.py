from datetime import UTC, datetime

import pytest

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
