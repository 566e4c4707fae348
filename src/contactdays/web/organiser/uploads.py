"""Workbooks between trying and importing: kept for an hour, for the one who sent them, reachable by no address."""

import secrets
import time
from pathlib import Path

from django.conf import settings
from django.core import signing
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest

LARGEST = 10 * 1024 * 1024
HOUR = 3600
_SALT = "contactdays.web.organiser.uploads"


class UploadTooLarge(Exception):
    """The file was larger than ``LARGEST``; nothing of it was kept."""


class SizeLimit(FileUploadHandler):
    """Reads past a body that is larger than a workbook may be, and keeps nothing of it."""

    def __init__(self, request: HttpRequest) -> None:
        super().__init__(request)
        self.exceeded = False

    def handle_raw_input(self, input_data, META, content_length, boundary, encoding=None):
        self.exceeded = content_length > LARGEST

    def new_file(self, *args, **kwargs):
        super().new_file(*args, **kwargs)
        if self.exceeded:
            raise SkipFile

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        return raw_data

    def file_complete(self, file_size: int) -> None:
        return None


def limit_uploads(request: HttpRequest) -> SizeLimit:
    """Have ``request``, whose body has not been read yet, keep no file larger than ``LARGEST``."""
    limit = SizeLimit(request)
    request.upload_handlers.insert(0, limit)
    return limit


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
