"""A release's languages side by side: the head of each text, who answers for it, and what can be done next."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from contactdays.accounts.models import User
from contactdays.core.text import LANGUAGES
from contactdays.press.enums import LanguageState
from contactdays.press.markdown import lead_of
from contactdays.press.models import LanguageVersion
from contactdays.press.queries.office import states
from contactdays.web.press.finding import Found
from contactdays.web.press.instants import by_both_clocks, by_the_clock_of
from contactdays.web.press.marks import Mark, marks


@dataclass(frozen=True, slots=True)
class Panel:
    """One language. ``digest`` names the text that was shown, so that nobody answers for another one."""

    mark: Mark
    required: bool
    title: str = ""
    lead: str = ""
    digest: str = ""
    written: str = ""
    reviewed: str = ""
    appears: str = ""
    can_write: bool = False
    can_review: bool = False
    why_not: str = ""
    outdated: bool = False


def panels_of(this: Found, reader: User) -> tuple[Panel, ...]:
    """A panel for every language, those that are missing as well."""
    found = states(this.version, this.release.source_language)
    drawn = marks(found, withdrawn=this.release.withdrawn is not None)
    return tuple(
        _panel(this, mark, this.texts.get(language), reader) for language, mark in zip(LANGUAGES, drawn, strict=True)
    )


def _panel(this: Found, mark: Mark, row: LanguageVersion | None, reader: User) -> Panel:
    required = mark.language in this.version.edition.required_languages
    open_to_writing = this.release.withdrawn is None
    if row is None:
        return Panel(mark, required, can_write=open_to_writing)
    text = row.text
    waits = row.appears is None and open_to_writing
    own = row.writer_id is not None and row.writer_id == reader.pk
    return Panel(
        mark=mark,
        required=required,
        title=text.title,
        lead=lead_of(text.body),
        digest=text.digest(),
        written=_by(row.writer_name, row.written, this),
        reviewed=_by(row.reviewer_name, row.reviewed, this) if row.reviewed else "",
        appears=by_both_clocks(row.appears, this.version.zone, this.version.edition) if row.appears else "",
        can_write=waits,
        can_review=waits and not row.reviewed and not own,
        why_not=_("You wrote this text: somebody else reads it and answers for it.")
        if waits and own and not row.reviewed
        else "",
        outdated=mark.state == LanguageState.OUTDATED,
    )


def _by(name: str, instant: datetime, this: Found) -> str:
    return f"{name}, {by_the_clock_of(instant, this.version.edition.time_zone)}"
