"""The words an agenda says itself, in the language Django has active; everything else comes with its entries."""

from datetime import datetime

from django.utils.translation import gettext, gettext_lazy

from contactdays.agendas.entries import EntryKind
from contactdays.agendas.formats import clock_time, language_names, long_date, zone_place

_KINDS = {
    EntryKind.PLENARY: gettext_lazy("Plenary session"),
    EntryKind.MINISTERIAL: gettext_lazy("Meeting with a member of a government"),
    EntryKind.ROUND_TABLE: gettext_lazy("Round table"),
    EntryKind.RECEPTION: gettext_lazy("Reception"),
    EntryKind.VISIT: gettext_lazy("Site visit"),
    EntryKind.TRANSFER: gettext_lazy("Transfer"),
    EntryKind.BREAK: gettext_lazy("Break"),
    EntryKind.PRESS_POINT: gettext_lazy("Press point"),
    EntryKind.BILATERAL: gettext_lazy("Bilateral meeting"),
    EntryKind.PRIVATE: gettext_lazy("Private"),
}


def kind_label(kind: EntryKind) -> str:
    """What an entry is, as a reader would call it."""
    return str(_KINDS[kind])


def agenda_title(name: str) -> str:
    return gettext("Agenda of %(name)s") % {"name": name}


def plan_label(number: int) -> str:
    return gettext("Plan %(number)s") % {"number": number}


def published_label(moment: datetime, language: str) -> str:
    """When the plan was published; ``moment`` stands in the time zone it is to be read in."""
    spoken = {"date": long_date(moment.date(), language), "time": clock_time(moment)}
    return gettext("Published on %(date)s at %(time)s") % spoken


def zone_label(time_zone: str, language: str) -> str:
    """Where the times of an agenda hold."""
    return gettext("Local time: %(place)s") % {"place": zone_place(time_zone, language)}


def languages_label(codes: tuple[str, ...], language: str) -> str:
    """In which languages (ISO 639 codes) an entry is held or interpreted."""
    return gettext("Languages: %(languages)s") % {"languages": language_names(codes, language)}


def subject_label() -> str:
    """What stands before the purpose of a meeting."""
    return gettext("Subject:")


def cancelled_label() -> str:
    return gettext("Cancelled")


def cancelled_title(title: str) -> str:
    return gettext("Cancelled: %(title)s") % {"title": title}


def optional_label() -> str:
    return gettext("Optional")


def private_label() -> str:
    """Said beside a private block: nobody else is shown it."""
    return gettext("Shown to you only")


def busy_label() -> str:
    """All that a feed without contents says about an entry."""
    return gettext("Busy")


def empty_label() -> str:
    return gettext("Nothing is planned for you.")
