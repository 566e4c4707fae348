"""A cell's value as what its column holds. Every function is pure and raises ``BadCell`` for what does not fit."""

import re
import unicodedata
from collections.abc import Collection
from datetime import date, datetime, time, timedelta

from contactdays.intake.workbook.sheets import Cell

CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}")
DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
TIME = re.compile(r"(\d{1,2})[:hu](\d{2})(?::00)?")
NUMBER = re.compile(r"[+-]?\d{1,9}([.,]0+)?")
INVISIBLE = dict.fromkeys(map(ord, "\u200b\u2060\ufeff\u00ad"))
WHITE = frozenset("\t\n\v\f\r")
DIRECTIONS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Marks that reverse the text around them: a name with one can pass for another."""
YES = frozenset({"yes", "y", "ja", "j", "oui", "o", "true", "waar", "vrai", "wahr", "x", "1"})
NO = frozenset({"no", "n", "nee", "neen", "non", "nein", "false", "onwaar", "faux", "falsch", "0", "-"})
EPOCH = date(1899, 12, 30)
EPOCH_1904 = date(1904, 1, 1)
DAY_NUMBERS = range(36_526, 73_051)
"""2000 to 2099: a number in this range in a column of dates is a day."""
MINUTES_A_DAY = 24 * 60


class BadCell(Exception):
    """The cell does not hold what its column needs; ``code`` and ``values`` make the finding."""

    def __init__(self, code: str, **values: object) -> None:
        super().__init__(code, values)
        self.code = code
        self.values = values


def as_words(cell: Cell) -> str:
    """The cell as text, as a person would have typed it."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    return str(cell)


def has_invisible(cell: Cell) -> bool:
    """Whether the text holds letters that take no room and mean nothing, as copying from web pages leaves them."""
    return isinstance(cell, str) and any(ord(letter) in INVISIBLE for letter in cell)


def line(cell: Cell, limit: int) -> str:
    """One line of text, normalised (NFC), its white space collapsed."""
    return _within(" ".join(_normal(cell).split()), limit)


def paragraphs(cell: Cell, limit: int) -> str:
    """Text of several lines, normalised (NFC), without white space around it or at the ends of lines."""
    lines = re.split(r"\r\n|[\n\r\v\f]", _normal(cell))
    return _within("\n".join(each.rstrip() for each in lines).strip(), limit)


def _normal(cell: Cell) -> str:
    text = unicodedata.normalize("NFC", as_words(cell).translate(INVISIBLE))
    for letter in text:
        if letter in DIRECTIONS or (unicodedata.category(letter) in {"Cc", "Cs"} and letter not in WHITE):
            raise BadCell("control_character", character=f"U+{ord(letter):04X}")
    return text


def _within(text: str, limit: int) -> str:
    if len(text) > limit:
        raise BadCell("too_long", limit=limit, length=len(text))
    return text


def code(cell: Cell) -> str:
    words = line(cell, 1000)
    if not CODE.fullmatch(words):
        raise BadCell("bad_code", value=words)
    return words


def several(cell: Cell, *, also: str = "") -> tuple[str, ...]:
    """The values of a cell that holds several, separated by ``;`` (and the letters of ``also``)."""
    text = paragraphs(cell, 4000).replace("\n", ";")
    for separator in also:
        text = text.replace(separator, ";")
    words = (" ".join(word.split()) for word in text.split(";"))
    return tuple(dict.fromkeys(word for word in words if word))


def day(cell: Cell, *, epoch_1904: bool = False) -> date:
    """A date: Excel's, a day number, or ``2026-02-02``."""
    if isinstance(cell, datetime):
        if cell.time() != time.min:
            raise BadCell("not_a_date", value=cell)
        return cell.date()
    if isinstance(cell, date):
        return cell
    number = day_number(cell)
    if number:
        return (EPOCH_1904 if epoch_1904 else EPOCH) + timedelta(days=number)
    words = line(cell, 1000)
    match = DATE.fullmatch(words)
    if not match:
        raise BadCell("not_a_date", value=words)
    try:
        return date(*map(int, match.groups()))
    except ValueError as error:
        raise BadCell("no_such_date", value=words) from error


def day_number(cell: Cell) -> int:
    """The day number in a cell that holds one; 0 for anything else."""
    if isinstance(cell, int | float) and not isinstance(cell, bool) and cell == int(cell) and int(cell) in DAY_NUMBERS:
        return int(cell)
    return 0


def clock(cell: Cell) -> time:
    """A time of day, whole minutes: Excel's, a fraction of a day, or ``14:00``."""
    if isinstance(cell, time):
        return _whole_minutes(timedelta(hours=cell.hour, minutes=cell.minute, seconds=cell.second), cell)
    if isinstance(cell, timedelta):
        return _whole_minutes(cell, cell)
    if isinstance(cell, float) and 0 < cell < 1:
        return _whole_minutes(timedelta(seconds=round(cell * 86_400)), cell)
    words = line(cell, 1000)
    match = TIME.fullmatch(words.casefold())
    if not match or int(match[1]) > 23 or int(match[2]) > 59:
        raise BadCell("not_a_time", value=words)
    return time(int(match[1]), int(match[2]))


def _whole_minutes(since_midnight: timedelta, cell: Cell) -> time:
    minutes, rest = divmod(round(since_midnight.total_seconds()), 60)
    if rest or not 0 <= minutes < MINUTES_A_DAY:
        raise BadCell("not_a_time", value=cell)
    return time(minutes // 60, minutes % 60)


def number(cell: Cell, low: int, high: int) -> int:
    """A whole number from ``low`` to ``high``, also when written as text."""
    words = line(cell, 1000)
    if isinstance(cell, bool) or not NUMBER.fullmatch(words):
        raise BadCell("not_a_number", value=words)
    value = int(re.split("[.,]", words)[0])
    if not low <= value <= high:
        raise BadCell("out_of_range", value=words, low=low, high=high)
    return value


def choice(cell: Cell, allowed: Collection[str]) -> str:
    """One of ``allowed``, compared without regard to case, spaces, ``-`` and ``_``."""
    words = line(cell, 1000)
    found = {plain(each): each for each in allowed}.get(plain(words))
    if found is None:
        raise BadCell("not_a_choice", value=words, allowed=", ".join(allowed))
    return found


def plain(words: str) -> str:
    """``words`` as choices are compared."""
    return words.casefold().replace("-", "").replace("_", "").replace(" ", "")


def yes_or_no(cell: Cell) -> bool:
    words = line(cell, 1000).casefold()
    if words not in YES | NO:
        raise BadCell("not_yes_or_no", value=words)
    return words in YES
