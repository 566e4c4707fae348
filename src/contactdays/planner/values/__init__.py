"""The planner's values: frozen, slotted, checked on construction."""

from .cause import Cause
from .certificate import Certificate, CertificateKind, Price, Scarce
from .change import Absence, Change, Closure, NoShow, SessionMove
from .errors import Infeasible, InvalidChange, InvalidInput, InvalidPlan, InvalidProblem, PlannerError, StoppedEarly
from .interval import Interval
from .objective import USUAL, Aim, Objective, Tier
from .participant import Participant
from .pin import Pin
from .place import Place
from .plan import Assignment, Plan
from .problem import Problem
from .reason import Reason, ReasonCode
from .relaxation import Relaxation, Remedy, Step
from .repair import Differences, Moved, Policy, Repair, RepairOption, Spared
from .request import Request, Wish
from .result import Progress, Result, Stop
from .round import Ranking, Round, Seat, Table
from .session import Session
from .slot import Slot
from .violation import Violation

__all__ = [
    "USUAL",
    "Absence",
    "Aim",
    "Assignment",
    "Cause",
    "Certificate",
    "CertificateKind",
    "Change",
    "Closure",
    "Differences",
    "Infeasible",
    "Interval",
    "InvalidChange",
    "InvalidInput",
    "InvalidPlan",
    "InvalidProblem",
    "Moved",
    "NoShow",
    "Objective",
    "Participant",
    "Pin",
    "Place",
    "Plan",
    "PlannerError",
    "Policy",
    "Price",
    "Problem",
    "Progress",
    "Ranking",
    "Reason",
    "ReasonCode",
    "Relaxation",
    "Remedy",
    "Repair",
    "RepairOption",
    "Request",
    "Result",
    "Round",
    "Scarce",
    "Seat",
    "Session",
    "SessionMove",
    "Slot",
    "Spared",
    "Step",
    "Stop",
    "StoppedEarly",
    "Table",
    "Tier",
    "Violation",
    "Wish",
]
