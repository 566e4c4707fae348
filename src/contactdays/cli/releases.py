"""What the commands on releases share: reading files, finding the edition, writing a file whole or not at all."""

import os
import secrets
from argparse import ArgumentParser
from collections.abc import Callable, Iterable
from pathlib import Path

from django.core.management.base import CommandError
from django.db.utils import OperationalError, ProgrammingError
from django.utils.translation import gettext

from contactdays.cli.languages import reader_language
from contactdays.core.text import LANGUAGES
from contactdays.editions.models import Edition
from contactdays.press.release_file import UnreadableRelease, read_release
from contactdays.press.release_text import ReleaseText
from contactdays.press.wording import lines

REFUSED, UNREADABLE = 1, 2


def add_language(parser: ArgumentParser) -> None:
    parser.add_argument("--language", choices=LANGUAGES, default=reader_language(), help="the language of messages")


def read_files(paths: Iterable[Path], say: Callable[[str], None]) -> list[ReleaseText]:
    """The releases of all files; when one is unreadable, ``say`` what is wrong in each of them, and end."""
    texts: list[ReleaseText] = []
    wrong: list[str] = []
    for path in paths:
        try:
            texts.append(read_release(_bytes(path), name=str(path)))
        except UnreadableRelease as error:
            wrong.extend(lines(error))
    for line in wrong:
        say(line)
    if wrong:
        raise CommandError(gettext("The file cannot be read. Nothing was written."), returncode=UNREADABLE)
    return texts


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        message = gettext("The file %(file)s cannot be opened.") % {"file": path}
        raise CommandError(message, returncode=UNREADABLE) from error


def write_file(path: Path, content: bytes) -> None:
    """Put ``content`` at ``path`` in one step, so that nobody ever finds half of it."""
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        with beside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        message = gettext("The file %(file)s cannot be written.") % {"file": path}
        raise CommandError(message, returncode=UNREADABLE) from error


def edition_of(code: str | None) -> Edition:
    """The edition with this code, or the latest; end with what to do when it is not there."""
    try:
        known = list(Edition.objects.order_by("-first_day", "-pk"))
    except (OperationalError, ProgrammingError) as error:
        message = gettext("The database has no tables. Run “contactdays manage migrate”, then import a workbook.")
        raise CommandError(message, returncode=REFUSED) from error
    if not known:
        message = gettext("There is no edition yet. Import one with “contactdays manage import-workbook”.")
        raise CommandError(message, returncode=REFUSED)
    found = next((each for each in known if code in (None, each.code)), None)
    if found is None:
        codes = ", ".join(each.code for each in known)
        message = gettext("There is no edition “%(code)s”. Known are: %(codes)s.") % {"code": code, "codes": codes}
        raise CommandError(message, returncode=REFUSED)
    return found
