"""What is declared to be markup, and that it is declared in one place."""

import json
from pathlib import Path

import pytest
from django.utils.safestring import mark_safe

import contactdays
from contactdays.web.parts.markup import data_block, filled, joined

SOURCE = Path(contactdays.__file__).parent
HOSTILE = "</script><script>alert(1)</script>&\u2028"


def test_markup_is_declared_in_one_module_and_in_no_template():
    code = {path.relative_to(SOURCE).as_posix() for path in SOURCE.rglob("*.py") if "mark_safe" in path.read_text()}
    templates = [
        path for path in SOURCE.rglob("*.html") if "|safe" in path.read_text() or "autoescape" in path.read_text()
    ]
    assert (code, templates) == ({"web/parts/markup.py"}, [])


def test_words_are_escaped_where_they_are_filled_in():
    assert filled("<b>%(title)s</b>", {"title": '<i>"'}) == "<b>&lt;i&gt;&quot;</b>"


def test_only_markup_is_joined():
    assert joined([mark_safe("<b>"), mark_safe("</b>")], "\n") == "<b>\n</b>"
    with pytest.raises(TypeError):
        joined([mark_safe("<b>"), "<script>"])


def test_a_block_of_data_says_what_it_was_given_and_cannot_be_left():
    block = data_block({"name": HOSTILE})
    assert json.loads(block) == {"name": HOSTILE}
    assert not set("<>&\u2028") & set(block)
