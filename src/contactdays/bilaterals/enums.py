from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Wish(TextChoices):
    WANT = "want", _("wanted")
    MUST = "must", _("must be held")
    NEVER = "never", _("must not be held")
