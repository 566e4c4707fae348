"""The planner's values: frozen, slotted, checked on construction."""

from .errors import Infeasible, InvalidInput, InvalidPlan, InvalidProblem, PlannerError, StoppedEarly
from .interval import Interval
from .participant import Participant
from .pin import Pin
from .place import Place
from .plan import Assignment, Plan
from .problem import Problem
from .reason import Reason, ReasonCode
from .request import Request, Wish
from .result import Progress, Result, Stop
from .session import Session
from .slot import Slot
from .violation import Violation

__all__ = [
    "Assignment",
    "Infeasible",
    "Interval",
    "InvalidInput",
    "InvalidPlan",
    "InvalidProblem",
    "Participant",
    "Pin",
    "Place",
    "Plan",
    "PlannerError",
    "Problem",
    "Progress",
    "Reason",
    "ReasonCode",
    "Request",
    "Result",
    "Session",
    "Slot",
    "Stop",
    "StoppedEarly",
    "Violation",
    "Wish",
]
