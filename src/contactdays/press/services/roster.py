"""Keeping who answers the press: their numbers, what they agreed to show, and when they are on duty."""

import re
from collections.abc import Sequence
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from contactdays.accounts.policy import require
from contactdays.audit.services import Actor
from contactdays.audit.services import record as note
from contactdays.core.text import LANGUAGES
from contactdays.editions.models import Edition
from contactdays.people.models import Participant
from contactdays.press.errors import NoSpokesperson
from contactdays.press.models import Duty, Spokesperson

_NUMBER = re.compile(r"\+?[0-9][0-9 ().\-/]{4,38}")


@transaction.atomic
def set_spokesperson(
    code: str,
    *,
    languages: Sequence[str],
    landline: str = "",
    mobile: str = "",
    email: str = "",
    shows_landline: bool = False,
    shows_mobile: bool = False,
    shows_email: bool = False,
    edition: Edition,
    actor: Actor,
) -> Spokesperson:
    """Keep how the participant ``code`` is reached, and what of it the world may see.

    What the person did not agree to show is kept and shown nowhere; the record tells which parts are shown, and no
    number. Raise ``NoSpokesperson``, or ``ValidationError`` by field.
    """
    require(actor, "press.roster", edition)
    if not Participant.objects.filter(code=code, spokesperson=True).exists():
        raise NoSpokesperson(code=code)
    row = Spokesperson.objects.filter(code=code).first()
    before, row = (_told(row), row) if row else (None, Spokesperson(edition=edition, code=code))
    row.languages = _ordered(languages)
    row.landline, row.mobile, row.email = (" ".join(each.split()) for each in (landline, mobile, email))
    row.shows_landline, row.shows_mobile, row.shows_email = shows_landline, shows_mobile, shows_email
    _require_valid(row, languages)
    row.save()
    note(
        "roster.spokesperson-set", f"spokesperson {code}", edition=edition, actor=actor, before=before, after=_told(row)
    )
    return row


def _ordered(languages: Sequence[str]) -> list[str]:
    return [language for language in LANGUAGES if language in languages]


def _require_valid(row: Spokesperson, languages: Sequence[str]) -> None:
    wrong: dict[str, list[str]] = {}
    if set(languages) - set(LANGUAGES):
        wrong["languages"] = [_("Choose among Dutch, French, German and English.")]
    for field in ("landline", "mobile"):
        if (number := getattr(row, field)) and not _NUMBER.fullmatch(number):
            wrong[field] = [_("Write a telephone number with its country code, such as +32 2 000 00 00.")]
    if wrong:
        raise ValidationError(wrong)
    row.full_clean(exclude=["edition"])


def _told(row: Spokesperson) -> dict[str, list[str]]:
    shows = [field for field in ("landline", "mobile", "email") if getattr(row, f"shows_{field}")]
    return {"languages": list(row.languages), "shows": shows}


@transaction.atomic
def add_duty(
    code: str, start: datetime, end: datetime, *, languages: Sequence[str], edition: Edition, actor: Actor
) -> Duty:
    """Have the spokesperson ``code`` answer from ``start`` to ``end`` (aware), in ``languages`` of theirs.

    Duties may overlap. Raise ``NoSpokesperson`` for whoever has no record, or ``ValidationError`` by field.
    """
    require(actor, "press.roster", edition)
    spokesperson = Spokesperson.objects.filter(code=code).first()
    if spokesperson is None or not Participant.objects.filter(code=code, spokesperson=True).exists():
        raise NoSpokesperson(code=code)
    _require_duty(spokesperson, start, end, languages)
    duty = Duty(edition=edition, spokesperson=spokesperson, start=start, end=end, languages=_ordered(languages))
    duty.save()
    _note_duty("roster.duty-added", duty, actor)
    return duty


def _require_duty(spokesperson: Spokesperson, start: datetime, end: datetime, languages: Sequence[str]) -> None:
    wrong: dict[str, list[str]] = {}
    if end <= start:
        wrong["end"] = [_("A duty ends after it begins.")]
    if not languages:
        wrong["languages"] = [_("Choose at least one language.")]
    elif unknown := sorted(set(languages) - set(spokesperson.languages)):
        told = {"languages": ", ".join(unknown)}
        wrong["languages"] = [_("This spokesperson does not answer in: %(languages)s.") % told]
    if wrong:
        raise ValidationError(wrong)


@transaction.atomic
def remove_duty(duty: Duty, *, actor: Actor) -> None:
    """Take ``duty`` off the roster."""
    require(actor, "press.roster", duty)
    _note_duty("roster.duty-removed", duty, actor)
    duty.delete()


def _note_duty(action: str, duty: Duty, actor: Actor) -> None:
    told = {"start": duty.start.isoformat(), "end": duty.end.isoformat(), "languages": duty.languages}
    subject = f"spokesperson {duty.spokesperson.code}"
    before, after = (None, told) if action == "roster.duty-added" else (told, None)
    note(action, subject, edition=duty.edition, actor=actor, before=before, after=after)
