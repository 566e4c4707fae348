"""``contactdays manage release-import FILE…``: keep releases from files as drafts, all of them or none."""

from argparse import ArgumentParser
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext

from contactdays.accounts.actors import COMMAND_LINE
from contactdays.audit.services import request_id
from contactdays.cli.releases import REFUSED, UNREADABLE, add_language, edition_of, read_files
from contactdays.core.errors import DomainError
from contactdays.core.scope import edition_scope
from contactdays.editions.models import Edition
from contactdays.press.models import LanguageVersion, Release
from contactdays.press.queries.office import states
from contactdays.press.release_text import ReleaseText
from contactdays.press.services.writing import write_text
from contactdays.press.wording import language_name, refusal


class Command(BaseCommand):
    help = "Keep releases from files as drafts, all or none. Exit 0: kept, 1: refused, 2: a file cannot be read."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("files", type=Path, nargs="+", metavar="FILE")
        parser.add_argument("--edition", metavar="CODE", help="the edition they belong to; the latest when not given")
        parser.add_argument("--dry-run", action="store_true", help="say what would be done; write nothing")
        add_language(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        with translation.override(options["language"]):
            files = options["files"]
            texts = read_files(files, self.stderr.write)
            _require_one_each(files, texts)
            edition = edition_of(options["edition"])
            with edition_scope(edition), request_id(), transaction.atomic():
                said = list(_kept(files, texts, edition))
                transaction.set_rollback(options["dry_run"])
            if options["dry_run"]:
                said.append(gettext("Nothing was written."))
            for line in said:
                self.stdout.write(line)


def _require_one_each(files: Sequence[Path], texts: Sequence[ReleaseText]) -> None:
    first: dict[tuple[str, str], Path] = {}
    for path, text in zip(files, texts, strict=True):
        other = first.setdefault((text.code, text.lang), path)
        if other is not path:
            message = gettext("%(file)s: the same release in the same language as %(other)s. Give one of them.")
            raise CommandError(message % {"file": path, "other": other}, returncode=UNREADABLE)


def _kept(files: Sequence[Path], texts: Sequence[ReleaseText], edition: Edition) -> Iterator[str]:
    """Keep every text, and say what became of it."""
    for path, text in zip(files, texts, strict=True):
        new = not Release.objects.filter(code=text.code).exists()
        try:
            row = write_text(text, edition=edition, actor=COMMAND_LINE)
        except DomainError as error:
            message = f"{path}: {refusal(error)} {gettext('Nothing was written.')}"
            raise CommandError(message, returncode=REFUSED) from error
        yield _outcome(row, new=new)


def _outcome(row: LanguageVersion, *, new: bool) -> str:
    release, language = row.version.release, language_name(row.language)
    state = states(row.version, release.source_language)[row.language].label
    told = f"{release.code}, {language}: {state}."
    if not new:
        return told
    return f"{told} " + gettext("The release is new; %(language)s is the language it is translated from.") % {
        "language": language
    }
