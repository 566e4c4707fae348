"""The releases by year and by theme."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet

from contactdays.editions.models import Edition
from contactdays.press.models import LanguageVersion
from contactdays.press.queries.public import public_texts
from contactdays.web.public.press.headlines import listed_texts


@dataclass(frozen=True, slots=True)
class Year:
    year: int
    count: int


@dataclass(frozen=True, slots=True)
class ThemeLine:
    code: str
    name: str
    count: int


def years(edition: Edition, language: str) -> tuple[Year, ...]:
    """The years in which something appeared in ``language``, the latest first."""
    texts: Any = listed_texts(language)  # the annotation is no field
    instants = texts.values_list("first", flat=True)
    counts = Counter(instant.astimezone(edition.zone).year for instant in instants)
    return tuple(Year(year, counts[year]) for year in sorted(counts, reverse=True))


def themes(language: str) -> tuple[ThemeLine, ...]:
    """The themes of what has appeared in ``language``, by the name that the latest release gives them."""
    rows = list(listed_texts(language).values_list("version__release__theme__code", "content__theme"))
    counts = Counter(code for code, _name in rows)
    names: dict[str, str] = {}
    for code, name in rows:
        names.setdefault(code, name)
    return tuple(ThemeLine(code, names[code], counts[code]) for code in sorted(names, key=lambda code: names[code]))


def texts_of_year(year: int, edition: Edition, language: str) -> "QuerySet[LanguageVersion]":
    begin, end = (datetime(each, 1, 1, tzinfo=edition.zone) for each in (year, year + 1))
    return listed_texts(language).filter(Q(first__gte=begin, first__lt=end))


def texts_of_theme(code: str, language: str) -> "QuerySet[LanguageVersion]":
    return listed_texts(language).filter(version__release__theme__code=code)


def is_known_theme(code: str) -> bool:
    """Whether anything with this theme has appeared, in whichever language."""
    return bool(public_texts().filter(version__release__theme__code=code).exists())
