import os

import pytest
from django.conf import settings
from django.core.cache import caches
from django.db import connection

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


@pytest.fixture
def empty_database(tmp_path, django_db_blocker):
    """The address of a database of its own, on SQLite a file, on PostgreSQL one beside the tests' own."""
    if connection.vendor == "sqlite":
        yield str(tmp_path / "apart.sqlite3")
        return
    given = os.environ["CONTACTDAYS_DATABASE"]
    name = f"{settings.DATABASES['default']['NAME']}_apart_{os.getpid()}"
    with django_db_blocker.unblock():
        with connection._nodb_cursor() as cursor:
            cursor.execute(f"CREATE DATABASE {name}")
        yield f"{given.rsplit('/', 1)[0]}/{name}"
        with connection._nodb_cursor() as cursor:
            cursor.execute(f"DROP DATABASE {name}")
