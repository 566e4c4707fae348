"""How fast agendas are rendered: PDFs and feeds a second, and how many empty documents one agenda costs.

    python benchmarks/agendas.py [--agendas 415] [--entries 25]

Figures of one machine are only worth comparing with each other; the ratio travels.
"""

import argparse
import os
import resource
import statistics
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter

import django

from contactdays.agendas.entries import Agenda, AgendaEntry, EntryKind
from contactdays.agendas.ical import to_ical
from contactdays.agendas.pdf import to_pdf
from contactdays.typesetting.compiler import PACKAGE, compile_pdf

PUBLISHED = datetime(2026, 2, 1, 22, 31, tzinfo=UTC)
MONDAY = datetime(2026, 2, 2, 8, tzinfo=UTC)
LANGUAGES = ("nl", "fr", "de", "en")
EMPTY = "#set document(title: sys.inputs.values)\n"


@dataclass(frozen=True, slots=True)
class Figures:
    """What one renderer took: seconds in all, the median of one, and bytes of one."""

    seconds: float
    median: float
    size: int


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--agendas", type=int, default=415)
    parser.add_argument("--entries", type=int, default=25)
    arguments = parser.parse_args()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "contactdays.config.settings")
    os.environ.setdefault("CONTACTDAYS_MODE", "demo")
    django.setup()
    report(arguments.agendas, arguments.entries)


def report(agendas: int, entries: int) -> None:
    """Render and print the table."""
    weeks = [an_agenda(number, entries) for number in range(agendas)]
    with empty_template() as template:
        empty = measured(lambda week: compile_empty(template, week), weeks)
    pdf = measured(lambda agenda: to_pdf(agenda).pdf, weeks)
    feed = measured(to_ical, weeks)
    print(f"{agendas} agendas of {entries} entries")
    print(f"{'':14}{'a second':>10}{'seconds':>10}{'median ms':>11}{'kB each':>9}{'empty documents':>17}")
    for name, figures in (("PDF", pdf), ("iCalendar", feed)):
        ratio = figures.median / empty.median
        print(
            f"{name:14}{agendas / figures.seconds:>10.1f}{figures.seconds:>10.2f}{figures.median * 1000:>11.2f}"
            f"{figures.size / 1000:>9.1f}{ratio:>17.1f}"
        )
    print(f"an empty document takes {empty.median * 1000:.2f} ms; peak memory {peak_memory()} MB")


@contextmanager
def empty_template() -> Iterator[Path]:
    """A template that sets nothing but a title, for as long as it is needed where the compiler may read it."""
    template = PACKAGE / "typesetting" / f"of-benchmark-{os.getpid()}.typ"
    template.write_text(EMPTY)
    try:
        yield template
    finally:
        template.unlink()


def compile_empty(template: Path, week: Agenda) -> bytes:
    return compile_pdf(template, {"title": week.name}, language="nl", timestamp=PUBLISHED).pdf


def measured(render: Callable[[Agenda], bytes], weeks: Sequence[Agenda]) -> Figures:
    render(replace(weeks[0], plan_number=0))  # fonts are read once in the life of a process
    times, size = [], 0
    for week in weeks:
        began = perf_counter()
        size += len(render(week))
        times.append(perf_counter() - began)
    return Figures(sum(times), statistics.median(times), size // len(weeks))


def an_agenda(number: int, entries: int) -> Agenda:
    """A week of an invented person, unlike that of any other ``number``."""
    return Agenda(
        name=f"Hilde Vandermeersch {number}",
        role="Ambassadeur in Nairobi",
        edition="Diplomatieke contactdagen 2026",
        dates="2–6 februari 2026",
        venue="Egmontpaleis, Brussel",
        plan_number=16,
        published=PUBLISHED,
        time_zone="Europe/Brussels",
        language=LANGUAGES[number % len(LANGUAGES)],
        entries=tuple(an_entry(number, place, entries) for place in range(entries)),
    )


def an_entry(number: int, place: int, entries: int) -> AgendaEntry:
    a_day = max(1, entries // 5)
    start = MONDAY + timedelta(days=place // a_day, minutes=60 * (place % a_day))
    return AgendaEntry(
        uid=f"meeting-{place}.{number}@week.example",
        kind=EntryKind.BILATERAL,
        title=f"Scheldekade Waterbouw {number * 31 + place} nv",
        start=start,
        end=start + timedelta(minutes=15),
        place=f"Tafel {place + 1}",
        venue="Galerie des Marbres",
        people=("Lotte Verschaeren, directeur export",),
        purpose=f"Uitbreiding van havenkade {place} in Mombasa, met steun van de exportkredietverzekeraar",
    )


def peak_memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    main()
