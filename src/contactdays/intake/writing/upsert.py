"""Rows that outlive an edition: changed where they are there, made where they are not."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from contactdays.core.models import ConferenceOwned

M = TypeVar("M", bound=ConferenceOwned)


def by_lower_code(model: type[M]) -> dict[str, M]:
    """The rows of the conference in scope by their code in lower case."""
    return {row.code.casefold(): row for row in model.objects.all()}


def upsert(model: type[M], conference_id: int, wanted: Iterable[Mapping[str, Any]]) -> dict[str, M]:
    """Let each of ``wanted`` (values by field, with ``code``) be a row; return all rows by code in lower case."""
    rows = by_lower_code(model)
    changed, new = [], []
    for values in wanted:
        row = rows.get(values["code"].casefold())
        if row is None:
            new.append(model(conference_id=conference_id, **values))
        elif any(getattr(row, field) != value for field, value in values.items()):
            changed.append(_with(row, values))
    if changed:
        model.objects.bulk_update(changed, list(values))
    for row in model.objects.bulk_create(new):
        rows[row.code.casefold()] = row
    return rows


def _with(row: M, values: Mapping[str, Any]) -> M:
    for field, value in values.items():
        setattr(row, field, value)
    return row
