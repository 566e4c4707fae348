"""Characters that nobody sees and that change what everybody sees."""

import re

# Controls, separators of lines, what turns the direction of all that follows, half characters, non-characters.
# The plain marks of direction (U+200E, U+200F, U+061C) touch nothing beyond their neighbours and stay.
UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)


def readable(text: str) -> str:
    """``text`` on one line, without characters that nobody sees."""
    return UNSEEN.sub("", text.replace("\n", " ").replace("\t", " "))
