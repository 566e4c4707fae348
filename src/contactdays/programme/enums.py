from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class SessionKind(TextChoices):
    PLENARY = "plenary", _("plenary")
    MINISTERIAL = "ministerial", _("with a member of government")
    ROUND_TABLE = "round-table", _("round table")
    RECEPTION = "reception", _("reception")
    VISIT = "visit", _("site visit")
    TRANSFER = "transfer", _("transfer")
    BREAK = "break", _("break")
    PRESS_POINT = "press-point", _("press point")


class Marking(TextChoices):
    """Who may know; in rising order. Not for formally classified material."""

    PUBLIC = "public", _("public")
    PARTICIPANTS = "participants", _("participants")
    ORGANISERS = "organisers", _("organisers")
    RESTRICTED = "restricted", _("restricted")


class PressAccess(TextChoices):
    OPEN = "open", _("open to the press")
    PICTURES = "pictures", _("pictures only")
    CLOSED = "closed", _("closed to the press")


class Duty(TextChoices):
    MUST = "must", _("expected")
    MAY = "may", _("optional")
    SPEAKER = "speaker", _("speaker")
