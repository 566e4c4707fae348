"""Pages as a reader has them: their words, without markup."""

from collections.abc import Iterable

from lxml import html


def words(content: bytes, selector: str = "main") -> list[str]:
    """What each element that the XPath or tag ``selector`` names says, with single spaces."""
    return [said(each) for each in found(content, selector)]


def found(content: bytes, selector: str) -> list[html.HtmlElement]:
    path = selector if selector.startswith(("/", ".")) else f"//{selector}"
    return list(html.fromstring(content.decode()).xpath(path))


def said(element: html.HtmlElement) -> str:
    """The words of ``element``; a space wherever one element ends."""
    return " ".join(" ".join(_pieces(element)).split())


def _pieces(element: html.HtmlElement) -> Iterable[str]:
    return (str(piece) for piece in element.itertext())
