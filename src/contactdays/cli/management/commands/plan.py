"""``contactdays manage plan EDITION``: plan the meetings of the draft."""

import sys
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from contactdays.accounts.actors import COMMAND_LINE
from contactdays.cli.editions import edition_named
from contactdays.cli.progress import ProgressBar
from contactdays.cli.refusals import sentence
from contactdays.core.errors import DomainError
from contactdays.core.scope import edition_scope
from contactdays.planning.queries import draft_of, plan_figures
from contactdays.planning.services import run_planner


class Command(BaseCommand):
    help = "Plan the bilateral meetings of an edition's draft; the checker must accept the result."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("edition")
        parser.add_argument("--seed", type=int, default=0)

    def handle(self, *args: Any, **options: Any) -> None:
        edition, bar = edition_named(options["edition"]), ProgressBar(sys.stderr)
        with edition_scope(edition):
            try:
                run_planner(edition, actor=COMMAND_LINE, seed=options["seed"], on_progress=bar)
            except DomainError as error:
                raise CommandError(f"Nothing was planned. {sentence(error)}") from error
            finally:
                bar.close()
            draft = draft_of(edition)
            if draft is not None:
                figures = plan_figures(draft)
                proof = "proven optimal" if figures.proven else f"at most {figures.bound}"
                self.stdout.write(
                    f"{figures.held} of {figures.asked} meetings held, value {figures.value} ({proof}; "
                    f"bound without regard to time {figures.flow_bound}), {figures.gaps} gaps. Accepted by the checker."
                )
