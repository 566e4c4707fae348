"""Samples of the public programme: entries in every state, the score as a thumbnail, now and next."""

from collections.abc import Iterable
from datetime import datetime, time
from typing import Any

from contactdays.planning.public_programme import ProgrammeDay, ProgrammeItem
from contactdays.web.parts.requests import EditionRequest
from contactdays.web.public.entries import Setting, entry_days
from contactdays.web.public.now import OnNow
from contactdays.web.public.programme import score_of

_NOW = time(10, 52)
_ITEMS = (
    ("plenary", "Séance d’ouverture", time(9), time(9, 45), "pictures"),
    ("ministerial", "De minister en de posthoofden", time(10, 10), time(11, 20), "open"),
    ("round-table", "Rundtisch: Handel und Zölle", time(11, 30), time(12, 30), "closed"),
    ("visit", "Bundesaußenwirtschaftsförderungsgesellschaftsverbindungsbüro", time(11, 30), time(13), "closed"),
    ("press-point", None, time(13), time(13, 30), "open"),
    ("reception", "Receptie in het paleis", time(19), time(21), "pictures"),
)


def programme_samples(request: EditionRequest) -> dict[str, Any]:
    """``on``, ``programme`` (one day) and ``score`` of an invented day, the first of the edition."""
    day = ProgrammeDay(request.edition.first_day, tuple(_items(request)))
    on = OnNow(_moment(request, _NOW), day.items[1:2], day.items[2:4])
    setting = Setting(request.edition, request.language, on)
    return {"on": on, "programme": entry_days([day], setting)[0], "score": score_of([day])}


def _items(request: EditionRequest) -> Iterable[ProgrammeItem]:
    venue = request.edition.main_venue.name_in(request.language) if request.edition.main_venue else ""
    for number, (kind, title, start, end, press) in enumerate(_ITEMS):
        yield ProgrammeItem(
            code=f"sample-{number}",
            kind=kind,
            title=title,
            start=_moment(request, start),
            end=_moment(request, end),
            place="Galerie",
            venue=venue if kind != "visit" else "Port House",
            venue_address="",
            press=press,
            languages=("nl", "fr", "en")[: number % 4],
        )


def _moment(request: EditionRequest, clock: time) -> datetime:
    return datetime.combine(request.edition.first_day, clock, tzinfo=request.edition.zone)
