"""Text in several languages, kept together in one value. There is no silent fallback from one to another."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

LANGUAGES = ("nl", "fr", "de", "en")


class Text(dict[str, str]):
    """The same text by language code. A language that is absent or blank is missing, and ``get_in`` says so."""

    def get_in(self, language: str) -> str | None:
        """The text in ``language``, or None when it is missing."""
        return self.get(language) or None

    def missing(self, required: "tuple[str, ...] | list[str]") -> tuple[str, ...]:
        """Those of the ``required`` languages in which the text is missing."""
        return tuple(language for language in required if not self.get(language))


def as_text(value: Mapping[str, str] | None) -> Text:
    """A ``Text`` of ``value`` without its blank languages; raise ``ValidationError`` for an unknown language."""
    given = {language: str(words).strip() for language, words in (value or {}).items() if words}
    unknown = sorted(given.keys() - set(LANGUAGES))
    if unknown:
        raise ValidationError("unknown language: %(language)s", params={"language": unknown[0]})
    return Text({language: given[language] for language in LANGUAGES if given.get(language)})


class MultilingualField(models.JSONField):
    """A column that holds a ``Text`` as one JSON value: adding a language is no migration."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("default", Text)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Text:
        return Text(super().from_db_value(value, expression, connection) or {})

    def to_python(self, value: Any) -> Text:
        return as_text(value)

    def get_prep_value(self, value: Any) -> Any:
        return dict(as_text(value))
