"""Cards of spokespersons: what was agreed, and no line of anybody else's making."""

import pytest
import vobject

from contactdays.press.queries.roster import ShownSpokesperson
from contactdays.press.vcards import to_vcard

AGREED = ShownSpokesperson(
    "FO", "Femke Oosterlynck", "woordvoerder", ("nl",), "+32 2 000 00 02", "+32 400 00 00 02", "femke@pers.example"
)


def told(card: bytes) -> list[tuple[str, str]]:
    """What a program that reads cards finds, by name."""
    read = vobject.readOne(card.decode())
    return sorted((line.name, str(line.value).strip()) for line in read.getChildren())


def test_card_tells_what_the_person_agreed_to():
    assert to_vcard(AGREED, organisation="Dienst Pers").decode().splitlines() == [
        "BEGIN:VCARD",
        "VERSION:3.0",
        "EMAIL:femke@pers.example",
        "FN:Femke Oosterlynck",
        "N:Femke Oosterlynck;;;;",
        "ORG:Dienst Pers",
        "TEL;TYPE=WORK:+32 2 000 00 02",
        "TEL;TYPE=CELL:+32 400 00 00 02",
        "TITLE:woordvoerder",
        "END:VCARD",
    ]


def test_what_is_not_agreed_has_no_line():
    card = to_vcard(ShownSpokesperson("FO", "Femke Oosterlynck", ""), organisation="")
    assert [name for name, _ in told(card)] == ["FN", "N", "VERSION"]


@pytest.mark.parametrize(
    "hostile",
    [
        "Eve\r\nTEL:+1 900",
        "Eve\nEND:VCARD\nBEGIN:VCARD",
        "Eve\rNOTE:x",
        "Eve\u2028TEL:+1",
        "Eve\x85TEL:+1",
        "Eve;Admin,Root\\n;X-EVIL:1",
        "\u202eEve\u2066",
        "Eve\x00\x0b\x0c",
        "Eve " * 2500,
        "=cmd|' /C calc'!A0",
    ],
)
def test_no_name_begins_a_line_or_another_field(hostile):
    card = to_vcard(ShownSpokesperson("EVE", hostile, hostile), organisation=hostile)
    assert [name for name, _ in told(card)] == ["FN", "N", "ORG", "TITLE", "VERSION"]
    unfolded = card.decode().replace("\r\n ", "").split("\r\n")
    assert [line.partition(":")[0] for line in unfolded] == [
        "BEGIN", "VERSION", "FN", "N", "ORG", "TITLE", "END", "",
    ]  # fmt: skip
    assert not set(card.decode()) & set("\u202e\u2066\x00\x0b\x0c\x85\u2028")
    read = vobject.readOne(card.decode())
    assert (read.fn.value, read.n.value.given) == (" ".join(read.fn.value.split(" ")), "")
    assert read.n.value.family == read.fn.value
