"""Text from outside made safe for a file format that thinks in lines."""

import re
import unicodedata

_OVERRIDES = {*range(0x202A, 0x202F), *range(0x2066, 0x206A)}  # they would turn the text that follows
_BYTE_ORDER_MARK = 0xFEFF


def one_line(text: str) -> str:
    """``text`` on one line: runs of spaces, line ends and control characters become one space.

    Lone surrogates, noncharacters and directional overrides are dropped; no-break spaces, joiners and direction
    marks stay.
    """
    return re.sub(" +", " ", "".join(map(_kept, text))).strip(" ")


def _kept(character: str) -> str:
    code, category = ord(character), unicodedata.category(character)
    if category in {"Cc", "Zl", "Zp"}:
        return " "
    if category == "Cs" or code in _OVERRIDES or code == _BYTE_ORDER_MARK or _is_noncharacter(code):
        return ""
    return character


def _is_noncharacter(code: int) -> bool:
    return code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
