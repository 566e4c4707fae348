"""What the database refuses by itself, whatever code writes: raw SQL and ``bulk_create`` included.

A guard is a rule with its statements for SQLite and for PostgreSQL. Rooms declare theirs in ``<room>/guards.py``; the
guards of edition and conference are derived from the foreign keys. All are laid anew after every migration, since
SQLite loses a table's triggers when Django rebuilds the table.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import connections, models
from django.db.backends.base.base import BaseDatabaseWrapper

from contactdays.core.models import scoped_models


@dataclass(frozen=True, slots=True)
class Refusal:
    """Refuse ``event`` (``INSERT``, ``UPDATE``, ``DELETE``) on ``table`` when the SQL ``condition`` holds.

    The condition speaks of ``NEW`` and ``OLD`` and must be valid on both databases. ``columns`` restricts an
    UPDATE guard to those columns. ``message`` is the error the database raises; it starts with the guard's name.
    """

    name: str
    table: str
    event: str
    condition: str
    columns: tuple[str, ...] = ()

    @property
    def message(self) -> str:
        return f"{self.name}: refused by {self.table}"


@dataclass(frozen=True, slots=True)
class PostgresExclusion:
    """An exclusion constraint; on SQLite the same rule is a ``Refusal``."""

    name: str
    table: str
    definition: str


Guard = Refusal | PostgresExclusion
_declared: list[Callable[[str], Iterable[Guard]]] = []


def declare(source: Callable[[str], Iterable[Guard]]) -> None:
    """Have ``source(vendor)``'s guards laid too. Called once by each room that has guards of its own."""
    if source not in _declared:
        _declared.append(source)


def all_guards(vendor: str) -> list[Guard]:
    """Every guard for ``vendor`` (``sqlite`` or ``postgresql``), in a fixed order."""
    guards: list[Guard] = list(_scope_guards())
    for source in _declared:
        guards.extend(source(vendor))
    return guards


def _scope_guards() -> Iterator[Refusal]:
    for model in scoped_models(apps.get_models()):
        table, owner = model._meta.db_table, f"{model.dimension}_id"
        yield Refusal(f"{table}_stays", table, "UPDATE", f"NEW.{owner} <> OLD.{owner}", (owner,))
        for column, condition in _foreign_conditions(model):
            for event in ("INSERT", "UPDATE"):
                columns = (column,) if event == "UPDATE" else ()
                yield Refusal(f"{table}_{column}_{event.lower()}", table, event, condition, columns)


def _foreign_conditions(model: Any) -> Iterator[tuple[str, str]]:
    for field in model._meta.concrete_fields:
        if not isinstance(field, models.ForeignKey) or field.name == model.dimension:
            continue
        target: Any = field.related_model
        dimension = getattr(target, "dimension", None)
        if dimension:
            yield field.column, _mismatch(model.dimension, dimension, field.column, target._meta.db_table)


def _mismatch(own: str, target: str, column: str, table: str) -> str:
    theirs = f"(SELECT {target}_id FROM {table} WHERE id = NEW.{column})"
    ours = f"NEW.{own}_id"
    if own == "edition" and target == "conference":
        ours = "(SELECT conference_id FROM editions_edition WHERE id = NEW.edition_id)"
    return f"NEW.{column} IS NOT NULL AND {theirs} <> {ours}"


def install(connection: BaseDatabaseWrapper) -> None:
    """Lay every guard whose table exists, anew."""
    present = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        for guard in all_guards(connection.vendor):
            if guard.table in present:
                for statement in statements(guard, connection.vendor):
                    cursor.execute(statement)


def remove(connection: BaseDatabaseWrapper) -> None:
    """Take every guard away: for emptying a test database, and for nothing else."""
    present = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        for guard in all_guards(connection.vendor):
            if guard.table in present:
                cursor.execute(_drop(guard, connection.vendor))


def statements(guard: Guard, vendor: str) -> list[str]:
    """The SQL that lays ``guard`` anew on ``vendor``."""
    if isinstance(guard, PostgresExclusion):
        return [
            _drop(guard, vendor),
            f"ALTER TABLE {guard.table} ADD CONSTRAINT {guard.name} {guard.definition}",
        ]
    create = _sqlite_trigger if vendor == "sqlite" else _postgres_trigger
    return [_drop(guard, vendor), *create(guard)]


def _drop(guard: Guard, vendor: str) -> str:
    if isinstance(guard, PostgresExclusion):
        return f"ALTER TABLE {guard.table} DROP CONSTRAINT IF EXISTS {guard.name}"
    if vendor == "sqlite":
        return f"DROP TRIGGER IF EXISTS {guard.name}"
    return f"DROP TRIGGER IF EXISTS {guard.name} ON {guard.table}"


def _event(guard: Refusal) -> str:
    return f"{guard.event} OF {', '.join(guard.columns)}" if guard.columns else guard.event


def _sqlite_trigger(guard: Refusal) -> list[str]:
    return [
        f"CREATE TRIGGER {guard.name} BEFORE {_event(guard)} ON {guard.table} FOR EACH ROW WHEN {guard.condition} "
        f"BEGIN SELECT RAISE(ABORT, '{guard.message}'); END"
    ]


def _postgres_trigger(guard: Refusal) -> list[str]:
    """PostgreSQL forbids sub-queries in WHEN, so the condition stands in a function of its own."""
    kept = "OLD" if guard.event == "DELETE" else "NEW"
    function = (
        f"CREATE OR REPLACE FUNCTION {guard.name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"IF {guard.condition} THEN RAISE EXCEPTION '{guard.message}' "
        f"USING ERRCODE = 'integrity_constraint_violation'; END IF; RETURN {kept}; END $$"
    )
    trigger = (
        f"CREATE TRIGGER {guard.name} BEFORE {_event(guard)} ON {guard.table} "
        f"FOR EACH ROW EXECUTE FUNCTION {guard.name}()"
    )
    return [function, trigger]


def install_after_migrate(sender: Any, using: str, **kwargs: Any) -> None:
    """Receiver of ``post_migrate``."""
    install(connections[using])
