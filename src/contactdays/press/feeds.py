"""Releases as Atom (RFC 4287) and RSS 2.0: pure functions of what a feed tells and where it stands."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from uuid import UUID, uuid5

from django.utils.feedgenerator import Atom1Feed, Enclosure, Rss201rev2Feed, SyndicationFeed
from django.utils.html import escape
from django.utils.translation import gettext as _
from django.utils.translation import override

from contactdays.press.markdown import lead_of, to_html
from contactdays.press.queries.feeds import Told
from contactdays.press.release_text import ReleaseText

_SPACE = UUID("6f0c6d1e-4a86-5d1b-9a52-0d6f4f5a7c11")
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NOTHING_YET = datetime(1970, 1, 1, tzinfo=UTC)
_CONTENT = "http://purl.org/rss/1.0/modules/content/"


@dataclass(frozen=True, slots=True)
class FeedHead:
    """What a feed is called and where it stands; ``name`` identifies it whatever host it is read from."""

    name: str
    title: str
    subtitle: str
    language: str
    home: str
    address: str
    author: str


Address = Callable[[str], str]
"""Where the page of the release with this code is; a second one tells where its document is."""


def to_atom(head: FeedHead, told: Iterable[Told], *, page: Address, paper: Address) -> bytes:
    """The feed as Atom in UTF-8; the same bytes for the same releases."""
    return _written(_Atom, head, told, page, paper)


def to_rss(head: FeedHead, told: Iterable[Told], *, page: Address, paper: Address) -> bytes:
    """The feed as RSS 2.0 in UTF-8; the same bytes for the same releases."""
    return _written(_Rss, head, told, page, paper)


def _written(kind: type[SyndicationFeed], head: FeedHead, told: Iterable[Told], page: Address, paper: Address) -> bytes:
    with override(head.language):
        feed = kind(
            title=_fit(head.title),
            link=head.home,
            description=_fit(head.subtitle),
            subtitle=_fit(head.subtitle),
            language=head.language,
            author_name=_fit(head.author) or None,
            feed_url=head.address,
            feed_guid=uuid5(_SPACE, head.name).urn,
        )
        for each in told:
            feed.add_item(**_item(each, head, page(each.code), paper(each.code)))
    written = BytesIO()
    feed.write(written, "utf-8")
    return written.getvalue()


def _fit(text: str) -> str:
    """``text`` without the characters that XML cannot hold."""
    return _NO_XML.sub("", text)


def _item(told: Told, head: FeedHead, page: str, paper: str) -> dict[str, Any]:
    words = _words(told.text, told.note) if told.text else _tombstone(told, head)
    return {
        "link": page,
        "unique_id": uuid5(_SPACE, f"{told.token} {head.language}").urn,
        "unique_id_is_permalink": False,
        "pubdate": told.published,
        "updateddate": told.updated,
        "theme": told.theme,
        "enclosures": [Enclosure(paper, str(told.paper), "application/pdf")] if told.paper else [],
        **{name: _fit(value) for name, value in words.items()},
    }


def _words(text: ReleaseText, note: str) -> dict[str, str]:
    return {
        "title": text.title,
        "description": " ".join(filter(None, (_correction(note), lead_of(text.body)))),
        "content": f"{_paragraph(_correction(note))}{to_html(text)}",
        "author_name": text.issuer.name,
        "theme_name": text.theme,
        "item_copyright": f"© {text.date.year} {text.site}",
    }


def _tombstone(told: Told, head: FeedHead) -> dict[str, str]:
    title = _("Withdrawn press release")
    reason = _("This press release was withdrawn. Reason: %(reason)s") % {"reason": told.reason}
    return {
        "title": title,
        "description": reason,
        "content": _paragraph(reason),
        "author_name": head.author or head.title,
        "theme_name": "",
        "item_copyright": "",
    }


def _correction(note: str) -> str:
    return _("Correction: %(note)s") % {"note": note} if note else ""


def _paragraph(words: str) -> str:
    return f"<p>{escape(words)}</p>" if words else ""


class _Dated(SyndicationFeed):
    """A feed changed when its latest entry did, and not when it is asked for."""

    def latest_post_date(self) -> datetime:
        return max((item["updateddate"] for item in self.items), default=_NOTHING_YET)


class _Atom(_Dated, Atom1Feed):
    """Atom whose entries hold the whole release and name their theme by code and by name."""

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        content, summary = item["content"], item["description"]
        super().add_item_elements(
            handler, {**item, "description": None, "item_copyright": item["item_copyright"] or None}
        )
        handler.addQuickElement("summary", summary, {"type": "text"})
        handler.addQuickElement("content", content, {"type": "html"})
        if item["theme_name"]:
            handler.addQuickElement("category", "", {"term": item["theme"], "label": item["theme_name"]})


class _Rss(_Dated, Rss201rev2Feed):
    """RSS whose items hold the whole release."""

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        handler.addQuickElement("content:encoded", item["content"], {"xmlns:content": _CONTENT})
        if item["theme_name"]:
            handler.addQuickElement("category", item["theme_name"])
