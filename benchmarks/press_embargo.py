"""When releases appear on a served site, beside the instants they were scheduled for.

    python benchmarks/press_embargo.py [--releases 8]

Starts a server with one worker on this machine, in a folder of its own, and asks for every surface every 50 ms. A
release is early when an answer that shows it was wholly there before its instant; how late it is counts until the
first answer that shows it was wholly there. Exits with 1 when one is early, or later than a second.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

from web import server

HERE = Path(__file__).resolve().parent
ROOM = "/nl/week-2026/press"
EVERY, LATEST = 0.05, 1.0
WAIT, APART = 15.0, 1.3
SURFACES = {
    "page": "/releases/{code}/",
    "document": "/releases/{code}.pdf",
    "home": "/",
    "Atom": "/feed.atom",
    "RSS": "/feed.rss",
    "search": "/search/?q=bericht",
    "sitemap": "/sitemap.xml",
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--releases", type=int, default=8)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "CONTACTDAYS_MODE": "demo", "CONTACTDAYS_STATE": folder}
        for name in ("CONTACTDAYS_DATABASE", "CONTACTDAYS_NOW"):
            environment.pop(name, None)
        prepared = subprocess.run(  # noqa: S603  our own program
            [sys.executable, HERE / "press_week.py", str(arguments.releases), str(WAIT), str(APART)],
            env=environment,
            check=True,
            capture_output=True,
            text=True,
        )
        instants = json.loads(prepared.stdout)
        with server(environment, errors=subprocess.DEVNULL) as port:
            if time.time() > min(instants.values()) - 1:
                raise SystemExit("The server took too long to start; nothing was measured.")
            return report(watched(port, instants))


def watched(port: int, instants: dict[str, float]) -> dict[str, list[float]]:
    """For each surface, by how many seconds after its instant each release was first there (negative: before)."""
    with ThreadPoolExecutor(len(SURFACES)) as watchers:
        delays = watchers.map(lambda name: watch(port, SURFACES[name], instants), SURFACES)
        return dict(zip(SURFACES, delays, strict=True))


def watch(port: int, path: str, instants: dict[str, float]) -> list[float]:
    """Ask for the surface again and again until every release was there, or should long have been."""
    seen: dict[str, float] = {}
    while len(seen) < len(instants) and time.time() < max(instants.values()) + 10:
        begun = time.time()
        for code in sorted(instants.keys() - seen.keys(), key=instants.__getitem__)[:2]:
            if shows(port, path, code):
                seen[code] = time.time()
        time.sleep(max(0.0, EVERY - (time.time() - begun)))
    return [seen[code] - instant if code in seen else float("inf") for code, instant in instants.items()]


def shows(port: int, path: str, code: str) -> bool:
    address = f"http://127.0.0.1:{port}{ROOM}{path.format(code=code)}"
    try:
        with urlopen(address, timeout=20) as answer:
            return "{code}" in path or f"/{code}/".encode() in answer.read()
    except HTTPError as error:
        if error.code != 404:
            raise
        return False


def report(found: dict[str, list[float]]) -> int:
    delays = [delay for each in found.values() for delay in each]
    print(f"{len(delays) // len(found)} releases, each surface asked every {EVERY * 1000:.0f} ms; one worker")
    for name, each in found.items():
        print(f"  {name:10} first after {min(each) * 1000:6.0f} ms, last after {max(each) * 1000:6.0f} ms")
    early, late = sum(delay < 0 for delay in delays), sum(delay > LATEST for delay in delays)
    print(f"  early: {early} of {len(delays)}; later than {LATEST:.0f} s: {late} of {len(delays)}")
    return 1 if early or late else 0


if __name__ == "__main__":
    sys.exit(main())
