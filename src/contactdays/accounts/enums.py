from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class RoleName(TextChoices):
    """What somebody may do in one edition. No role reaches over editions."""

    ORGANISER = "organiser", _("organiser")
    PRESS_OFFICER = "press-officer", _("press officer")
    DESK = "desk", _("desk")
    HEAD_OF_MISSION = "head-of-mission", _("head of mission")
    DELEGATE = "delegate", _("delegate")
    COUNTERPART = "counterpart", _("counterpart")
    AGENCY_APPROVER = "agency-approver", _("agency approver")
    JOURNALIST = "journalist", _("journalist")
