"""A real browser on a real server: Debian's chromium, where it and the browser packages are installed.

The server is a demo in a process and a folder of its own, so that sign-in, static files and headers are those of use.
"""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError

import pytest

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = shutil.which("chromium")


@pytest.fixture(scope="session")
def chromium():
    if CHROMIUM is None:
        pytest.skip("chromium is not installed (apt-get install chromium)")
    reason = "the browser packages are not installed (make test installs them)"
    playwright = pytest.importorskip("playwright.sync_api", reason=reason)
    with playwright.sync_playwright() as running:
        found = running.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-dev-shm-usage"])
        yield found
        found.close()


@pytest.fixture(scope="session")
def site(chromium, tmp_path_factory):
    """The address of a demo that holds the full week."""
    with _serving(tmp_path_factory.mktemp("site")) as address:
        yield address


@pytest.fixture(scope="session")
def site_in_the_week(chromium, tmp_path_factory):
    """The address of a demo at 16:25 on 4 February, with changes that the ambassador has not seen."""
    with _serving(tmp_path_factory.mktemp("week"), "moves", CONTACTDAYS_NOW="2026-02-04T16:25:00+01:00") as address:
        yield address


@pytest.fixture(scope="session")
def site_with_releases(chromium, tmp_path_factory):
    """The address of a demo at 10:10 on 4 February, an hour after a release was corrected."""
    with _serving(tmp_path_factory.mktemp("press"), "press", CONTACTDAYS_NOW="2026-02-04T10:10:00+01:00") as address:
        yield address


@pytest.fixture(scope="session")
def site_of_the_press_office(chromium, tmp_path_factory):
    """The same for those who write: what they change is seen by no other test."""
    with _serving(tmp_path_factory.mktemp("office"), "press", CONTACTDAYS_NOW="2026-02-04T10:10:00+01:00") as address:
        yield address


@contextmanager
def _serving(state, *filled, **settings):
    environment = {
        **os.environ,
        "CONTACTDAYS_MODE": "demo",
        "CONTACTDAYS_STATE": str(state),
        "CONTACTDAYS_DATABASE": str(state / "contactdays.sqlite3"),
        "PYTHONPATH": os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH", "")))),
        **settings,
    }
    subprocess.run([sys.executable, "-m", "tests.e2e.fill", *filled], cwd=ROOT, env=environment, check=True)
    port = _free_port()
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port)]
    options = ["--blocking-threads", "4", "--no-ws", "--log-level", "error", "contactdays.config.wsgi:application"]
    server = subprocess.Popen([*command, *options], cwd=ROOT, env=environment)
    try:
        _wait_for(f"http://127.0.0.1:{port}/healthz")
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=20)


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def _wait_for(address: str, tries: int = 200) -> None:
    for _ in range(tries):
        try:
            urllib.request.urlopen(address, timeout=5).close()  # noqa: S310  our own server
        except (URLError, ConnectionError):
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(f"nothing answers at {address}")
