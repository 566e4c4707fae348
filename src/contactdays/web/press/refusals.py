"""What the press room refuses, in words, with where to go to mend it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from contactdays.core.errors import DomainError
from contactdays.editions.models import Edition
from contactdays.press.enums import LanguageState
from contactdays.press.errors import (
    AnotherTheme,
    AppearedAlready,
    BeforeEmbargo,
    CodeTaken,
    CorrectionOpen,
    Discarded,
    NoDraft,
    NothingAppeared,
    NotReady,
    OtherAttachments,
    ReadAnother,
    ReasonMissing,
    SecondPersonNeeded,
    Unprintable,
    UnusableFile,
    Withdrawn,
)
from contactdays.web.press.instants import by_the_clock_of
from contactdays.web.press.marks import name_of, own_name


@dataclass(frozen=True, slots=True)
class Obstacle:
    """One thing in the way: a sentence, and the language whose text is to be changed (or empty)."""

    sentence: str
    language: str = ""


def obstacles(refused: DomainError, edition: Edition) -> tuple[Obstacle, ...]:
    """Everything that ``refused`` says, by the edition's clock; raise it again when it is none of the press room's."""
    for kind, words in WORDS.items():
        if isinstance(refused, kind):
            return words(refused.data, edition)
    raise refused


def _not_ready(data: dict[str, Any], edition: Edition) -> tuple[Obstacle, ...]:
    found = [
        Obstacle(
            _("%(language)s is %(state)s; it must be reviewed first.")
            % {"language": own_name(language), "state": LanguageState(state).label},
            language,
        )
        for language, state in data["languages"].items()
    ]
    for language in data["notes"]:
        told = _("%(language)s: readers are not told yet what this correction changes.")
        found.append(Obstacle(told % {"language": own_name(language)}))
    for name, lacks in data.get("attachments", ()):
        found.append(Obstacle(_("%(name)s lacks: %(what)s.") % {"name": name, "what": ", ".join(map(_lacking, lacks))}))
    return tuple(found) or (Obstacle(_("No language has been reviewed and waits for an instant.")),)


def _lacking(what: str) -> str:
    if what == "rights":
        return _("whose it is")
    return _("what it shows, in %(language)s") % {"language": name_of(what)}


def _before_embargo(data: dict[str, Any], edition: Edition) -> tuple[Obstacle, ...]:
    told = _("The text in %(language)s is under embargo until %(embargo)s, which is later.")
    embargo = by_the_clock_of(data["embargo"], edition.time_zone)
    return (Obstacle(told % {"language": name_of(data["language"]), "embargo": embargo}, data["language"]),)


def _unprintable(data: dict[str, Any], edition: Edition) -> tuple[Obstacle, ...]:
    told = _("%(language)s: no font of ours has %(characters)s, so the document cannot be printed. Write it otherwise.")
    named = ", ".join(f"{each} (U+{ord(each[0]):04X})" for each in data["characters"])
    return (Obstacle(told % {"language": own_name(data["language"]), "characters": named}, data["language"]),)


def _another_theme(data: dict[str, Any], edition: Edition) -> tuple[Obstacle, ...]:
    told = _("In %(language)s the theme of this release is called “%(name)s”, and other texts use that name.")
    return (Obstacle(told % {"language": name_of(data["language"]), "name": data["name"]}),)


def _reason_missing(data: dict[str, Any], edition: Edition) -> tuple[Obstacle, ...]:
    told = _("The reason is missing in %(languages)s.")
    return (Obstacle(told % {"languages": ", ".join(map(name_of, data["languages"]))}),)


def _unusable(data: dict[str, Any], edition: Edition) -> tuple[Obstacle, ...]:
    words = {
        "empty": _("The file is empty."),
        "too-large": _("The file is larger than 10 MB."),
        "too-many-pixels": _("The picture has too many pixels. Make it smaller and attach it again."),
        "unknown-kind": _("Only pictures (JPEG, PNG, WebP) and documents (PDF) can be attached."),
        "two-kinds": _("The file is of two kinds at once. Save it anew as a picture or as a PDF."),
        "damaged": _("The file is damaged. Save it anew and attach it again."),
        "moving": _("The picture moves. Attach one that does not."),
        "locked": _("The document is locked. Save it without a password."),
        "active": _("The document does something when it is opened (%(found)s). Save it without.")
        % {"found": data.get("found", "")},
        "twice": _("This very file is attached already."),
    }
    return (Obstacle(words.get(str(data["reason"]), _("The file cannot be read. Save it anew and attach it again."))),)


def _said(sentence: Callable[[], str]) -> Callable[[dict[str, Any], Edition], tuple[Obstacle, ...]]:
    return lambda data, edition: (Obstacle(sentence()),)


WORDS: dict[type[DomainError], Callable[[dict[str, Any], Edition], tuple[Obstacle, ...]]] = {
    NotReady: _not_ready,
    BeforeEmbargo: _before_embargo,
    Unprintable: _unprintable,
    AnotherTheme: _another_theme,
    ReasonMissing: _reason_missing,
    UnusableFile: _unusable,
    OtherAttachments: _said(lambda: _("The files have changed since you opened the page. Look at them first.")),
    NoDraft: _said(
        lambda: _(
            "This text is scheduled or has appeared. Before its instant, take it off the clock to change it; "
            "after that, begin a correction."
        )
    ),
    SecondPersonNeeded: _said(
        lambda: _("A text is reviewed by somebody who did not write it. Ask a colleague of the press office.")
    ),
    Discarded: _said(lambda: _("Somebody discarded this meanwhile.")),
    CodeTaken: _said(lambda: _("Another release has this code. Give this one a code of its own.")),
    AppearedAlready: _said(
        lambda: _("The instant has passed. What has appeared is corrected or withdrawn, never taken back.")
    ),
    ReadAnother: _said(lambda: _("This text was changed after you opened the page. Read it again first.")),
    NothingAppeared: _said(lambda: _("This release has not appeared: there is nothing to correct or to withdraw.")),
    CorrectionOpen: _said(lambda: _("The next version is being prepared already.")),
    Withdrawn: _said(lambda: _("This release was withdrawn. What is left of it does not change any more.")),
}
