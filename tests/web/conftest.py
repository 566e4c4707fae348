import pytest

from tests.web.weeks import FullWeek, full_week


@pytest.fixture
def week(db) -> FullWeek:
    """The full week ``week-2026``. Pages enter its scope themselves, so none is in force here."""
    return full_week()
