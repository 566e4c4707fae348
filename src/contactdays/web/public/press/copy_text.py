"""A release as plain words, for whoever takes it over."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from contactdays.press.characters import readable
from contactdays.press.markdown.blocks import Block
from contactdays.press.markdown.placing import Spoken, placed
from contactdays.press.markdown.words import words_of_block
from contactdays.press.quoting import quoted
from contactdays.press.release_text import Contact, Issuer, ReleaseText
from contactdays.web.parts.spoken import spoken_day


def copy_text(text: ReleaseText) -> str:
    """The whole of ``text``, whose language is active: a blank line between its parts, no marks."""
    parts = [part for part in _parts(text) if part]
    return "\n\n".join(parts) + "\n"


def _parts(text: ReleaseText) -> Iterator[str]:
    body = placed(text)
    yield readable(text.title)
    yield f"{_('Press release')}\n{readable(text.place)}, {spoken_day(text.date)}"
    yield from map(_said, body.before)
    if body.lead is not None:
        yield words_of_block(body.lead)
    yield _("Theme: %(theme)s") % {"theme": " ".join(quoted(text.theme, text.lang))}
    yield from map(_said, body.after)
    yield _("For journalists")
    yield from map(_contact, text.spokespersons)
    yield _issuer(text.issuer)


def _said(block: Block | Spoken) -> str:
    if isinstance(block, Spoken):
        return "\n".join((*block.paragraphs, f"{block.name}{block.role}"))
    return words_of_block(block)


def _contact(contact: Contact) -> str:
    return _lines(contact.name, contact.role, contact.phone, contact.mobile, contact.email)


def _issuer(issuer: Issuer) -> str:
    return _lines(issuer.name, issuer.street, issuer.postal_city, issuer.country, issuer.phone, issuer.url)


def _lines(*words: str) -> str:
    return "\n".join(filter(None, map(readable, words)))
