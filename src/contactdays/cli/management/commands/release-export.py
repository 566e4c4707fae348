"""``contactdays manage release-export CODE --lang L``: a release as its file."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import translation
from django.utils.translation import gettext

from contactdays.cli.releases import REFUSED, add_language, edition_of, write_file
from contactdays.core.scope import edition_scope
from contactdays.core.text import LANGUAGES
from contactdays.press.models import LanguageVersion
from contactdays.press.release_file import write_release
from contactdays.press.wording import language_name


class Command(BaseCommand):
    help = "Write a release as its file. Exit 0: written, 1: there is no such release, 2: the file cannot be written."

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        """``--version`` is the release's here, not Django's."""
        return super().create_parser(prog_name, subcommand, conflict_handler="resolve", **kwargs)

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("code")
        parser.add_argument("--lang", choices=LANGUAGES, required=True)
        parser.add_argument("--edition", metavar="CODE", help="the latest when not given")
        parser.add_argument("--version", dest="number", type=int, metavar="N", help="the latest when not given")
        parser.add_argument("--out", type=Path, metavar="FILE", help="standard output when not given")
        add_language(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        with translation.override(options["language"]):
            with edition_scope(edition_of(options["edition"])):
                row = _find(options["code"], options["lang"], options["number"])
            content = write_release(row.text).encode()
            if options["out"] is None:
                self._print(content)
            else:
                write_file(options["out"], content)

    def _print(self, content: bytes) -> None:
        """The very bytes, whatever the terminal's encoding."""
        binary = getattr(self.stdout, "buffer", None)
        if binary is None:
            self.stdout.write(content.decode(), ending="")
        else:
            binary.write(content)


def _find(code: str, language: str, number: int | None) -> LanguageVersion:
    """The text asked for, of version ``number`` or the latest that has it."""
    texts = LanguageVersion.objects.filter(version__release__code=code).order_by("version__number")
    if not texts:
        raise CommandError(gettext("There is no release “%(code)s”.") % {"code": code}, returncode=REFUSED)
    row = texts.filter(language=language, **({"version__number": number} if number else {})).last()
    if row is None:
        known = ", ".join(f"{each.language} ({each.version.number})" for each in texts.select_related("version"))
        said = {"code": code, "language": language_name(language), "known": known}
        message = gettext("“%(code)s” is not there in %(language)s. There are, with their versions: %(known)s.")
        raise CommandError(message % said, returncode=REFUSED)
    return row
