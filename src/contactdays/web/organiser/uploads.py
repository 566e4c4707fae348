"""Workbooks between trying and importing: kept for an hour, for the one who sent them, reachable by no address."""

import secrets
import time
from pathlib import Path

from django.conf import settings
from django.core import signing
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest

from contactdays.web.parts.uploads import SizeLimit, limit_to

LARGEST = 10 * 1024 * 1024
HOUR = 3600
_SALT = "contactdays.web.organiser.uploads"


class UploadTooLarge(Exception):
    """The file was larger than ``LARGEST``; nothing of it was kept."""


def limit_uploads(request: HttpRequest) -> SizeLimit:
    """Have ``request``, whose body has not been read yet, keep no file larger than ``LARGEST``."""
    return limit_to(LARGEST, request)


def keep(upload: UploadedFile, *, user: int, edition: int) -> tuple[Path, str]:
    """Keep ``upload``; return where, and the ticket with which ``user`` may come back for it within an hour."""
    folder = settings.STATE / "uploads"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    _forget_old(folder)
    path = folder / f"{secrets.token_hex(16)}.xlsx"
    path.touch(mode=0o600)
    with path.open("wb") as kept:
        for chunk in upload.chunks():
            kept.write(chunk)
    return path, signing.dumps({"file": path.name, "user": user, "edition": edition}, salt=_SALT)


def kept(ticket: str, *, user: int, edition: int) -> Path | None:
    """The workbook that ``ticket`` stands for; None when it is not this user's, is too old or has been used."""
    try:
        told = signing.loads(ticket, salt=_SALT, max_age=HOUR)
    except signing.BadSignature:
        return None
    path: Path = settings.STATE / "uploads" / told["file"]
    return path if (told["user"], told["edition"]) == (user, edition) and path.exists() else None


def _forget_old(folder: Path) -> None:
    """Files nobody came back for."""
    for path in folder.glob("*.xlsx"):
        if path.stat().st_mtime < time.time() - HOUR:
            path.unlink(missing_ok=True)
