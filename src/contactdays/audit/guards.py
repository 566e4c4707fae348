"""The database keeps the record append-only."""

from collections.abc import Iterator

from contactdays.core.guards import Guard, Refusal


def guards(vendor: str) -> Iterator[Guard]:
    for event in ("UPDATE", "DELETE"):
        yield Refusal(f"audit_entry_kept_{event.lower()}", "audit_entry", event, "1 = 1")
