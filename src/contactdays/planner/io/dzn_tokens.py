"""The words of a MiniZinc data file, one after the other, with where they stand."""

import re
from typing import NamedTuple

from contactdays.planner.values import InvalidProblem
from contactdays.planner.values.errors import Fact

GREATEST = 10**9
_BLANK = re.compile(r"(?:[ \t\r\n\f\v]+|%[^\n]*)+")
_WORD = re.compile(
    r"(?P<number>-?[0-9]+(?!\.?[0-9]|[A-Za-z_]))|(?P<name>[A-Za-z_][A-Za-z0-9_]*)|(?P<mark>\.\.|[][{}(),;=|])"
)
END = "end of the file"


class Token(NamedTuple):
    """``kind``: ``number``, ``name``, a mark itself (``[``, ``..``) or END; ``at``: its offset in the text."""

    kind: str
    at: int
    text: str


class Tokens:
    """The tokens of ``text``: ``ahead`` is the next one, ``take`` moves on. Blanks and comments are passed over."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._reached = 0
        self.ahead = self._next()

    def take(self) -> Token:
        """The next token, now passed."""
        token, self.ahead = self.ahead, self._next()
        return token

    def expect(self, kind: str) -> Token:
        """The next token, which has to be of ``kind``."""
        if self.ahead.kind != kind:
            raise self.error("not_expected", self.ahead.at, found=self._shown(), expected=kind)
        return self.take()

    def skip(self, kind: str) -> bool:
        """Whether the next token is of ``kind``; if so it is passed."""
        found = self.ahead.kind == kind
        if found:
            self.take()
        return found

    def number(self) -> tuple[int, int]:
        """The value of the next token, a whole number, and its offset."""
        token = self.expect("number")
        if len(token.text) > len(f"-{GREATEST}") or abs(int(token.text)) > GREATEST:
            raise self.error("too_great", token.at, most=GREATEST)
        return int(token.text), token.at

    def place(self, at: int, entry: str = "") -> str:
        """The line and column of an offset, for people; with the ``entry`` of which key it is."""
        line = self.text.count("\n", 0, at) + 1
        column = at - self.text.rfind("\n", 0, at)
        return f"line {line}, column {column}" + (f", {entry}" if entry else "")

    def error(self, code: str, at: int, entry: str = "", **facts: Fact) -> InvalidProblem:
        """The refusal ``code`` of what stands at an offset."""
        return InvalidProblem(code, self.place(at, entry), **facts)

    def _shown(self) -> str:
        return self.ahead.text[:40] or END

    def _next(self) -> Token:
        self._pass_blanks()
        if self._reached == len(self.text):
            return Token(END, self._reached, "")
        found = _WORD.match(self.text, self._reached)
        if found is None:
            word = self.text[self._reached : self._reached + 12].split()
            raise self.error("not_expected", self._reached, found=word[0] if word else "?", expected="a word or number")
        self._reached = found.end()
        kind = found.lastgroup or ""
        return Token(found.group() if kind == "mark" else kind, found.start(), found.group())

    def _pass_blanks(self) -> None:
        while True:
            blank = _BLANK.match(self.text, self._reached)
            if blank is not None:
                self._reached = blank.end()
            if not self.text.startswith("/*", self._reached):
                return
            end = self.text.find("*/", self._reached + 2)
            if end < 0:
                raise self.error("not_closed", self._reached, found="/*", expected="*/")
            self._reached = end + 2
