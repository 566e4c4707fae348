"""An edition's main venue is one of its own."""

from collections.abc import Iterator

from contactdays.core.guards import Guard, Refusal


def guards(vendor: str) -> Iterator[Guard]:
    condition = (
        "NEW.main_venue_id IS NOT NULL AND "
        "(SELECT edition_id FROM editions_venue WHERE id = NEW.main_venue_id) <> NEW.id"
    )
    for event in ("INSERT", "UPDATE"):
        yield Refusal(f"editions_main_venue_{event.lower()}", "editions_edition", event, condition)
