"""What was acknowledged survives a power cut: SQLite must run in WAL with ``synchronous=FULL``, or we do not run.

Measured with injected power loss, WAL with NORMAL lost acknowledged transactions; with FULL none.
"""

from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.db.backends.base.base import BaseDatabaseWrapper

WANTED = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def require_durable(sender: Any, connection: BaseDatabaseWrapper, **kwargs: Any) -> None:
    """Receiver of ``connection_created``; raises ``ImproperlyConfigured`` on a connection that could lose work."""
    if connection.vendor != "sqlite" or _in_memory(connection):
        return
    for pragma, wanted in WANTED.items():
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA {pragma}")
            found = cursor.fetchone()[0]
        if found != wanted:
            raise ImproperlyConfigured(
                f"SQLite runs with {pragma}={found}, not {wanted}: acknowledged work could be lost. "
                "Keep the OPTIONS of contactdays.config.settings, on a file system that can lock."
            )


def _in_memory(connection: Any) -> bool:
    name = str(connection.settings_dict["NAME"])
    return connection.is_in_memory_db() or name == ":memory:"
