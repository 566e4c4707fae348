"""``contactdays manage import-workbook FILE``: let a workbook be an edition, or say what is wrong with it."""

from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import translation
from django.utils.translation import gettext

from contactdays.accounts.actors import COMMAND_LINE
from contactdays.audit.services import request_id
from contactdays.cli.languages import reader_language
from contactdays.core.text import LANGUAGES
from contactdays.intake.report import Outcome, Report
from contactdays.intake.services import import_workbook
from contactdays.intake.wording import conclusion, lines

REFUSED, UNREADABLE = 1, 2


class Command(BaseCommand):
    help = "Import a workbook's edition, whole or not at all. Exit 0: fit, 1: refused, 2: the file cannot be read."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("workbook", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="say what is wrong; write nothing")
        parser.add_argument(
            "--map",
            action="append",
            default=[],
            metavar="SHEET[!HEADING]=NAME",
            help="what a sheet or a heading of the file is; may be repeated",
        )
        parser.add_argument("--language", choices=LANGUAGES, default=reader_language())

    def handle(self, *args: Any, **options: Any) -> None:
        with translation.override(options["language"]):
            report = self._import(options["workbook"], _mapping(options["map"]), dry_run=options["dry_run"])
            *said, last = lines(report)
            for line in said:
                self.stdout.write(line)
            if report.outcome != Outcome.FIT:
                code = REFUSED if report.outcome == Outcome.REFUSED else UNREADABLE
                raise CommandError(conclusion(report), returncode=code)
            self.stdout.write(last)

    def _import(self, workbook: Path, mapping: dict[str, str], *, dry_run: bool) -> Report:
        try:
            with request_id():
                return import_workbook(workbook, actor=COMMAND_LINE, dry_run=dry_run, mapping=mapping)
        except OSError as error:
            message = gettext("The file %(file)s cannot be opened.") % {"file": workbook}
            raise CommandError(message, returncode=UNREADABLE) from error


def _mapping(given: Sequence[str]) -> dict[str, str]:
    """``Sheet=Name`` and ``Sheet!Heading=column`` by what stands before the last ``=``."""
    pairs = [each.rpartition("=") for each in given]
    for whole, (before, _, after) in zip(given, pairs, strict=True):
        if not before or not after:
            example = gettext("“%(given)s” is no mapping. Write for instance “Blad1=Posts” or “Blad1!Soort=kind”.")
            raise CommandError(example % {"given": whole}, returncode=UNREADABLE)
    return {before.strip(): after.strip() for before, _, after in pairs}
