"""The files beside the script, read as plain rows."""

import csv
import tomllib
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent.parent


def table(name: str) -> list[dict[str, str]]:
    """Rows of the CSV file ``name``, keyed by its heading line."""
    with (FOLDER / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def document(name: str) -> dict[str, Any]:
    """The TOML file ``name``."""
    with (FOLDER / name).open("rb") as content:
        return tomllib.load(content)
