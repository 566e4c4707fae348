"""What changed between two texts, paragraph by paragraph."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from contactdays.press.models import LanguageVersion
from contactdays.press.release_text import ReleaseText
from contactdays.web.press.finding import Found


@dataclass(frozen=True, slots=True)
class Difference:
    """A paragraph as it was and as it is; one of them is empty where something came or went."""

    before: str
    after: str


def differences(before: ReleaseText, after: ReleaseText) -> tuple[Difference, ...]:
    """What ``after`` says differently from ``before``, in the order of reading."""
    old, new = _paragraphs(before), _paragraphs(after)
    matcher = SequenceMatcher(a=old, b=new, autojunk=False)
    found = (
        Difference("\n".join(old[i:j]), "\n".join(new[k:m]))
        for kind, i, j, k, m in matcher.get_opcodes()
        if kind != "equal"
    )
    return tuple(found)


def _paragraphs(text: ReleaseText) -> list[str]:
    return list(_parts(text))


def _parts(text: ReleaseText) -> Iterator[str]:
    yield text.title
    yield f"{text.place}, {text.date.isoformat()}"
    yield text.theme
    yield text.embargo.isoformat() if text.embargo else "–"
    yield from (each.strip() for each in text.body.split("\n\n") if each.strip())
    for quote in text.quotes:
        yield f"“{quote.text}” {quote.speaker} [{quote.after_paragraph}]"
    yield " · ".join(filter(None, (text.issuer.name, text.issuer.street, text.issuer.postal_city, text.issuer.country)))
    yield " · ".join(filter(None, (text.issuer.phone, text.issuer.url, text.site)))
    for each in text.spokespersons:
        yield " · ".join(filter(None, (each.name, each.role, each.phone, each.mobile, each.email)))


def source_changes(this: Found, row: LanguageVersion) -> tuple[Difference, ...]:
    """What the source says differently since ``row`` was read against it; nothing where it never was."""
    followed = row.source_text
    return differences(followed, this.source.text) if followed and this.source else ()
