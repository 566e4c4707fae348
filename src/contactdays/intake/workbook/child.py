"""The process that reads a workbook: ``python -m contactdays.intake.workbook.child < book.xlsx > rows``.

It limits itself before it looks at the file, then writes one JSON value a line: the sheets, and after each sheet's
line its rows. An ``UnreadableWorkbook`` is one line with its code. Everything else that goes wrong ends the process,
and ``reading`` says so. The reading library is only ever given what was counted here: the parts of the archive are
inflated once, scanned, and handed over in an archive of our own.
"""

import io
import json
import signal
import sys
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

import python_calamine

if sys.platform != "win32":
    import resource

from . import limits
from .errors import UnreadableWorkbook
from .package import inflated, open_package
from .scan import Extent, elements, extent_of, refuse_declarations

Parts = dict[str, bytes]


def limit_process() -> None:
    """Let this process use no more memory, time and output than it may. On Linux only where a limit works there."""
    if sys.platform == "win32":
        return
    resource.setrlimit(resource.RLIMIT_CPU, (limits.SECONDS, limits.SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (limits.OUTPUT_BYTES, limits.OUTPUT_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
    if sys.platform == "linux":
        most = _address_space() + limits.MEMORY_BYTES
        resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _address_space() -> int:
    with open("/proc/self/statm", "rb") as figures:  # noqa: PTH123 - pathlib is half of what this process would import
        return int(figures.read().split()[0]) * resource.getpagesize()


def read(content: bytes) -> Iterator[Any]:
    """One value a line of the output."""
    parts = _parts(content)
    sheets = _sheets(parts)
    extents = _extents(parts, sheets)
    book = python_calamine.load_workbook(io.BytesIO(_repacked(parts, sheets, extents)))
    yield {"epoch_1904": _epoch_1904(parts)}
    for name, extent in extents.items():
        yield {
            "sheet": name,
            "too_many": extent.too_many,
            "formulas": extent.formulas,
            "errors": extent.errors,
        }
        if extent.cells and not extent.too_many:
            yield from _rows(book.get_sheet_by_name(name))


def _parts(content: bytes) -> Parts:
    """The XML parts of the archive; pictures and the like are counted and dropped."""
    parts: Parts = {}
    remaining = limits.UNPACKED_BYTES
    for entry in open_package(content).infolist():
        chunks = []
        for chunk in inflated(content, entry, remaining):
            remaining -= len(chunk)
            chunks.append(chunk)
        if entry.filename.endswith((".xml", ".rels")):
            parts[entry.filename] = b"".join(chunks)
    return parts


def _sheets(parts: Parts) -> dict[str, str]:
    """Part by name of the worksheets, in the workbook's order."""
    if "xl/workbook.xml" not in parts or "xl/_rels/workbook.xml.rels" not in parts:
        raise UnreadableWorkbook("not_a_workbook")
    targets = {
        attributes.get("Id"): attributes.get("Target", "")
        for name, attributes in elements(parts["xl/_rels/workbook.xml.rels"])
        if name == "Relationship" and attributes.get("Type", "").endswith("/worksheet")
    }
    named = [
        (attributes.get("name", ""), targets[attributes.get("id")])
        for name, attributes in elements(parts["xl/workbook.xml"])
        if name == "sheet" and attributes.get("id") in targets
    ]
    sheets = {name: _part_name(target) for name, target in named}
    if not sheets or len(sheets) != len(named) or any(part not in parts for part in sheets.values()):
        raise UnreadableWorkbook("damaged")
    return sheets


def _part_name(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _extents(parts: Parts, sheets: dict[str, str]) -> dict[str, Extent]:
    for name in parts.keys() - set(sheets.values()):
        refuse_declarations(parts[name])
    remaining = limits.CELLS
    extents = {}
    for name, part in sheets.items():
        extents[name] = extent_of(parts[part], remaining)
        remaining -= extents[name].cells
    return extents


def _epoch_1904(parts: Parts) -> bool:
    return any(
        name == "workbookPr" and attributes.get("date1904") in {"1", "true"}
        for name, attributes in elements(parts["xl/workbook.xml"])
    )


def _repacked(parts: Parts, sheets: dict[str, str], extents: dict[str, Extent]) -> bytes:
    """The parts in an uncompressed archive of our own, without the sheets that hold too much."""
    left_out = {part for name, part in sheets.items() if extents[name].too_many}
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for name in list(parts):
            part = parts.pop(name) if not name.startswith("xl/workbook") else parts[name]
            if name not in left_out:
                archive.writestr(name, part)
    return stream.getvalue()


def _rows(sheet: Any) -> Iterator[list[Any]]:
    """Each filled row as ``[number, first column, cells]``, counted from 1."""
    first = (sheet.start or (0, 0))[1] + 1
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        if any(cell != "" for cell in cells):
            yield [number, first, [_tagged(cell) for cell in cells]]


def _tagged(cell: Any) -> Any:
    """Text and numbers as they are; what JSON does not know as a pair of tag and text."""
    if cell == "":
        return None
    if isinstance(cell, datetime):
        return ["datetime", cell.isoformat()]
    if isinstance(cell, date):
        return ["date", cell.isoformat()]
    if isinstance(cell, time):
        return ["time", cell.isoformat()]
    if isinstance(cell, timedelta):
        return ["duration", cell.total_seconds()]
    return cell


def main() -> None:
    limit_process()
    try:
        for value in read(sys.stdin.buffer.read()):
            sys.stdout.write(json.dumps(value) + "\n")
    except UnreadableWorkbook as refusal:
        sys.stdout.write(json.dumps({"refused": refusal.code, "data": refusal.data}) + "\n")
    except python_calamine.CalamineError:
        sys.stdout.write(json.dumps({"refused": "damaged", "data": {}}) + "\n")
    except MemoryError:
        sys.exit(limits.EXIT_OUT_OF_MEMORY)


if __name__ == "__main__":
    main()
