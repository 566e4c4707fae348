import pytest
from django.core.exceptions import ValidationError

from contactdays.core.text import Text, as_text
from contactdays.programme.models import Session
from tests.factories import make_session


def test_a_missing_language_is_missing_and_never_another():
    text = Text(nl="Opening", fr="")
    assert (text.get_in("nl"), text.get_in("fr"), text.get_in("de")) == ("Opening", None, None)
    assert text.missing(["nl", "fr", "de"]) == ("fr", "de")


def test_blank_languages_are_dropped_and_unknown_ones_refused():
    assert as_text({"en": " Opening ", "nl": ""}) == {"en": "Opening"}
    with pytest.raises(ValidationError, match="unknown language"):
        as_text({"it": "Apertura"})


def test_the_database_gives_back_the_text_that_was_saved(edition):
    make_session(edition, title={"fr": "Séance d’ouverture", "en": "", "nl": "Opening"})
    title = Session.objects.get().title
    assert isinstance(title, Text)
    assert title == {"nl": "Opening", "fr": "Séance d’ouverture"}
