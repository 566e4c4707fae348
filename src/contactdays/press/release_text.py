"""A press release in one language, whole: what a file holds, a page shows and a document prints."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's words, set after that paragraph of the body (0: before the first). Paragraphs by a blank line."""

    after_paragraph: int
    text: str
    speaker: str


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who publishes, as the block at the end of a release says it."""

    name: str
    street: str
    postal_city: str
    country: str
    phone: str
    url: str


@dataclass(frozen=True, slots=True)
class Contact:
    """One spokesperson's block; what the person did not agree to show is empty."""

    name: str
    role: str
    phone: str = ""
    mobile: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class ReleaseText:
    """``body`` is Markdown, its first paragraph the lead; ``site`` stands in the © line; ``embargo`` is aware."""

    code: str
    lang: str
    title: str
    date: date
    place: str
    theme: str
    site: str
    issuer: Issuer
    spokespersons: tuple[Contact, ...]
    body: str
    quotes: tuple[Quote, ...] = ()
    embargo: datetime | None = None

    def digest(self) -> str:
        """SHA-256 of all it says: equal for equal texts."""
        return hashlib.sha256(json.dumps(to_values(self), sort_keys=True).encode()).hexdigest()


def to_values(text: ReleaseText) -> dict[str, Any]:
    """``text`` as plain values for a JSON column."""
    values = asdict(text)
    values["date"] = text.date.isoformat()
    values["embargo"] = text.embargo.isoformat() if text.embargo else None
    return values


def from_values(values: Mapping[str, Any]) -> ReleaseText:
    """The text that ``to_values`` took apart."""
    embargo = values["embargo"]
    return ReleaseText(
        **{name: values[name] for name in ("code", "lang", "title", "place", "theme", "site", "body")},
        date=date.fromisoformat(values["date"]),
        issuer=Issuer(**values["issuer"]),
        spokespersons=tuple(Contact(**each) for each in values["spokespersons"]),
        quotes=tuple(Quote(**each) for each in values["quotes"]),
        embargo=datetime.fromisoformat(embargo) if embargo else None,
    )
