"""The words of a release as markup."""

from dataclasses import dataclass

from django.utils.safestring import SafeString

from contactdays.press.markdown import parts_of
from contactdays.press.release_text import ReleaseText
from contactdays.web.parts.markup import release_markup


@dataclass(frozen=True, slots=True)
class Prose:
    """What stands before the lead (seldom anything), the lead, and all after it with quotations in their places."""

    before: SafeString
    lead: SafeString
    theme: str
    body: SafeString


def prose_of(text: ReleaseText) -> Prose:
    """``text`` as it stands on a page; ``theme`` between the marks of its language."""
    parts = parts_of(text)
    return Prose(
        release_markup(parts.before_html), release_markup(parts.lead_html), parts.theme, release_markup(parts.body_html)
    )
