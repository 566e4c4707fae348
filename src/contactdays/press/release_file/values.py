"""What each part of a file may hold. A check returns the value, or raises ``Refused`` with what is wrong."""

import re
from collections.abc import Callable
from datetime import date, datetime
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from contactdays.core.text import LANGUAGES
from contactdays.editions.validators import CODE_PATTERN
from contactdays.press.characters import UNSEEN

LONGEST_TITLE, LONGEST_LINE, LONGEST_QUOTE = 300, 200, 10_000
FIRST_YEAR, LAST_YEAR = 1900, 2199
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_INSTANT = re.compile(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)?")
_ADDRESS = re.compile(
    r"(?:https?://)?(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_]{2,}(?::\d{1,5})?(?:[/?#][^\s<>\"'`\\]*)?", re.IGNORECASE
)
_PHONE = re.compile("\\+?[0-9(][0-9 \u00a0\u202f()./-]*")

Day = TypeVar("Day", bound=date)
Check = Callable[[Any], Any]


class Refused(Exception):
    """A value that cannot be used: ``code`` and ``values`` are those of the finding."""

    def __init__(self, code: str, **values: Any) -> None:
        super().__init__(code)
        self.code, self.values = code, values


def line(longest: int = LONGEST_LINE) -> Check:
    """A text on one line, without white space at its ends."""

    def check(value: Any) -> str:
        words = _text(value).strip(" ")
        if "\n" in words:
            raise Refused("line_break")
        if "\t" in words:
            raise Refused("unseen", character="U+0009")
        return _fit(words, longest)

    return check


def prose(longest: int) -> Check:
    """A text of several lines, without white space at its ends."""

    def check(value: Any) -> str:
        return _fit(_text(value).replace("\r\n", "\n").strip(), longest)

    return check


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise Refused("wrong_type", expected="text")
    return value


def _fit(words: str, longest: int) -> str:
    if not words.strip():
        raise Refused("blank")
    if unseen := UNSEEN.search(words):
        raise Refused("unseen", character=f"U+{ord(unseen[0]):04X}")
    if len(words) > longest:
        raise Refused("too_long", length=len(words), limit=longest)
    return words


def _matching(pattern: re.Pattern[str], code: str) -> Check:
    def check(value: Any) -> str:
        words: str = line()(value)
        if not pattern.fullmatch(words):
            raise Refused(code, value=words)
        return words

    return check


address = _matching(_ADDRESS, "bad_address")
code = _matching(re.compile(CODE_PATTERN), "bad_code")
_dialled = _matching(_PHONE, "bad_phone")


def phone(value: Any) -> str:
    """A telephone number as people write it, with at least three digits."""
    words: str = _dialled(value)
    if sum(letter.isdigit() for letter in words) < 3:
        raise Refused("bad_phone", value=words)
    return words


def email(value: Any) -> str:
    words: str = line()(value)
    try:
        validate_email(words)
    except ValidationError as error:
        raise Refused("bad_email", value=words) from error
    return words


def language(value: Any) -> str:
    words: str = line()(value)
    if words not in LANGUAGES:
        raise Refused("bad_language", value=words, allowed=", ".join(LANGUAGES))
    return words


def day(value: Any) -> date:
    """A date, as TOML's own or in a text."""
    if isinstance(value, str):
        value = _from_text(_DAY, value, date.fromisoformat)
    if not isinstance(value, date) or isinstance(value, datetime):
        raise Refused("wrong_type", expected="date")
    return _near(value)


def instant(value: Any) -> datetime:
    """An instant of RFC 3339, as TOML's own or in a text; one without offset is none."""
    if isinstance(value, str):
        value = _from_text(_INSTANT, value, lambda words: datetime.fromisoformat(words.upper()))
    if not isinstance(value, datetime):
        raise Refused("wrong_type", expected="instant")
    if value.tzinfo is None:
        raise Refused("no_offset", value=value.isoformat())
    return _near(value)


def _from_text(pattern: re.Pattern[str], value: str, made: Callable[[str], Any]) -> Any:
    words = value.strip()
    if not pattern.fullmatch(words):
        raise Refused("not_a_date", value=words[:40])
    try:
        return made(words)
    except ValueError as error:
        raise Refused("no_such_date", value=words) from error


def _near(value: Day) -> Day:
    if not FIRST_YEAR <= value.year <= LAST_YEAR:
        raise Refused("far_year", year=value.year, first=FIRST_YEAR, last=LAST_YEAR)
    return value


def number(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise Refused("wrong_type", expected="number")
    return value
