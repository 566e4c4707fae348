"""How fast public pages are: kept ones beside an empty view, and a render beside the naive way, in the same run.

    python benchmarks/web.py [--sessions 300] [--seconds 3] [--readers 8]

Starts a server with one worker on this machine, in a folder of its own, and reads from it with `wrk` where that is
installed, else with processes of Python. Requests a second of one machine are only worth comparing with each other.
"""

import argparse
import json
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

HERE = Path(__file__).resolve().parent
PAGE = "/nl/week-2026/programme/"
RELEASE = "/nl/week-2026/press/releases/announcement/"
EMPTY = "/robots.txt"
KEPT_TARGET, RENDER_TARGET = 0.4, 5.0
READERS_IN_PYTHON = 2  # processes: more would take from the server what they measure


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sessions", type=int, default=300)
    parser.add_argument("--seconds", type=float, default=3.0)
    parser.add_argument("--readers", type=int, default=8)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "CONTACTDAYS_MODE": "demo", "CONTACTDAYS_STATE": folder}
        environment.pop("CONTACTDAYS_DATABASE", None)
        environment["CONTACTDAYS_NOW"] = "2026-02-04T10:52:00+01:00"
        subprocess.run(  # noqa: S603  our own program
            [sys.executable, HERE / "web_week.py", str(arguments.sessions)], env=environment, check=True
        )
        with server(environment) as port:
            report_kept(port, arguments.seconds, arguments.readers)
        rendered = subprocess.run(  # noqa: S603  our own program
            [sys.executable, HERE / "web_render.py"], env=environment, check=True, capture_output=True, text=True
        )
    report_rendered(json.loads(rendered.stdout), arguments.sessions)


def report_kept(port: int, seconds: float, readers: int) -> None:
    """Requests a second of an empty view, kept pages and a 304, in turns so that each has the same machine."""
    etag = validator(port)
    kinds = {
        "empty view": (EMPTY, {}),
        "kept page": (PAGE, {}),
        "kept release": (RELEASE, {}),
        "304": (PAGE, {"If-None-Match": etag}),
    }
    rates: dict[str, list[float]] = {kind: [] for kind in kinds}
    read = with_wrk if shutil.which("wrk") else with_python
    for _turn in range(3):
        for kind, (path, headers) in kinds.items():
            rates[kind].append(read(port, path, {"Accept-Encoding": "gzip", **headers}, seconds, readers))
    middle = {kind: statistics.median(each) for kind, each in rates.items()}
    print(f"one worker, read with {read.__name__.removeprefix('with_')}; medians of 3 turns of {seconds} s")
    for kind, rate in middle.items():
        ratio = rate / middle["empty view"]
        target = "" if kind == "empty view" else verdict(ratio, KEPT_TARGET)
        print(f"  {kind:14}{rate:>9.0f} a second{ratio:>8.2f} × empty view{target}")


def report_rendered(milliseconds: dict[str, float], sessions: int) -> None:
    ours = milliseconds["ours"]
    print(f"programme of {sessions} sessions, rendered from the database; medians")
    for way, took in milliseconds.items():
        target = verdict(took / ours, RENDER_TARGET) if way == "naive" else ""
        print(f"  {way:34}{took:>9.2f} ms{took / ours:>8.1f} × ours{target}")


def verdict(ratio: float, target: float) -> str:
    return f"   target ≥ {target:g} ×: {'met' if ratio >= target else 'MISSED'}"


@contextmanager
def server(environment: dict[str, str], errors: int | None = None) -> Iterator[int]:
    """The installation on a free port, with one worker and one thread; what it logs goes to ``errors``."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        port = int(asked.getsockname()[1])
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port)]
    options = ["--workers", "1", "--blocking-threads", "1", "--no-ws", "--log-level", "error"]
    running = subprocess.Popen(  # noqa: S603  our own server
        [*command, *options, "contactdays.config.wsgi:application"], env=environment, stderr=errors
    )
    try:
        wait_for(f"http://127.0.0.1:{port}/healthz")
        yield port
    finally:
        running.terminate()
        running.wait(timeout=20)


def wait_for(address: str) -> None:
    for _try in range(200):
        try:
            urlopen(address, timeout=5).close()  # noqa: S310  our own server
        except (URLError, ConnectionError):
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(f"nothing answers at {address}")


def validator(port: int) -> str:
    """The entity tag of the page; it is kept from this request on."""
    with urlopen(f"http://127.0.0.1:{port}{PAGE}", timeout=20) as answer:
        return str(answer.headers["ETag"])


def with_wrk(port: int, path: str, headers: dict[str, str], seconds: float, readers: int) -> float:
    given = [word for name, value in headers.items() for word in ("-H", f"{name}: {value}")]
    command = ["wrk", "-t1", f"-c{readers}", f"-d{max(1, round(seconds))}s", *given, f"http://127.0.0.1:{port}{path}"]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603  as above
    return float(said.split("Requests/sec:")[1].split()[0])


def with_python(port: int, path: str, headers: dict[str, str], seconds: float, readers: int) -> float:
    """Requests a second over kept connections, by processes that do nothing but send and count bytes."""
    lines = [f"GET {path} HTTP/1.1", "Host: localhost", *(f"{name}: {value}" for name, value in headers.items())]
    request = ("\r\n".join(lines) + "\r\n\r\n").encode()
    a_reader = max(1, readers // READERS_IN_PYTHON)
    with get_context("spawn").Pool(READERS_IN_PYTHON) as pool:
        jobs = [pool.apply_async(read_on, (port, request, seconds, a_reader)) for _reader in range(READERS_IN_PYTHON)]
        return sum(job.get() for job in jobs)


def read_on(port: int, request: bytes, seconds: float, connections: int) -> float:
    """Keep ``connections`` asking, each for its next answer as soon as it has one, and count answers a second."""
    opened = [socket.create_connection(("127.0.0.1", port)) for _each in range(connections)]
    opened[0].sendall(request)
    size = answer_size(opened[0])
    counted, began = 0, time.perf_counter()
    while time.perf_counter() - began < seconds:
        for connection in opened:
            connection.sendall(request)
        for connection in opened:
            receive(connection, size)
        counted += connections
    lasted = time.perf_counter() - began
    for connection in opened:
        connection.close()
    return counted / lasted


def answer_size(connection: socket.socket) -> int:
    """The bytes of one whole answer, head and body: every later one is as long."""
    received = b""
    while b"\r\n\r\n" not in received:
        received += connection.recv(65536)
    head, _, body = received.partition(b"\r\n\r\n")
    lengths = [line.split(b":")[1] for line in head.lower().split(b"\r\n") if line.startswith(b"content-length")]
    length = int(lengths[0]) if lengths and b" 304 " not in head.split(b"\r\n")[0] else 0
    receive(connection, length - len(body))
    return len(head) + 4 + length


def receive(connection: socket.socket, size: int) -> None:
    while size > 0:
        size -= len(connection.recv(min(size, 65536)))


if __name__ == "__main__":
    main()
