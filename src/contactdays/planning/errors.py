from contactdays.core.errors import DomainError


class PlanRefused(DomainError):
    """The checker found breaches; ``violations`` lists them. Nothing was published."""

    code = "plan_refused"


class DraftChanged(DomainError):
    """The draft is no longer what the planner was given; plan again."""

    code = "draft_changed"


class NothingToPublish(DomainError):
    """The edition has no draft, or the draft is empty."""

    code = "nothing_to_publish"


class CannotBePlanned(DomainError):
    """No plan keeps every rule; ``rules`` and ``activities`` name a set that conflicts."""

    code = "cannot_be_planned"
