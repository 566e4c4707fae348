"""``contactdays manage week WORKBOOK``: from a workbook to everyone's agenda, as files."""

import shutil
import sys
from argparse import ArgumentParser
from datetime import datetime
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from contactdays.cli.progress import ProgressBar
from contactdays.cli.refusals import sentence
from contactdays.cli.week import import_edition, plan_and_publish, write_agendas
from contactdays.core import clock
from contactdays.core.errors import DomainError
from contactdays.core.scope import edition_scope
from contactdays.editions.models import Edition
from contactdays.planning.models import Plan
from contactdays.planning.queries import plan_figures
from contactdays.planning.services import published_plan


class Command(BaseCommand):
    help = "Import a workbook into an empty database, plan, check, publish, and write everyone's agenda."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("workbook", type=Path)
        parser.add_argument("--out", type=Path, default=Path("out"))
        parser.add_argument("--as-of", required=True, help="instant of publication with its zone, ISO 8601")

    def handle(self, *args: Any, **options: Any) -> None:
        if Edition.objects.exists():
            raise CommandError("This database is not empty. Give a new one in CONTACTDAYS_DATABASE.")
        with clock.at(datetime.fromisoformat(options["as_of"])):
            self._run(options["workbook"], options["out"])

    def _run(self, workbook: Path, out: Path) -> None:
        edition, _ = import_edition(workbook)
        if edition is None:
            call_command("import-workbook", workbook, dry_run=True)
            raise CommandError(f"{workbook} was refused; see above.")
        self.stdout.write(f"{workbook} is imported.")
        bar = ProgressBar(sys.stderr)
        try:
            plan, problem = plan_and_publish(edition, on_progress=bar)
        except DomainError as error:
            raise CommandError(f"Nothing was published. {sentence(error)}") from error
        finally:
            bar.close()
        self._tell(plan, edition)
        self._write(edition, plan, problem, out)

    def _tell(self, plan: Plan, edition: Edition) -> None:
        with edition_scope(edition):
            figures = plan_figures(plan)
        proof = "proven optimal" if figures.proven else f"at most {figures.bound}"
        self.stdout.write(f"{figures.held} of {figures.asked} meetings held, value {figures.value}, {proof}.")
        self.stdout.write(f"The checker accepts plan {plan.number}; it is published.")

    def _write(self, edition: Edition, plan: Plan, problem: str, out: Path) -> None:
        """Into a folder beside, which takes the place of ``out`` once it is whole."""
        unfinished = out.with_name(f"{out.name}.unfinished")
        shutil.rmtree(unfinished, ignore_errors=True)
        unfinished.mkdir(parents=True)
        (unfinished / "problem.json").write_text(problem, encoding="utf-8")
        with edition_scope(edition):
            (unfinished / "plan.json").write_text(published_plan(plan, edition), encoding="utf-8")
        written = write_agendas(edition, unfinished / "agendas")
        shutil.rmtree(out, ignore_errors=True)
        unfinished.rename(out)
        if written.missing:
            self.stderr.write(f"No vendored font has: {' '.join(written.missing)}. Those agendas are not PDF/UA.")
        self.stdout.write(f"{written.agendas} agendas, each as PDF and calendar, are in {out / 'agendas'}.")
