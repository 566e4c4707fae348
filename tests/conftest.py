import pytest

from contactdays.core.scope import edition_scope
from tests.factories import make_edition


@pytest.fixture
def edition(db):
    """An empty edition, in scope."""
    edition = make_edition()
    with edition_scope(edition):
        yield edition
