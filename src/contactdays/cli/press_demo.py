"""The press room of the demo: its releases, from their files, as two press officers would have brought them out."""

import tomllib
from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from django.db import transaction

from contactdays.accounts.models import User
from contactdays.audit.services import request_id
from contactdays.core import clock
from contactdays.core.scope import edition_scope
from contactdays.core.text import Text
from contactdays.editions.models import Edition
from contactdays.press.models import LanguageVersion, Release, Version
from contactdays.press.release_file import read_release
from contactdays.press.services.attachments import attach, describe
from contactdays.press.services.roster import add_duty, set_spokesperson
from contactdays.press.services.workflow import review, schedule
from contactdays.press.services.writing import begin_correction, link_sessions, set_note, write_text

PLAN = "press.toml"
A_MINUTE = timedelta(minutes=1)

Values = dict[str, Any]


def bring_out_releases(edition: Edition, folder: Path, officers: Sequence[User]) -> int:
    """Bring out the releases in ``folder``, the first officer writing, the second reviewing; return their versions.

    Each step happens at the instant ``press.toml`` gives it. Nothing happens in an edition that has releases, or for
    which the folder is not meant.
    """
    plan = _plan_for(edition, folder)
    with edition_scope(edition), request_id(), transaction.atomic():
        if plan is None or Release.objects.exists():
            return 0
        begun = min(each["written"] for each in plan["release"])
        with clock.at(begun - A_MINUTE):
            _keep_roster(plan, edition, officers[0])
        for told in plan["release"]:
            _bring_out(told, plan["languages"], folder, edition, officers)
        return len(plan["release"])


def _plan_for(edition: Edition, folder: Path) -> Values | None:
    path = folder / PLAN
    if not path.exists():
        return None
    plan = tomllib.loads(path.read_text(encoding="utf-8"))
    return plan if plan["edition"] == edition.code else None


def _bring_out(
    told: Values, languages: Sequence[str], folder: Path, edition: Edition, officers: Sequence[User]
) -> None:
    writer, reader = officers
    with clock.at(told["written"]):
        rows = _write(told, languages, folder, edition, writer)
        version = rows[0].version
        for picture in told.get("pictures", ()):
            _attach(version, picture, folder, writer)
        _complete(version, told, writer)
    with clock.at(told["reviewed"]):
        for row in rows:
            review(row, actor=reader)
        schedule(version, told["appears"], zone=edition.time_zone, actor=writer)


def _write(
    told: Values, languages: Sequence[str], folder: Path, edition: Edition, writer: User
) -> list[LanguageVersion]:
    if corrected := told.get("corrects"):
        begin_correction(Release.objects.get(code=corrected), actor=writer)
    paths = [folder / f"{told['files']}.{language}.md" for language in languages]
    texts = [read_release(path.read_bytes(), name=str(path)) for path in paths]
    return [write_text(text, edition=edition, actor=writer) for text in texts]


def _complete(version: Version, told: Values, writer: User) -> None:
    if note := told.get("note"):
        set_note(version, Text(note), actor=writer)
    if sessions := told.get("sessions"):
        link_sessions(version.release, sessions, actor=writer)


def _attach(version: Version, picture: Values, folder: Path, writer: User) -> None:
    path = folder / picture["file"]
    attachment = attach(version, path.read_bytes(), path.name, actor=writer)
    describe(
        attachment,
        alternative=Text(picture["alternative"]),
        caption=Text(picture["caption"]),
        rights=picture["rights"],
        language="",
        actor=writer,
    )


def _keep_roster(plan: Values, edition: Edition, officer: User) -> None:
    for person in plan["spokesperson"]:
        given: Values = {name: person[name] for name in ("languages", "landline", "mobile", "email")}
        given |= {f"shows_{each}": True for each in person["shows"]}
        set_spokesperson(person["code"], **given, edition=edition, actor=officer)
    for duty in plan["duty"]:
        for day in duty["days"]:
            at = partial(datetime.combine, day, tzinfo=ZoneInfo(edition.time_zone))
            add_duty(
                duty["code"],
                at(duty["from"]),
                at(duty["to"]),
                languages=duty["languages"],
                edition=edition,
                actor=officer,
            )
