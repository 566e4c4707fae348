"""What the world knows of one release: every version, in every language in which it has appeared."""

from dataclasses import dataclass
from datetime import datetime

from contactdays.core.text import LANGUAGES
from contactdays.press.models import LanguageVersion, Release
from contactdays.press.queries.public import public_texts, withdrawn_releases


@dataclass(frozen=True, slots=True)
class KnownRelease:
    """A release that has appeared, with its public texts in order of their versions."""

    release: Release
    texts: tuple[LanguageVersion, ...]

    def versions(self, language: str) -> tuple[LanguageVersion, ...]:
        """Its versions in ``language``, the first one first."""
        return tuple(text for text in self.texts if text.language == language)

    def current(self, language: str) -> LanguageVersion | None:
        return next(reversed(self.versions(language)), None)

    def version(self, language: str, number: int) -> LanguageVersion | None:
        return next((text for text in self.versions(language) if text.version.number == number), None)

    @property
    def appeared(self) -> dict[str, datetime]:
        """When it first appeared in each of its languages, in the settled order of languages."""
        first: dict[str, datetime] = {}
        for text in self.texts:
            first.setdefault(text.language, _instant(text))
        return {language: first[language] for language in LANGUAGES if language in first}


def known_release(code: str) -> KnownRelease | None:
    """The release with this code; None unless it has appeared in some language and was not withdrawn."""
    texts = tuple(public_texts().filter(version__release__code=code).order_by("version__number", "pk"))
    return KnownRelease(texts[0].version.release, texts) if texts else None


def withdrawn_release(code: str) -> Release | None:
    """The release with this code, if it had appeared in some language and was withdrawn."""
    found = (withdrawn_releases(language).filter(code=code).first() for language in LANGUAGES)
    return next(filter(None, found), None)


def _instant(text: LanguageVersion) -> datetime:
    if text.appears is None:
        raise ValueError(f"{text} has no instant")
    return text.appears
