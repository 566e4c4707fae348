from zoneinfo import available_timezones

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from contactdays.core.text import LANGUAGES

CODE_PATTERN = r"^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$"
validate_code = RegexValidator(CODE_PATTERN, _("A code is 1–40 letters, digits, “-”, “_” or “.”."))


def validate_time_zone(name: str) -> None:
    if name not in available_timezones():
        raise ValidationError(_("“%(name)s” is not an IANA time zone such as Europe/Brussels."), params={"name": name})


def validate_languages(languages: object) -> None:
    if not isinstance(languages, list) or not languages or not set(languages) <= set(LANGUAGES):
        raise ValidationError(_("Give at least one of nl, fr, de, en."))
