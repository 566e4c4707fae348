"""The refusal of overlaps holds when sixteen connections write at once, on the database the tests run on."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_sixteen_writers_leave_no_overlap(empty_database):
    environment = {**os.environ, "CONTACTDAYS_DATABASE": empty_database, "PYTHONPATH": str(ROOT)}
    program = [sys.executable, "-W", "error", "-m", "tests.planning.writers"]
    finished = subprocess.run(program, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=300)
    assert finished.stderr == ""
    kept, refused, overlaps = map(int, finished.stdout.split())
    assert overlaps == 0
    assert kept + refused == 320
    assert 1 <= kept <= 3
