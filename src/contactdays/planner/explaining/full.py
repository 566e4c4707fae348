"""The whole answer: why a request is not held, and what would let it be."""

from collections.abc import Iterator
from dataclasses import replace

from contactdays.planner.values import InvalidPlan, InvalidProblem, Plan, Problem, Reason, Relaxation, Remedy, Request

from .first import first_reasons, reasons
from .forcing import least_loss
from .minimal import minimal_causes
from .obstacles import Obstacles
from .relief import relaxations
from .standing import Standing


def explain(problem: Problem, plan: Plan, request: str) -> Reason:
    """Why ``plan`` does not hold ``request``: its causes, none to spare, and what would let it be held.

    The other meetings of the plan stay where they are; see ``Reason``. Where meetings are only dropped, ``least``
    says how much less might be lost by planning the week anew (equal to the loss: proven the cheapest). Raises
    InvalidProblem when the problem does not know the request, InvalidPlan when the plan holds it.
    """
    wanted = next((each for each in problem.requests if each.id == request), None)
    if wanted is None:
        raise InvalidProblem("unknown_id", f"request {request}", id=request)
    if any(each.activity == request for each in plan.assignments):
        raise InvalidPlan("already_held", f"request {request}", id=request)
    (first,) = first_reasons(problem, plan, (wanted,))
    reason = _Explainer(problem, plan).explained(wanted, first)
    if not any(_gives_nothing(each) for each in reason.relaxations):
        return reason
    least = least_loss(problem, plan, request)
    eased = (replace(each, least=least) if _gives_nothing(each) else each for each in reason.relaxations)
    return replace(reason, relaxations=tuple(eased))


def _gives_nothing(relaxation: Relaxation) -> bool:
    """Whether meetings are dropped only, so that the problem stays as it is."""
    return all(each.remedy is Remedy.DROP for each in relaxation.steps)


def explanations(problem: Problem, plan: Plan) -> Iterator[Reason]:
    """``explain``, but for ``least``, for every request that ``plan`` does not hold, in the order of the problem."""
    explainer = _Explainer(problem, plan)
    requests = {each.id: each for each in problem.requests}
    for reason in reasons(problem, plan):
        yield explainer.explained(requests[reason.request], reason)


class _Explainer:
    def __init__(self, problem: Problem, plan: Plan) -> None:
        self.standing = Standing(problem, plan)
        self.obstacles = Obstacles(self.standing)

    def explained(self, request: Request, first: Reason) -> Reason:
        ways = list(self.obstacles.ways(request))
        barred = minimal_causes([each.cause for each in way.obstacles] for way in ways)
        causes = barred if ways else (self.obstacles.no_way(request),)
        return replace(first, causes=causes, relaxations=relaxations(self.standing, request, ways))
