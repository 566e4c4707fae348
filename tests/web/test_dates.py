from datetime import date, datetime

import pytest
from django.utils.translation import override

from contactdays.core.text import Text
from contactdays.web.parts import dates
from contactdays.web.parts.sites import site_address
from contactdays.web.templatetags.pages import plain_text, text

DAY = date(2026, 3, 2)
WRITTEN = {
    "nl": ("maandag", "ma", "Maandag 2 maart", "2 maart 2026, 14:05", "3.838", "0,31%"),
    "fr": ("lundi", "lun.", "Lundi 2 mars", "2 mars 2026, 14:05", "3\u202f838", "0,31\u202f%"),
    "de": ("Montag", "Mo", "Montag, 2. März", "2. März 2026, 14:05", "3.838", "0,31\u00a0%"),
    "en": ("Monday", "Mon", "Monday 2 March", "2 March 2026, 14:05", "3,838", "0.31%"),
}


@pytest.mark.parametrize("language", WRITTEN)
def test_dates_and_numbers_are_written_as_each_language_does(language):
    with override(language):
        assert WRITTEN[language] == (
            dates.weekday(DAY),
            dates.short_weekday(DAY),
            dates.day_and_month(DAY),
            dates.moment(datetime(2026, 3, 2, 14, 5)),  # noqa: DTZ001  local wall clock, as pages are given it
            dates.number(3838),
            dates.percentage(0.00312),
        )


def test_figure_that_is_not_known_is_a_dash():
    assert dates.number(None) == "–"


def test_text_is_given_in_the_active_language_or_said_to_be_missing():
    question = Text(nl="Hoe <groot>?")
    with override("nl"):
        assert (text(question), plain_text(question)) == ("Hoe <groot>?", "Hoe <groot>?")
    with override("fr"):
        assert text(question) == '<span class="missing">Ce texte n’existe pas encore en français.</span>'
        assert plain_text(question) == "Ce texte n’existe pas encore en français."
    with override("en"):
        assert text(None) == '<span class="missing">This text does not exist in English yet.</span>'


def test_no_line_of_a_french_text_begins_with_a_mark():
    question = Text(fr="Le thème : « Comment ? »", en="A theme : how ?")
    with override("fr"):
        assert text(question) == "Le thème\u00a0: «\u00a0Comment\u00a0?\u00a0»"
    with override("en"):
        assert text(question) == "A theme : how ?"


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("news.ministry.example", "https://news.ministry.example"),
        (" https://news.ministry.example/nl ", "https://news.ministry.example/nl"),
        ("http://news.ministry.example", "http://news.ministry.example"),
        ("javascript://news.example/%0Aalert(1)", ""),
        ("javascript:alert(1)", ""),
        ("ministry", ""),
        ("", ""),
    ],
)
def test_only_a_web_address_is_linked_to(written, address):
    assert site_address(written) == address
