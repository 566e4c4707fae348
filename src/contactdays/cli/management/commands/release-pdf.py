"""``contactdays manage release-pdf FILE --out X.pdf``: a document from a file, without any database."""

from argparse import ArgumentParser
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import translation
from django.utils.translation import gettext, ngettext

from contactdays.cli.releases import UNREADABLE, add_language, read_files, write_file
from contactdays.press.document import release_document
from contactdays.press.release_text import ReleaseText


class Command(BaseCommand):
    help = "Make the document of a release from its file. Exit 0: written, 2: the file cannot be used."
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--out", type=Path, required=True, metavar="PDF")
        parser.add_argument("--with-embargo", action="store_true", help="put the embargo of the file above the release")
        add_language(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        with translation.override(options["language"]):
            (text,) = read_files([options["file"]], self.stderr.write)
            pages = self._make(text, options)
            said = ngettext("%(file)s: %(count)s page.", "%(file)s: %(count)s pages.", pages)
            self.stdout.write(said % {"file": options["out"], "count": pages})

    def _make(self, text: ReleaseText, options: dict[str, Any]) -> int:
        dated = datetime.combine(text.date, time(), UTC)
        document = release_document(text, dated=dated, with_embargo=options["with_embargo"])
        if document.missing:
            named = ", ".join(f"{each} (U+{ord(each):04X})" for each in document.missing)
            message = gettext("%(file)s: no font has these characters: %(characters)s. Replace them in the text.")
            raise CommandError(message % {"file": options["file"], "characters": named}, returncode=UNREADABLE)
        write_file(options["out"], document.pdf)
        return document.pages
