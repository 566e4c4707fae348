"""What would let a request be held, in words."""

from contactdays.planner import Problem, Relaxation, Remedy, Step

from .instants import when


def remedy(problem: Problem, relaxation: Relaxation) -> str:
    """What together lets it be held, when, and what that loses or gains."""
    steps = " and ".join(_step(problem, each) for each in relaxation.steps) or "nothing has to give way"
    where = f" in {relaxation.place}" if relaxation.place is not None else ""
    change = f"loses {relaxation.loss}" if relaxation.loss > 0 else f"gains {-relaxation.loss}"
    return f"{steps}: then at {when(problem, relaxation.start)}{where}; {change}{_at_least(relaxation)}."


def _at_least(relaxation: Relaxation) -> str:
    if relaxation.least is None or relaxation.loss <= 0:
        return ""
    if relaxation.least == relaxation.loss:
        return ", and no plan that holds it loses less"
    return f" (a plan made anew would lose at least {max(0, relaxation.least)})"


def _step(problem: Problem, step: Step) -> str:
    weights = {each.id: each.weight for each in problem.requests}
    span = ""
    if step.start is not None and step.end is not None:
        span = f"{when(problem, step.start)} to {when(problem, step.end)}"
    since = when(problem, step.start or 0)
    minutes = (step.end or 0) - (step.start or 0)
    return {
        Remedy.DROP: f"drop {step.activity} (worth {weights.get(step.activity or '')})",
        Remedy.MOVE: f"move {step.activity} to {since}",
        Remedy.EXTEND: f"extend the presence of {step.participant} by {minutes} minutes, {span}",
        Remedy.FILL_POST: f"fill the post of {step.participant}, {span}",
        Remedy.RELEASE: f"let {step.participant} leave {step.activity}",
        Remedy.RAISE_CAP: f"raise the cap of {step.participant} by 1",
        Remedy.RAISE_CAP_PER_DAY: f"raise the cap of {step.participant} by 1 for the day from {since}",
        Remedy.ADD_PLACE: f"one more place in {step.place}, {span}",
        Remedy.WIDEN_WINDOW: f"let it lie anywhere in {span}",
        Remedy.ALLOW: "allow it to be held",
    }[step.remedy]
