"""The main job in one go: a workbook in, a plan that the checker accepted, everyone's agenda out."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from contactdays.accounts.actors import COMMAND_LINE
from contactdays.agendas.ical import to_ical
from contactdays.agendas.pdf import to_pdf
from contactdays.agendas.queries import agendas_of
from contactdays.audit.services import request_id
from contactdays.core.scope import edition_scope
from contactdays.editions.models import Edition
from contactdays.editions.queries import edition_by_code
from contactdays.intake.services import import_workbook
from contactdays.planning.models import Plan
from contactdays.planning.services import publish, run_planner


@dataclass(frozen=True, slots=True)
class Written:
    """How many agendas were written, and the characters no vendored font has, if any."""

    agendas: int
    missing: tuple[str, ...]


def import_edition(workbook: Path) -> tuple[Edition | None, Any]:
    """The edition made from ``workbook`` and the report; None when the workbook was refused."""
    report = import_workbook(workbook, actor=COMMAND_LINE)
    return (edition_by_code(report.edition) if report.written else None), report


def plan_and_publish(edition: Edition, *, on_progress: Callable[[Any], None]) -> tuple[Plan, str]:
    """Plan and publish; return the published plan and the problem it solves, as JSON."""
    with edition_scope(edition), request_id():
        run = run_planner(edition, actor=COMMAND_LINE, on_progress=on_progress)
        return publish(edition, actor=COMMAND_LINE), run.problem


def write_agendas(edition: Edition, folder: Path) -> Written:
    """A PDF and a calendar for every participant who has an entry, in their own language, named by their code."""
    folder.mkdir(parents=True)
    written = 0
    missing: set[str] = set()
    with edition_scope(edition):
        for participant, agenda in agendas_of(edition):
            name = participant.code.lower()
            typeset = to_pdf(agenda)
            (folder / f"{name}.pdf").write_bytes(typeset.pdf)
            (folder / f"{name}.ics").write_bytes(to_ical(agenda))
            missing.update(typeset.missing)
            written += 1
    return Written(written, tuple(sorted(missing)))
