import pytest
from django.core.cache import caches

from contactdays.core.scope import edition_scope
from tests.factories import make_edition


@pytest.fixture(autouse=True)
def nothing_kept():
    """Each test begins without kept pages: a test that is rolled back leaves the numbers of its rows to the next."""
    caches["pages"].clear()


@pytest.fixture
def edition(db):
    """An empty edition, in scope."""
    edition = make_edition()
    with edition_scope(edition):
        yield edition
