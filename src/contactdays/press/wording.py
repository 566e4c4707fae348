"""What the press room says of a file it cannot read and of a text it cannot keep: what is wrong, and what to do.

A sentence for every code, in the language Django has active.
"""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import get_language_info, gettext
from django.utils.translation import gettext_lazy as _

from contactdays.core.errors import DomainError
from contactdays.press.release_file.findings import Finding, UnreadableRelease

FINDINGS = {
    "file_too_large": _("The file is larger than %(limit)s kB. Shorten it; pictures are attached in the press office."),
    "head_too_large": _("What stands between the “+++” lines is larger than %(limit)s kB. Shorten it."),
    "body_too_large": _("The text has %(size)s kB; %(limit)s kB are allowed. Shorten it."),
    "not_utf8": _("The file is not UTF-8 (byte %(byte)s). Save it as UTF-8 in your editor."),
    "no_head": _("The first line must be “+++”. Put it above the parts of the release."),
    "no_end_of_head": _("There is no second “+++” line. Put it between the parts of the release and its text."),
    "syntax": _("This is not TOML: %(reason)s. Correct the line, or the one before it."),
    "too_deep": _("Names and lists are nested too deeply here. Write the parts as the reference shows them."),
    "key_twice": _("This stands in line %(first)s already. Keep one of the two."),
    "unknown_key": _("“%(name)s” is not a part of a release. Did you mean “%(near)s”? Correct or remove it."),
    "unknown_key_of": _("“%(name)s” is not known here. Known are: %(known)s. Correct or remove it."),
    "misplaced": _("“%(name)s” belongs to the release as a whole. Move it above the first line in brackets."),
    "missing": _("This part is missing. Add it."),
    "table_missing": _("The issuer is missing. Add a line “[issuer]”, and its parts below it."),
    "not_a_table": _("This must be a table. Begin it with a line “[%(name)s]” or “[[%(name)s]]”, parts below it."),
    "not_a_list": _("Several may stand here, so it is a list. Begin each with a line “[[%(name)s]]”."),
    "too_many": _("There are %(count)s; %(limit)s are allowed. Remove some."),
    "nobody": _("Nobody answers the press. Add a line “[[spokespersons]]”, and the person’s parts below it."),
    "no_way": _("This person cannot be reached. Add a phone, a mobile or an email."),
    "wrong_type": _("This is not %(expected)s. Correct the value."),
    "blank": _("This part is empty. Fill it in."),
    "line_break": _("This must be on one line. Remove the line break."),
    "unseen": _("The text holds the hidden character %(character)s. Remove it, or type the text anew."),
    "too_long": _("The text has %(length)s characters; %(limit)s are allowed. Shorten it."),
    "bad_code": _(
        "“%(value)s” is not a code. Use 1 to 40 letters without accents, digits, “-”, “_” or “.”, and begin "
        "with a letter or digit."
    ),
    "bad_language": _("“%(value)s” is not a language of the press room. Write one of: %(allowed)s."),
    "bad_address": _(
        "“%(value)s” is not an address on the web. Write it like press.example or https://press.example/."
    ),
    "bad_email": _("“%(value)s” is not an e-mail address. Correct it."),
    "bad_phone": _("“%(value)s” is not a telephone number. Use digits, spaces and + ( ) . / -, as in +32 2 000 00 00."),
    "not_a_date": _(
        "“%(value)s” is not written as a date. Write a day as 2026-02-02, an instant as 2026-02-02T08:30:00+01:00."
    ),
    "no_such_date": _("There is no date “%(value)s”. Correct it."),
    "no_offset": _("%(value)s does not say by which clock. Add the offset, as in 2026-02-02T08:30:00+01:00."),
    "far_year": _("The year %(year)s lies outside %(first)s to %(last)s. Correct it."),
    "no_such_paragraph": _(
        "There is no paragraph %(value)s to stand after: the text has %(last)s, lists and headings not counted. "
        "Write 0 (before the first) to %(last)s."
    ),
    "no_body": _("The text is missing. Write it below the second “+++” line."),
    "no_lead": _("The text has no paragraph, and its first one is the lead. Write one outside lists and quotations."),
}
KINDS = {
    "text": _("a text between quotation marks"),
    "date": _("a date such as 2026-02-02"),
    "instant": _("an instant such as 2026-02-02T08:30:00+01:00"),
    "number": _("a whole number"),
}
ERRORS = {
    "press_no_draft": _(
        "“%(release)s” is scheduled or has appeared in %(languages)s. Begin a correction in the press office first."
    ),
    "press_withdrawn": _("“%(release)s” was withdrawn and does not change any more. Give the release another code."),
    "press_another_theme": _(
        "The theme of “%(release)s” is called “%(name)s” in %(language)s, and the file says “%(given)s”. "
        "Write the name as it is."
    ),
}


def sentence(finding: Finding) -> str:
    """What is wrong and what to do."""
    values = dict(finding.values)
    if "expected" in values:
        values["expected"] = KINDS[values["expected"]]
    return str(FINDINGS[finding.code]) % values


def lines(error: UnreadableRelease) -> Iterator[str]:
    """A line for each finding: the file, its line, the part, what is wrong, what to do."""
    for finding in error.findings:
        part = f" {finding.key}:" if finding.key else ""
        yield f"{error.name}:{finding.line}:{part} {sentence(finding)}"
    if error.more:
        yield gettext("%(count)s more are not listed.") % {"count": error.more}


def refusal(error: DomainError) -> str:
    """Why a text was not kept; for an error without words of its own, its code and data."""
    if error.code not in ERRORS:
        return str(error)
    values: dict[str, Any] = dict(error.data)
    if "languages" in values:
        values["languages"] = ", ".join(language_name(each) for each in values["languages"])
    if "language" in values:
        values["language"] = language_name(values["language"])
    return str(ERRORS[error.code]) % values


def language_name(language: str) -> str:
    """The name of ``language`` in the reader's own."""
    return str(get_language_info(language)["name_translated"])
