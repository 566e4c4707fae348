"""From the form to a release: what was typed is written as a file, and read by the rules of files."""

import re
from datetime import datetime
from typing import Any

import tomli_w
from django.utils.translation import gettext as _

from contactdays.press.release_file import Finding, UnreadableRelease, read_release
from contactdays.press.release_text import ReleaseText
from contactdays.web.press.editor_form import Problem
from contactdays.web.press.fields import ISSUER, PERSON, Fields, Row
from contactdays.web.press.finding_words import sentence_of
from contactdays.web.press.instants import NoSuchTime, instant_of

NAME = "form"
OPTIONAL = ("phone", "mobile", "email")
_KEY = re.compile(r"(quotes|spokespersons)\[(\d+)\](?:\.(\w+))?")


def checked(fields: Fields) -> tuple[ReleaseText | None, tuple[Problem, ...]]:
    """The text that ``fields`` says, and everything that is wrong with it; no text when anything is."""
    embargo, problems = _embargo(fields)
    try:
        text = read_release(_file(fields, embargo), name=NAME)
    except UnreadableRelease as refused:
        return None, (*problems, *(_problem(each) for each in refused.findings))
    return (None, problems) if problems else (text, ())


def _file(fields: Fields, embargo: datetime | None) -> bytes:
    head: dict[str, Any] = {name: getattr(fields, name) for name in ("code", "lang", "title", "date", "place", "theme")}
    if embargo is not None:
        head["embargo"] = embargo.isoformat()
    head["site"] = fields.site
    head["issuer"] = {name: fields.issuer.get(name, "") for name in ISSUER}
    head["spokespersons"] = [_person(row) for row in fields.people]
    head["quotes"] = [{**row, "after_paragraph": _number(row["after_paragraph"])} for row in fields.quotes]
    written = tomli_w.dumps({name: value for name, value in head.items() if value != []})
    return f"+++\n{written}+++\n{fields.body}".encode(errors="replace")


def _person(row: Row) -> Row:
    return {name: row[name] for name in PERSON if row[name].strip() or name not in OPTIONAL}


def _number(typed: str) -> int | str:
    typed = typed.strip()
    return int(typed) if typed.isdecimal() and len(typed) < 6 else typed


def _embargo(fields: Fields) -> tuple[datetime | None, tuple[Problem, ...]]:
    """The instant with the offset of its clock, so that it is written as it was meant."""
    if not fields.embargo.strip():
        return None, ()
    try:
        meant = instant_of(fields.embargo.strip(), fields.embargo_zone)
    except NoSuchTime:
        told = _("That time does not exist there: the clock is put forward in that hour.")
    except ValueError:
        told = _("Give a day and a time, such as 2026-02-02 08:30, and a clock.")
    else:
        return datetime.fromisoformat(meant.isoformat()), ()
    return None, (Problem("embargo", told),)


def _problem(finding: Finding) -> Problem:
    return Problem(anchor_of(finding.key), sentence_of(finding))


def anchor_of(key: str) -> str:
    """The field of the form for a part of a file: ``quote_text-1`` for ``quotes[2].text``; empty for none."""
    if row := _KEY.fullmatch(key):
        kind, at, name = row[1], int(row[2]) - 1, row[3]
        return f"quote_{name or 'text'}-{at}" if kind == "quotes" else f"person_{name or 'name'}-{at}"
    if key in ("spokespersons", "quotes"):
        return "person_name-0" if key == "spokespersons" else "quote_text-0"
    return key.replace(".", "_")
