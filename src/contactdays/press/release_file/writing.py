"""From a release to its file."""

import re
from dataclasses import asdict
from typing import Any

import tomli_w

from contactdays.press.release_file.parts import ISSUER, QUOTE, RELEASE, SPOKESPERSON, Table
from contactdays.press.release_text import ReleaseText

FENCE = "+++"
_BLANK_LINES = re.compile(r"\A(?:[ \t]*\n)+")


def write_release(text: ReleaseText) -> str:
    """The file of ``text``: equal texts give equal files, and reading the file gives ``text``."""
    values = _values(text)
    # A line of a quotation that would end the head keeps the text on one line, where its ends are escaped.
    multiline = not any(line.rstrip() == FENCE for quote in text.quotes for line in quote.text.split("\n"))
    head = tomli_w.dumps(values, multiline_strings=multiline)
    return f"{FENCE}\n{head}{FENCE}\n\n{tidy_body(text.body)}"


def tidy_body(body: str) -> str:
    """``body`` as a file holds it: lines end in ``\\n``, none is blank at its beginning, one end of line closes it."""
    return _BLANK_LINES.sub("", body.replace("\r\n", "\n")).rstrip() + "\n"


def _values(text: ReleaseText) -> dict[str, Any]:
    values = asdict(text)
    return {
        **_given(values, RELEASE),
        "issuer": _given(values["issuer"], ISSUER),
        "spokespersons": [_given(each, SPOKESPERSON) for each in values["spokespersons"]],
        **({"quotes": [_given(each, QUOTE) for each in values["quotes"]]} if text.quotes else {}),
    }


def _given(values: dict[str, Any], table: Table) -> dict[str, Any]:
    """The parts of ``table`` in the order of the format, without those that are left out."""
    return {name: values[name] for name in table.checks if values[name] is not None and values[name] != ""}
