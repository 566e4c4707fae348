"""The words of a release: Markdown parsed once into frozen values, and what is made of them.

No raw HTML and no pictures; links lead to the web, to a mail address or to a telephone, and nowhere else.
"""

from contactdays.press.markdown.html import ReleaseParts, parts_of, to_html
from contactdays.press.markdown.parsing import blocks_of
from contactdays.press.markdown.words import lead_of, paragraphs_of, plain

__all__ = ["ReleaseParts", "blocks_of", "lead_of", "paragraphs_of", "parts_of", "plain", "to_html"]
