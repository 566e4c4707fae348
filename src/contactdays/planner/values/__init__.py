"""The planner's values: frozen, slotted, checked on construction."""

from .cause import Cause
from .certificate import Certificate, CertificateKind, Price, Scarce
from .errors import Infeasible, InvalidInput, InvalidPlan, InvalidProblem, PlannerError, StoppedEarly
from .interval import Interval
from .objective import USUAL, Aim, Objective, Tier
from .participant import Participant
from .pin import Pin
from .place import Place
from .plan import Assignment, Plan
from .problem import Problem
from .reason import Reason, ReasonCode
from .request import Request, Wish
from .result import Progress, Result, Stop
from .round import Ranking, Round, Seat, Table
from .session import Session
from .slot import Slot
from .violation import Violation

__all__ = [
    "USUAL",
    "Aim",
    "Assignment",
    "Cause",
    "Certificate",
    "CertificateKind",
    "Infeasible",
    "Interval",
    "InvalidInput",
    "InvalidPlan",
    "InvalidProblem",
    "Objective",
    "Participant",
    "Pin",
    "Place",
    "Plan",
    "PlannerError",
    "Price",
    "Problem",
    "Progress",
    "Ranking",
    "Reason",
    "ReasonCode",
    "Request",
    "Result",
    "Round",
    "Scarce",
    "Seat",
    "Session",
    "Slot",
    "Stop",
    "StoppedEarly",
    "Table",
    "Tier",
    "Violation",
    "Wish",
]
