"""``contactdays manage demo WORKBOOK``: make the demo, or find it made, and say where to look."""

import sys
from argparse import ArgumentParser
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from contactdays.cli.demonstration import invite_demo_people, port_is_free, press_officers
from contactdays.cli.press_demo import bring_out_releases
from contactdays.cli.progress import ProgressBar
from contactdays.cli.refusals import sentence
from contactdays.cli.week import import_edition, plan_and_publish
from contactdays.core import clock
from contactdays.core.errors import DomainError
from contactdays.core.scope import edition_scope
from contactdays.editions.models import Edition
from contactdays.editions.queries import latest_edition
from contactdays.planning.models import Plan
from contactdays.planning.queries import current_plan, plan_figures

ADDRESSES = (
    ("Public", ""),
    ("Programme", "programme/"),
    ("Participant", "agenda/"),
    ("Organiser", "organiser/"),
    ("Press room", "press/"),
    ("Press office", "press-office/"),
    ("Demo sign-in", "account/demo/"),
)


class Command(BaseCommand):
    help = "Make the demo edition unless it is there, and print one address for each audience."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("workbook", type=Path)
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--as-of", required=True, help="instant of publication with its zone, ISO 8601")

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError("This is no demo. Set CONTACTDAYS_MODE=demo, on a machine that holds nothing real.")
        if not port_is_free(options["port"]):
            raise CommandError(f"Port {options['port']} is in use. Choose another: make demo PORT=8001")
        call_command("migrate", verbosity=0)
        call_command("collectstatic", verbosity=0, interactive=False)
        with clock.at(datetime.fromisoformat(options["as_of"])):
            edition = latest_edition() or self._import(options["workbook"])
            self._publish(edition)
        self._bring_out_releases(edition, options["workbook"].parent / "releases")
        self._tell(edition, options["port"])

    def _import(self, workbook: Path) -> Edition:
        edition, _ = import_edition(workbook)
        if edition is None:
            call_command("import-workbook", workbook, dry_run=True)
            raise CommandError(f"{workbook} was refused; see above.")
        self.stdout.write(f"{workbook} is imported.")
        return edition

    def _publish(self, edition: Edition) -> None:
        with edition_scope(edition):
            plan = current_plan(edition)
        if plan is None:
            bar = ProgressBar(sys.stderr)
            try:
                plan, _ = plan_and_publish(edition, on_progress=bar)
            except DomainError as error:
                raise CommandError(f"Nothing was published. {sentence(error)}") from error
            finally:
                bar.close()
            invite_demo_people(edition, plan)
        self._figures(plan, edition)

    def _bring_out_releases(self, edition: Edition, folder: Path) -> None:
        try:
            count = bring_out_releases(edition, folder, press_officers(edition))
        except DomainError as error:
            raise CommandError(f"The releases in {folder} were not brought out. {sentence(error)}") from error
        if count:
            self.stdout.write(f"Press room: {count} versions of releases, each from its instant on.")

    def _figures(self, plan: Plan, edition: Edition) -> None:
        with edition_scope(edition):
            figures = plan_figures(plan)
        proof = "proven optimal" if figures.proven else f"at most {figures.bound}"
        self.stdout.write(
            f"Plan {plan.number}, accepted by the checker: {figures.held} of {figures.asked} meetings held, "
            f"value {figures.value}, {proof}, {figures.gaps} gaps."
        )

    def _tell(self, edition: Edition, port: int) -> None:
        start = f"http://localhost:{port}/{edition.default_language}/{edition.code}/"
        self.stdout.write("")
        for audience, path in ADDRESSES:
            self.stdout.write(f"{audience:<14}{start}{path}")
        self.stdout.write("\nEverybody in it is invented. Stop with Ctrl-C; make demo starts it again as it is.")
