"""A message that was sent never changes and is never lost."""

from collections.abc import Iterator

from contactdays.core.guards import Guard, Refusal


def guards(vendor: str) -> Iterator[Guard]:
    for event in ("UPDATE", "DELETE"):
        yield Refusal(f"outbox_message_sent_{event.lower()}", "outbox_message", event, "OLD.sent IS NOT NULL")
