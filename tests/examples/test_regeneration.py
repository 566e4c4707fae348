"""The committed workbook is what the committed script makes, byte for byte wherever zlib agrees."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.examples.edition_file import SCRIPT, WORKBOOK, cells


def written_to(path: Path, hash_seed: str) -> Path:
    environment = os.environ | {"PYTHONHASHSEED": hash_seed, "PYTHONDONTWRITEBYTECODE": "1"}
    subprocess.run([sys.executable, str(SCRIPT), str(path)], check=True, capture_output=True, env=environment)
    return path


@pytest.fixture(scope="module")
def two_runs(tmp_path_factory):
    folder = tmp_path_factory.mktemp("regenerated")
    return written_to(folder / "first.xlsx", "1"), written_to(folder / "second.xlsx", "2")


def test_two_runs_write_the_same_bytes(two_runs):
    first, second = (hashlib.sha256(path.read_bytes()).hexdigest() for path in two_runs)

    assert first == second


def test_committed_workbook_holds_what_the_script_writes(two_runs):
    assert cells(two_runs[0]) == cells(WORKBOOK)
