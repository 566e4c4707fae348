"""Sitemaps for search engines (sitemaps.org, protocol 0.9), with the same page in other languages."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import StringIO
from xml.sax.xmlreader import AttributesImpl

from django.utils.xmlutils import SimplerXMLGenerator

_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"
_NONE: "AttributesImpl[str]" = AttributesImpl({})


@dataclass(frozen=True, slots=True)
class Page:
    """A page at an absolute ``address``, the same in other languages (itself included), and when it last changed."""

    address: str
    others: dict[str, str] = field(default_factory=dict)
    changed: datetime | None = None


def sitemap_index(addresses: Iterable[str]) -> bytes:
    """The index of the sitemaps at these absolute addresses."""
    written, xml = _begun("sitemapindex", {"xmlns": _SITEMAP})
    for address in addresses:
        xml.startElement("sitemap", _NONE)
        xml.addQuickElement("loc", address)
        xml.endElement("sitemap")
    xml.endElement("sitemapindex")
    return written.getvalue().encode()


def sitemap_of(pages: Iterable[Page]) -> bytes:
    """The sitemap of ``pages``."""
    written, xml = _begun("urlset", {"xmlns": _SITEMAP, "xmlns:xhtml": _XHTML})
    for page in pages:
        xml.startElement("url", _NONE)
        xml.addQuickElement("loc", page.address)
        if page.changed:
            xml.addQuickElement("lastmod", page.changed.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))
        for attributes in _alternates(page):
            xml.addQuickElement("xhtml:link", None, attributes)
        xml.endElement("url")
    xml.endElement("urlset")
    return written.getvalue().encode()


def _alternates(page: Page) -> Iterator[dict[str, str]]:
    for language, address in page.others.items():
        yield {"rel": "alternate", "hreflang": language, "href": address}


def _begun(root: str, attributes: dict[str, str]) -> tuple[StringIO, SimplerXMLGenerator]:
    written = StringIO()
    xml = SimplerXMLGenerator(written, "utf-8", short_empty_elements=True)
    xml.startDocument()
    xml.startElement(root, AttributesImpl(attributes))
    return written, xml
