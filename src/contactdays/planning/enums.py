from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class PlanState(TextChoices):
    DRAFT = "draft", _("draft")
    PUBLISHED = "published", _("published")


class RunState(TextChoices):
    RUNNING = "running", _("running")
    DONE = "done", _("done")
    REFUSED = "refused", _("refused by the checker")
    INFEASIBLE = "infeasible", _("cannot be planned")
