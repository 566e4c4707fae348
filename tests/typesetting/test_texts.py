import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from contactdays.typesetting.texts import BREAK_HERE, isolated, set_text


def test_a_text_without_right_to_left_letters_is_left_alone():
    assert set_text("Solène Moreau") == {"text": "Solène Moreau", "hyphenate": False}


def test_a_right_to_left_text_runs_by_itself():
    assert isolated("דוד לוי 12") == "\u2067דוד לוי 12\u2069"


def test_a_mixed_text_takes_the_direction_of_its_first_letter():
    assert isolated("12 Tafel ברכה") == "\u206612 Tafel ברכה\u2069"
    assert isolated("(12) ברכה Tafel") == "\u2067(12) ברכה Tafel\u2069"


def test_a_long_compound_may_be_hyphenated():
    assert set_text("Rindfleischetikettierungsüberwachung")["hyphenate"]


def test_an_endless_word_breaks_every_thirty_letters_but_not_before_a_mark():
    accented = "e\u0301" * 40
    pieces = set_text(accented)["text"].split(BREAK_HERE)
    assert "".join(pieces) == accented
    assert all(len(piece) <= 31 and not unicodedata.combining(piece[0]) for piece in pieces)


@given(st.text())
def test_nothing_of_a_text_is_lost(text):
    kept = set_text(text)["text"].replace(BREAK_HERE, "").strip("\u2066\u2067\u2069")
    assert kept == text.replace(BREAK_HERE, "").strip("\u2066\u2067\u2069")
