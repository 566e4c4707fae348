"""Text folded for searching."""

import unicodedata


def folded(text: str) -> str:
    """``text`` in lower case, without accents and with single spaces."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(each for each in apart if not unicodedata.combining(each)).split())
