"""Text from outside made safe for a file format that thinks in lines."""

import re

_BREAKS = re.compile("[ \x00-\x1f\x7f-\x9f\u2028\u2029]+")
_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(chr(plane << 16 | low) for plane in range(17) for low in (0xFFFE, 0xFFFF))
_OVERRIDES = "\u202a-\u202e\u2066-\u2069"  # they would turn the text that follows
_DROPPED = re.compile(f"[\ud800-\udfff\ufeff{_OVERRIDES}{_NONCHARACTERS}]+")


def one_line(text: str) -> str:
    """``text`` on one line: runs of spaces, line ends and control characters become one space.

    Lone surrogates, noncharacters, byte order marks and directional overrides are dropped; no-break spaces, joiners
    and direction marks stay.
    """
    return _BREAKS.sub(" ", _DROPPED.sub("", text)).strip(" ")
