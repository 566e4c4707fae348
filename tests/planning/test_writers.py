"""The refusal of overlaps holds when sixteen connections write at once, on the database the tests run on."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

ROOT = Path(__file__).parents[2]


@pytest.fixture
def empty_database(tmp_path, django_db_blocker):
    """The address of a database of its own, on SQLite a file, on PostgreSQL one beside the tests' own."""
    if connection.vendor == "sqlite":
        yield str(tmp_path / "writers.sqlite3")
        return
    given = os.environ["CONTACTDAYS_DATABASE"]
    name = f"{settings.DATABASES['default']['NAME']}_writers_{os.getpid()}"
    with django_db_blocker.unblock():
        with connection._nodb_cursor() as cursor:
            cursor.execute(f"CREATE DATABASE {name}")
        yield f"{given.rsplit('/', 1)[0]}/{name}"
        with connection._nodb_cursor() as cursor:
            cursor.execute(f"DROP DATABASE {name}")


def test_sixteen_writers_leave_no_overlap(empty_database):
    environment = {**os.environ, "CONTACTDAYS_DATABASE": empty_database, "PYTHONPATH": str(ROOT)}
    program = [sys.executable, "-W", "error", "-m", "tests.planning.writers"]
    finished = subprocess.run(program, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=300)
    assert finished.stderr == ""
    kept, refused, overlaps = map(int, finished.stdout.split())
    assert overlaps == 0
    assert kept + refused == 320
    assert 1 <= kept <= 3
