"""What is wrong with a form, in words for whoever fills it in."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from contactdays.press.release_file import Finding


def sentence_of(finding: Finding) -> str:
    """One sentence that says what is wrong and what to do."""
    words = _WORDS.get(finding.code)
    return words() % finding.values if words else _("This does not fit.")


_WORDS: dict[str, Callable[[], str]] = {
    "missing": lambda: _("Fill this in."),
    "blank": lambda: _("Fill this in."),
    "line_break": lambda: _("Write this on one line."),
    "unseen": lambda: _("It holds a character that nobody sees (%(character)s). Type it anew."),
    "too_long": lambda: _("It has %(length)s characters; %(limit)s is the most."),
    "bad_address": lambda: _("This is no address of a site. Write it as news.example.org."),
    "bad_code": lambda: _("Use small letters, digits and single hyphens only."),
    "bad_phone": lambda: _("This is no telephone number. Write it as +32 2 000 00 00."),
    "bad_email": lambda: _("This is no e-mail address. Write it as name@example.org."),
    "bad_language": lambda: _("Choose one of the four languages."),
    "wrong_type": lambda: _("Give a whole number, such as 2."),
    "not_a_date": lambda: _("Give a day of the calendar, such as 2026-02-02."),
    "no_such_date": lambda: _("The calendar does not have this day."),
    "far_year": lambda: _("The year must lie between %(first)s and %(last)s."),
    "no_way": lambda: _("Give at least one number or address at which this person answers."),
    "nobody": lambda: _("Name at least one spokesperson whom journalists can reach."),
    "no_such_paragraph": lambda: _("The text has %(last)s paragraphs. Give a number from 0 to %(last)s."),
    "too_many": lambda: _("There are %(count)s; %(limit)s is the most."),
    "body_too_large": lambda: _("The text has %(size)s kB; %(limit)s kB is the most."),
    "no_body": lambda: _("Write at least the lead: one paragraph."),
    "no_lead": lambda: _("The text has no paragraph that could be its lead. Write one outside lists and quotations."),
}
