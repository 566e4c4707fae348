"""What the press office says beside a text: notes, reasons, captions and whose a picture is."""

from collections.abc import Mapping

from django.core.validators import MaxLengthValidator

from contactdays.core.text import Text, as_text
from contactdays.press.characters import UNSEEN

LONGEST = 2_000
"""Letters of what is said in one language."""

_fit = MaxLengthValidator(LONGEST)


def seen(words: str) -> str:
    """``words`` without characters that nobody sees; raise ``ValidationError`` when they are too long."""
    kept = UNSEEN.sub("", words).strip()
    _fit(kept)
    return kept


def seen_text(words: Mapping[str, str]) -> Text:
    """``words`` as ``seen`` leaves them, in each language."""
    return as_text({language: seen(each) for language, each in words.items()})
