"""What the band of a day says to whoever does not see it."""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from contactdays.planning.slots import BoardSlot
from contactdays.web.parts.dates import number


def band_sentence(slots: Sequence[BoardSlot]) -> str:
    """“Bilaterals: 157 of 300 places in use. Full at 15:40, 17:20. Most free at 14:20: 19 of 25.”"""
    return " ".join(_sentences(slots)) if slots else ""


def _sentences(slots: Sequence[BoardSlot]) -> Iterator[str]:
    places = sum(slot.places for slot in slots)
    free = sum(slot.free for slot in slots)
    yield _("Bilaterals: %(used)s of %(places)s places in use.") % {
        "used": number(places - free),
        "places": number(places),
    }
    full = [f"{slot.start:%H:%M}" for slot in slots if slot.free == 0]
    if full:
        yield _("Full at %(times)s.") % {"times": ", ".join(full)}
    most = max(slots, key=lambda slot: slot.free)
    if most.free:
        facts = {"time": f"{most.start:%H:%M}", "free": number(most.free), "places": number(most.places)}
        yield _("Most free at %(time)s: %(free)s of %(places)s.") % facts
