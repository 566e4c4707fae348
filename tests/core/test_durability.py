import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db.backends.sqlite3.base import DatabaseWrapper

from contactdays.config.settings import _SQLITE_OPTIONS
from contactdays.core.durability import require_durable


@pytest.fixture
def connect(tmp_path, django_db_blocker):
    """Connect to a new SQLite file with these OPTIONS."""
    opened = []

    def connect(options):
        settings = {
            "NAME": str(tmp_path / "kept.sqlite3"),
            "OPTIONS": options,
            "AUTOCOMMIT": True,
            "CONN_MAX_AGE": 0,
            "CONN_HEALTH_CHECKS": False,
            "TIME_ZONE": None,
            "TEST": {"NAME": None},
        }
        opened.append(DatabaseWrapper(settings, alias="durability"))
        opened[-1].connect()
        return opened[-1]

    with django_db_blocker.unblock():
        yield connect
    for connection in opened:
        connection.close()


def test_the_settings_keep_what_was_acknowledged(connect):
    require_durable(None, connect(_SQLITE_OPTIONS))


@pytest.mark.parametrize(
    ("pragma", "found"), [("synchronous=NORMAL", "synchronous=1"), ("journal_mode=DELETE", "journal_mode=delete")]
)
def test_a_database_that_could_lose_work_is_refused(connect, pragma, found):
    options = {**_SQLITE_OPTIONS, "init_command": f"{_SQLITE_OPTIONS['init_command']} PRAGMA {pragma};"}
    with pytest.raises(ImproperlyConfigured, match=found):
        connect(options)
