"""How far a release is in a language, as a mark with its word."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import get_language, gettext

from contactdays.agendas.formats import language_names
from contactdays.press.enums import LanguageState

_SHAPES = {
    LanguageState.MISSING: "no",
    LanguageState.DRAFT: "",
    LanguageState.OUTDATED: "alarm",
    LanguageState.REVIEWED: "part",
    LanguageState.SCHEDULED: "wait",
    LanguageState.PUBLISHED: "yes",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """``word`` says the state, ``shape`` is the class that draws it, ``name`` the language's own name."""

    language: str
    name: str
    state: str
    word: str
    shape: str


def own_name(language: str) -> str:
    """What ``language`` is called in itself."""
    return str(dict(settings.LANGUAGES).get(language, language))


def name_of(language: str) -> str:
    """What the reader calls ``language``, as it stands within a sentence."""
    return language_names((language,), get_language() or "en")


def marks(states: Mapping[str, LanguageState], *, withdrawn: bool = False) -> tuple[Mark, ...]:
    """A mark for each language of ``states``; what had appeared of a release ``withdrawn`` says so."""
    return tuple(_mark(language, state, withdrawn) for language, state in states.items())


def _mark(language: str, state: LanguageState, withdrawn: bool) -> Mark:
    if withdrawn and state is LanguageState.PUBLISHED:
        return Mark(language, own_name(language), "withdrawn", gettext("withdrawn"), "off")
    word = gettext("outdated") if state is LanguageState.OUTDATED else str(state.label)
    return Mark(language, own_name(language), state.value, word, _SHAPES[state])
