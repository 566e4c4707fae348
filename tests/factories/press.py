"""Releases for tests; every person is invented."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any

from contactdays.accounts.actors import COMMAND_LINE
from contactdays.accounts.enums import RoleName
from contactdays.accounts.models import User
from contactdays.accounts.services import grant_role
from contactdays.editions.models import Edition
from contactdays.press.models import Release
from contactdays.press.release_text import Contact, Issuer, Quote, ReleaseText
from contactdays.press.services.workflow import review, schedule
from contactdays.press.services.writing import write_text
from tests.factories.people import make_user

ISSUER = Issuer(
    "Dienst Pers en Communicatie", "Voorbeeldstraat 15", "1000 Brussel", "België", "+32 2 000 00 00", "pers.example"
)
CONTACT = Contact(
    "Femke Oosterlynck", "woordvoerder", "+32 2 000 00 02", "+32 400 00 00 02", "femke.oosterlynck@pers.example"
)
TITLES = {
    "nl": "Alle posthoofden vijf dagen samen",
    "fr": "Tous les chefs de poste réunis cinq jours",
    "de": "Alle Missionschefs fünf Tage beisammen",
    "en": "All heads of mission together for five days",
}
THEMES = {"nl": "Veerkracht", "fr": "Résilience", "de": "Widerstandskraft", "en": "Resilience"}
BODY = "De eerste alinea is de *lead*.\n\n## Programma\n\nEen tweede alinea.\n\nEen slotalinea met een [site](https://pers.example/).\n"


def make_text(code: str = "announcement", lang: str = "nl", **other: Any) -> ReleaseText:
    """A text with all its parts; whatever is given in ``other`` stands instead."""
    text = ReleaseText(
        code=code,
        lang=lang,
        title=TITLES[lang],
        date=date(2026, 2, 2),
        place="Brussel",
        theme=THEMES[lang],
        site="pers.example",
        issuer=ISSUER,
        spokespersons=(CONTACT,),
        body=BODY,
        quotes=(
            Quote(2, "Wie goed luistert, merkt het eerder.\n\nDaarom zijn wij hier.", "Marieke Voorbeeld, minister"),
        ),
    )
    return replace(text, **other)


def make_press_officer(edition: Edition, name: str = "Press Officer") -> User:
    """A user who works in the press office of ``edition``."""
    user = make_user(f"{name.lower().replace(' ', '.')}@ministry.example", name=name)
    grant_role(user, RoleName.PRESS_OFFICER, edition=edition, actor=COMMAND_LINE)
    return user


def make_release(
    edition: Edition, appears: datetime | None = None, *texts: ReleaseText, languages: tuple[str, ...] = ("nl", "fr")
) -> Release:
    """A release, reviewed by a second person and to appear at ``appears`` (None: a reviewed draft)."""
    number = User.objects.count()
    writer, reader = (make_press_officer(edition, f"Officer {number}{each}") for each in "ab")
    rows = [
        write_text(text, edition=edition, actor=writer)
        for text in texts or [make_text(lang=each) for each in languages]
    ]
    for row in rows:
        review(row, actor=reader)
    version = rows[0].version
    if appears is not None:
        schedule(version, appears, zone=edition.time_zone, actor=writer)
    return version.release
