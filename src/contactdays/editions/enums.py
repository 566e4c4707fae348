from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class RoomKind(TextChoices):
    HALL = "hall", _("hall")
    ROOM = "room", _("room")
    TABLE = "table", _("table")
    OUTSIDE = "outside", _("outside")
