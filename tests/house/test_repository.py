"""What must not be in the repository, and what must."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FORBIDDEN = {
    "a package registry's host": r"py[p]i\.org|python[h]osted|npm[j]s\.(org|com)|deb\.[d]ebian\.org",
    "a path of a machine": r"(?<![\w.-])/(work|root|home)/[a-z.]",
}
TEXT = {
    ".py",
    ".md",
    ".txt",
    ".toml",
    ".cfg",
    ".ini",
    ".html",
    ".css",
    ".po",
    ".csv",
    ".json",
    ".typ",
    ".sh",
    ".mjs",
    "",
}


def tracked_files():
    """The files git tracks; every file of a source archive without git."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    names = listed.stdout.split("\0") if listed.returncode == 0 else []
    found = [ROOT / name for name in names if name] or [path for path in ROOT.rglob("*") if ".venv" not in path.parts]
    return [path for path in found if path.is_file() and path.suffix in TEXT]


@pytest.mark.parametrize("pattern", FORBIDDEN.values(), ids=FORBIDDEN)
def test_no_file_names(pattern):
    named = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:100]}"
        for path in tracked_files()
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if re.search(pattern, line)
    ]
    assert named == []


def test_the_patterns_find_what_they_look_for():
    assert re.search(FORBIDDEN["a package registry's host"], "https://py" + "pi.org/simple")
    assert re.search(FORBIDDEN["a path of a machine"], "see /ro" + "ot/notes")


@pytest.mark.parametrize("name", ["bootstrap", "run", "test", "dev"])
def test_pins_are_hashed_and_name_no_host(name):
    lines = (ROOT / "requirements" / f"{name}.txt").read_text().splitlines()
    pins = [line for line in lines if line and not line.startswith((" ", "#"))]
    hashes = [line for line in lines if line.strip().startswith("--hash=sha256:")]
    assert pins
    assert len(hashes) >= len(pins)
    assert [line for line in lines if "://" in line] == []
    assert [pin for pin in pins if "==" not in pin or not pin.endswith("\\")] == []


def test_every_pinned_test_tool_is_pinned_alike_in_every_list():
    pins = [
        dict(re.findall(r"^([a-z0-9._-]+)==([^ ;]+)(?: ; [^\\]*)? \\$", text, re.MULTILINE))
        for text in ((ROOT / "requirements" / f"{name}.txt").read_text() for name in ("run", "test", "dev"))
    ]
    for small, large in ((pins[0], pins[1]), (pins[1], pins[2])):
        assert {name: large.get(name) for name in small} == small


@pytest.mark.parametrize("room", sorted(path.parent.name for path in (ROOT / "src/contactdays").glob("*/__init__.py")))
def test_every_room_has_its_line_on_the_architecture_page(room):
    assert f"`{room}`" in (ROOT / "docs/explanation/architecture.md").read_text()


def test_nothing_reads_the_folder_beside_the_repository():
    shared = "sha" + "red/"
    readers = [
        str(path.relative_to(ROOT)) for path in tracked_files() if re.search(rf"\.\./{shared}", path.read_text("utf-8"))
    ]
    assert readers == []
