"""How fast workbooks are refused and imported, and what the reading process takes.

    python benchmarks/intake.py [--requests 5000] [--times 3]

Each hostile file of the tests is read ``--times`` times; the slowest counts, against 2 s. A workbook of the example's
size with ``--requests`` requests is imported into a database of its own, against 10 s. Memory is the peak of the
reading process above the same process idle, against 300 MB.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from datetime import date, time
from pathlib import Path
from time import perf_counter
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
CHILD = "from contactdays.intake.workbook import child; child.limit_process(); {work}"
PEAK = "print(next(line for line in open('/proc/self/status') if line.startswith('VmHWM')).split()[1])"
READ = "list(child.read(open({path!r}, 'rb').read())); " + PEAK
REFUSE = "\ntry:\n    list(child.read(open({path!r}, 'rb').read()))\nexcept BaseException:\n    pass\n" + PEAK


def begin(folder: Path) -> None:
    """Set Django up with an empty database in ``folder``."""
    os.environ.update(
        CONTACTDAYS_MODE="demo", CONTACTDAYS_STATE=str(folder), DJANGO_SETTINGS_MODULE="contactdays.config.settings"
    )
    sys.path.insert(0, str(ROOT))
    import django  # noqa: PLC0415 - Django first
    from django.core.management import call_command  # noqa: PLC0415 - Django first

    django.setup()
    call_command("migrate", verbosity=0)


def peak(work: str) -> int | None:
    """Peak memory in MB of the reading process doing ``work``; None when its limit ended it."""
    done = subprocess.run(  # noqa: S603 - our own module
        [sys.executable, "-c", CHILD.format(work=work)], capture_output=True, text=True, check=False
    )
    return int(done.stdout.split()[-1]) // 1024 if done.returncode == 0 and done.stdout else None


def slowest(act: Callable[[], Any], times: int) -> float:
    """Seconds of the slowest of ``times`` calls."""
    found = []
    for _ in range(times):
        start = perf_counter()
        act()
        found.append(perf_counter() - start)
    return max(found)


def report_refusals(folder: Path, times: int, idle: int) -> None:
    from tests.intake.archives import UNREADABLE, far_corner, rows  # noqa: PLC0415 - Django first

    from contactdays.intake.services import check_workbook  # noqa: PLC0415 - Django first

    files: dict[str, Callable[[], bytes]] = {name: make for name, (make, _) in UNREADABLE.items()}
    files |= {"20,001 rows": lambda: rows(20_002), "a million rows": lambda: rows(1_000_000)}
    files |= {"10,000 columns": lambda: rows(1, 10_000), "the last corner": far_corner}
    print(f"{'file':<28}{'MB':>7}{'seconds':>9}  {'peak MB above idle':>18}")
    for name, make in files.items():
        path = folder / "file"
        path.write_bytes(make())
        seconds = slowest(lambda path=path: check_workbook(path), times)
        memory = peak(REFUSE.format(path=str(path)))
        shown = "stopped at its limit" if memory is None else f"{memory - idle:>18}"
        print(f"{name:<28}{path.stat().st_size / 1e6:>7.2f}{seconds:>9.2f}  {shown}")


def large_book(requests: int) -> bytes:
    """A week of 120 posts and 300 organisations, with ``requests`` requests."""
    from tests.intake.books import GOOD, post, request, session, written  # noqa: PLC0415 - Django first

    posts = [post(f"P{number}", f"City {number}", "KE", "africa") for number in range(120)]
    organisations = [{"code": f"O{number}", "name": f"Company {number}", "kind": "company"} for number in range(300)]
    people = [
        {"code": f"p{number}", "given name": "An", "family name": f"N{number}", "language": "nl"}
        for number in range(420)
    ]
    pairs = [(one, other) for other in range(300) for one in range(120)][:: 36_000 // requests][:requests]
    sheets: dict[str, list[dict[str, Any]]] = {
        **GOOD,
        "Posts": posts,
        "Organisations": organisations,
        "People": people,
        "Incumbencies": [
            {"post": f"P{number}", "person": f"p{number}", "role": "head", "from": date(2024, 9, 1)}
            for number in range(120)
        ],
        "Participants": [
            {"person": f"p{number + 120}", "organisation": f"O{number}", "function nl": "Directeur"}
            for number in range(300)
        ],
        "Sessions": [
            session(
                f"S{number}",
                date(2026, 2, 2 + number // 4),
                time(9 + 2 * (number % 4)),
                time(10 + 2 * (number % 4)),
                "HALL",
                audience="all posts",
            )
            for number in range(20)
        ],
        "Availability": [],
        "Requests": [
            request(f"R{number}", **{"from organisation": f"O{other}", "to post": f"P{one}"})
            for number, (one, other) in enumerate(pairs)
        ],
    }
    return written(sheets)


def report_import(folder: Path, requests: int, idle: int) -> None:
    from contactdays.accounts.actors import COMMAND_LINE  # noqa: PLC0415 - Django first
    from contactdays.intake.services import check_workbook, import_workbook  # noqa: PLC0415 - Django first

    path = folder / "large.xlsx"
    path.write_bytes(large_book(requests))
    print(f"\n{requests} requests, {path.stat().st_size / 1e6:.2f} MB")
    print(f"  check          {slowest(lambda: check_workbook(path), 1):6.2f} s")
    for name in ("first import", "import again"):
        start = perf_counter()
        report = import_workbook(path, actor=COMMAND_LINE)
        print(f"  {name:<14} {perf_counter() - start:6.2f} s  written: {report.written}, rows {dict(report.counts)}")
    memory = peak(READ.format(path=str(path)))
    print(f"  reading process {'stopped' if memory is None else memory - idle} MB above idle ({idle} MB)")


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--requests", type=int, default=5000)
    parser.add_argument("--times", type=int, default=3)
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        begin(folder)
        idle = peak(PEAK) or 0
        report_refusals(folder, given.times, idle)
        report_import(folder, given.requests, idle)


if __name__ == "__main__":
    main()
