"""What is wrong with a form, in words for whoever fills it in; else in those that a file is told with."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from contactdays.press.release_file import Finding
from contactdays.press.wording import sentence


def sentence_of(finding: Finding) -> str:
    """One sentence that says what is wrong and what to do."""
    words = _WORDS.get(finding.code)
    return words() if words else sentence(finding)


_WORDS: dict[str, Callable[[], str]] = {
    "missing": lambda: _("Fill this in."),
    "blank": lambda: _("Fill this in."),
    "bad_language": lambda: _("Choose one of the four languages."),
    "wrong_type": lambda: _("Give a whole number, such as 2."),
    "not_a_date": lambda: _("Give a day of the calendar, such as 2026-02-02."),
    "no_way": lambda: _("Give at least one number or address at which this person answers."),
    "nobody": lambda: _("Name at least one spokesperson whom journalists can reach."),
    "no_body": lambda: _("Write at least the lead: one paragraph."),
}
