from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class LanguageState(TextChoices):
    """How far a release is in one language."""

    MISSING = "missing", _("missing")
    DRAFT = "draft", _("draft")
    OUTDATED = "outdated", _("outdated: the source changed")
    REVIEWED = "reviewed", _("reviewed")
    SCHEDULED = "scheduled", _("scheduled")
    PUBLISHED = "published", _("published")


class AttachmentKind(TextChoices):
    PICTURE = "picture", _("picture")
    DOCUMENT = "document", _("document")
