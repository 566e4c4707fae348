"""What was done to a release, by whom and when, from the record."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext as _

from contactdays.audit.models import Entry
from contactdays.press.models import Release
from contactdays.web.press.instants import by_the_clock_of
from contactdays.web.press.marks import own_name

_DONE: dict[str, Callable[[], str]] = {
    "release.written": lambda: _("written"),
    "release.confirmed": lambda: _("said to be still right"),
    "release.reviewed": lambda: _("read and answered for"),
    "release.scheduled": lambda: _("put on the clock"),
    "release.unscheduled": lambda: _("taken off the clock"),
    "release.withdrawn": lambda: _("withdrawn"),
    "release.correction-begun": lambda: _("correction begun"),
    "release.note-written": lambda: _("note of the correction written"),
    "release.discarded": lambda: _("version discarded"),
    "release.sessions-linked": lambda: _("sessions chosen"),
    "release.file-attached": lambda: _("file attached"),
    "release.file-described": lambda: _("file described"),
    "release.file-detached": lambda: _("file removed"),
    "release.files-ordered": lambda: _("files put in order"),
}


@dataclass(frozen=True, slots=True)
class Step:
    """One entry: when, who, what, and of which version and language."""

    when: str
    who: str
    what: str
    of: str


def history_of(release: Release) -> list[Step]:
    """Every step of ``release``, the latest first; the clock is the edition's."""
    subject = f"release {release.code}"
    entries = Entry.objects.filter(Q(subject=subject) | Q(subject__startswith=f"{subject} ")).order_by("-pk")
    zone = release.edition.time_zone
    return [_step(entry, len(subject), zone) for entry in entries]


def _step(entry: Entry, subject: int, zone: str) -> Step:
    done = _DONE.get(entry.action)
    what = done() if done else entry.action
    return Step(by_the_clock_of(entry.at, zone), entry.actor_name, what, _part(entry.subject[subject:].split()))


def _part(words: list[str]) -> str:
    """``version 2 nl`` in the reader's words."""
    if len(words) < 2 or words[0] != "version":
        return ""
    told = _("version %(number)s") % {"number": words[1]}
    return f"{told}, {own_name(words[2])}" if len(words) > 2 else told
