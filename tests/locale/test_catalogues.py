"""The committed catalogues are what the program needs: complete, current, with equal placeholders, compiled."""

import re

import polib
import pytest
from django.utils.translation import gettext, override

from tests.locale.usage import PACKAGE, messages_of_python, messages_of_template, used_messages

LANGUAGES = ("nl", "fr", "de")
PLACEHOLDER = re.compile(r"%\(\w+\)s|%%|</?\w[^>]*>")
INFORMAL = {
    "nl": re.compile(r"\b(je|jij|jou|jouw|jullie)\b", re.IGNORECASE),
    "fr": re.compile(r"\b(tu|toi|ton|tes|te)\b", re.IGNORECASE),
    "de": re.compile(r"\b(du|dich|dir|dein\w*|euch|euer\w*)\b", re.IGNORECASE),
}


@pytest.fixture(params=LANGUAGES)
def language(request):
    return request.param


@pytest.fixture
def catalogue(language):
    return polib.pofile(str(PACKAGE / "locale" / language / "LC_MESSAGES" / "django.po"))


def _key(entry):
    return entry.msgctxt, entry.msgid, entry.msgid_plural or None


def _translations(entry):
    return tuple(entry.msgstr_plural.values()) if entry.msgid_plural else (entry.msgstr,)


def test_catalogue_holds_what_the_program_says_and_nothing_else(catalogue):
    used, held = set(used_messages()), {_key(entry) for entry in catalogue}
    assert {"missing": used - held, "unused": held - used} == {"missing": set(), "unused": set()}
    assert catalogue.obsolete_entries() == []


def test_every_message_is_translated(catalogue):
    assert [_key(entry) for entry in catalogue if entry.fuzzy or not all(_translations(entry))] == []


def test_translations_keep_placeholders_and_markup(catalogue):
    def kept(text):
        return sorted(PLACEHOLDER.findall(text))

    sources = {_key(entry): (entry.msgid, entry.msgid_plural or entry.msgid) for entry in catalogue}
    found = {
        key: translation
        for entry in catalogue
        for key in [_key(entry)]
        for translation in _translations(entry)
        if kept(translation) not in [kept(source) for source in sources[key]]
    }
    assert found == {}


def test_nobody_is_addressed_informally(catalogue, language):
    familiar = INFORMAL[language]
    assert [text for entry in catalogue for text in _translations(entry) if familiar.search(text)] == []


def test_compiled_catalogue_is_the_readable_one(catalogue, language):
    compiled = polib.mofile(str(PACKAGE / "locale" / language / "LC_MESSAGES" / "django.mo"))
    assert {_key(entry): _translations(entry) for entry in compiled} == {
        _key(entry): _translations(entry) for entry in catalogue
    }
    assert compiled.metadata["Plural-Forms"] == catalogue.metadata["Plural-Forms"]


def test_english_is_the_source():
    with override("en"):
        assert gettext("Sign in") == "Sign in"
    with override("nl"):
        assert gettext("Sign in") == "Aanmelden"


def test_usage_finds_every_way_of_saying_something():
    python = """
from django.utils.translation import gettext as _, gettext_lazy, ngettext, npgettext, pgettext_lazy
_("a")
gettext_lazy("b" " and b")
ngettext("one", "many", n)
pgettext_lazy("context", "c")
npgettext("context", "one c", "many c", n)
other("not ours")
"""
    template = """{% translate "d" %}{% translate "e" context "context" %}{% if x %}{% blocktranslate trimmed %}
      f of {{ g }}
    {% endblocktranslate %}{% endif %}
    {% blocktranslate count n=n %}{{ n }} h{% plural %}{{ n }} hs{% endblocktranslate %}"""
    assert list(messages_of_python(python)) == [
        (None, "a", None),
        (None, "b and b", None),
        (None, "one", "many"),
        ("context", "c", None),
        ("context", "one c", "many c"),
    ]
    assert set(messages_of_template(template)) == {
        (None, "d", None),
        ("context", "e", None),
        (None, "f of %(g)s", None),
        (None, "%(n)s h", "%(n)s hs"),
    }


def test_message_put_together_at_run_time_is_found_out():
    source = "from django.utils.translation import gettext\ngettext(f'hello {name}')"
    with pytest.raises(AssertionError, match=r"somewhere\.py:2: not a literal"):
        list(messages_of_python(source, "somewhere.py"))
