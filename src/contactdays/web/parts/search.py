"""How words are compared when people look for something."""

import unicodedata


def folded(text: str) -> str:
    """``text`` without case and accents, so that “Sao Tome” finds “São Tomé”."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in decomposed if not unicodedata.combining(character))
