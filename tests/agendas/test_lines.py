from hypothesis import given
from hypothesis import strategies as st

from contactdays.agendas.lines import one_line


def test_line_ends_and_control_characters_become_one_space():
    assert one_line(" a\r\n\tb\u2028c\x00\x85d  ") == "a b c d"


def test_what_a_name_needs_is_kept():
    name = "Zoë\u00a0D’Hondt می\u200cخواهم क\u094d\u200dष \u200f"
    assert one_line(name) == name


def test_overrides_surrogates_and_noncharacters_are_dropped():
    assert one_line("a\u202eb\ud800c\uffffd\U0001fffee\ufdd0f\ufeffg\u2067h") == "abcdefgh"


@given(st.text())
def test_once_is_enough(text):
    assert one_line(one_line(text)) == one_line(text)
