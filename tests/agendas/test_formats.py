from datetime import date

import pytest

from contactdays.agendas.formats import end_time, heading_date, language_names, long_date, zone_place
from tests.agendas.samples import brussels


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", "zondag 1 februari 2026"),
        ("fr", "dimanche 1er février 2026"),
        ("de", "Sonntag, 1. Februar 2026"),
        ("en", "Sunday, 1 February 2026"),
    ],
)
def test_dates_follow_the_readers_language(language, words):
    assert long_date(date(2026, 2, 1), language) == words


def test_french_counts_only_its_first_day():
    assert long_date(date(2026, 2, 11), "fr") == "mercredi 11 février 2026"


def test_a_heading_begins_with_a_capital():
    assert heading_date(date(2026, 2, 2), "nl") == "Maandag 2 februari 2026"


def test_an_end_counts_the_days_since_its_start():
    assert [end_time(brussels(2, 19), end) for end in (brussels(2, 20), brussels(3, 1), brussels(4, 1))] == [
        "20:00",
        "01:00 (+1)",
        "01:00 (+2)",
    ]


def test_languages_are_named_in_the_readers_own_and_an_unknown_code_stands_for_itself():
    assert language_names(("nl", "FR", "qqq"), "de") == "Niederländisch, Französisch, qqq"


@pytest.mark.parametrize(("language", "place"), [("nl", "Brussel"), ("fr", "Bruxelles"), ("en", "Brussels")])
def test_a_time_zone_is_named_after_its_place(language, place):
    assert zone_place("Europe/Brussels", language) == place
