"""Why a meeting is not held, in words. The codes are the planner's."""

from django.utils.translation import gettext_lazy as _

_LABELS = {
    "never": _("One of the two does not wish to meet the other"),
    "vacant": _("The post is vacant that week"),
    "no_common_free_slot": _("The two are never free at the same time"),
    "cap_reached": _("One of the two has as many meetings as it may have"),
    "no_free_slot_left": _("Other meetings take the time in which both are free"),
    "no_place_left": _("No table is free when both are"),
    "outvalued": _("Meetings of more weight come first"),
}


def reason_label(code: str) -> str:
    """The reason as a sentence without a full stop; an unknown code stands for itself."""
    return str(_LABELS.get(code, code))
