"""``contactdays manage publish EDITION``: make the draft the plan everyone goes by."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from contactdays.accounts.actors import COMMAND_LINE
from contactdays.audit.services import request_id
from contactdays.cli.editions import edition_named
from contactdays.cli.refusals import sentence
from contactdays.core.errors import DomainError
from contactdays.core.scope import edition_scope
from contactdays.planning.services import publish


class Command(BaseCommand):
    help = "Publish an edition's draft, once the checker accepts it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("edition")

    def handle(self, *args: Any, **options: Any) -> None:
        edition = edition_named(options["edition"])
        with edition_scope(edition), request_id():
            try:
                plan = publish(edition, actor=COMMAND_LINE)
            except DomainError as error:
                raise CommandError(f"Nothing was published. {sentence(error)}") from error
        self.stdout.write(f"Plan {plan.number} is published.")
