"""The clock of a release: what an instant will do, said before it is done."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.http import QueryDict
from django.utils.translation import gettext as _

from contactdays.accounts.models import User
from contactdays.core import clock
from contactdays.core.errors import DomainError
from contactdays.press.enums import LanguageState
from contactdays.press.queries.office import states
from contactdays.press.services.workflow import schedule
from contactdays.web.press.finding import Found
from contactdays.web.press.instants import NoSuchTime, by_both_clocks, instant_of, local_input
from contactdays.web.press.marks import own_name
from contactdays.web.press.refusals import Obstacle, obstacles

MOVES = (LanguageState.REVIEWED, LanguageState.SCHEDULED)


@dataclass(frozen=True, slots=True)
class Asked:
    """An instant as it was asked for: ``local`` by the clock of ``zone``; ``error`` when that is none."""

    local: str
    zone: str
    instant: datetime | None = None
    error: str = ""


@dataclass(frozen=True, slots=True)
class Foretold:
    """What will happen at the instant, a sentence each, and what stands in the way (then nothing will)."""

    asked: Asked
    sentences: tuple[str, ...]
    obstacles: tuple[Obstacle, ...]


def asked_in(sent: QueryDict, this: Found) -> Asked | None:
    """The instant that a form or an address asks for; None when it asks for none."""
    if "when" not in sent:
        return None
    local, zone = sent.get("when", "").strip(), sent.get("zone", this.version.zone)
    try:
        return Asked(local, zone, instant_of(local, zone))
    except NoSuchTime:
        return Asked(local, zone, error=_("That time does not exist there: the clock is put forward in that hour."))
    except ValueError:
        return Asked(local, zone, error=_("Give a day and a time, such as 2026-02-02 08:30, and a clock."))


def usual(this: Found) -> Asked:
    """What the form holds at first: the instant of what is on the clock, else none."""
    waiting = [row.appears for row in this.texts.values() if row.appears and row.appears > clock.now()]
    zone = this.version.zone
    return Asked(local_input(min(waiting), zone) if waiting else "", zone)


def foretell(this: Found, asked: Asked, actor: User) -> Foretold:
    """What scheduling ``this`` for the instant asked for would do. It is tried, and taken back."""
    if asked.instant is None:
        return Foretold(asked, (), ())
    if asked.instant <= clock.now():
        past = Obstacle(_("That instant has passed. To make it public now, use the button for that."))
        return Foretold(asked, (), (past,))
    try:
        with transaction.atomic():
            schedule(this.version, asked.instant, zone=asked.zone, actor=actor)
            transaction.set_rollback(True)
    except DomainError as refused:
        return Foretold(asked, (), obstacles(refused, this.version.edition))
    return Foretold(asked, tuple(_sentences(this, asked.instant, asked.zone)), ())


def _sentences(this: Found, instant: datetime, zone: str) -> list[str]:
    found = states(this.version, this.release.source_language)
    moving = [own_name(language) for language, state in found.items() if state in MOVES]
    told = [
        _("%(languages)s: to appear on %(when)s.")
        % {"languages": ", ".join(moving), "when": by_both_clocks(instant, zone, this.version.edition)}
    ]
    staying = {LanguageState.DRAFT, LanguageState.OUTDATED, LanguageState.MISSING}
    for language, state in found.items():
        if state in staying:
            told.append(
                _("%(language)s: %(state)s, does not appear.") % {"language": own_name(language), "state": state.label}
            )
    return told


def now_sentences(this: Found) -> list[str]:
    """What making it public at once will do."""
    found = states(this.version, this.release.source_language)
    moving = [own_name(language) for language, state in found.items() if state in MOVES]
    if not moving:
        return []
    return [_("%(languages)s: public at once, everywhere.") % {"languages": ", ".join(moving)}]
