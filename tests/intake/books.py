"""A small workbook that fits, and ways to break it. Everybody in it is invented."""

import io
from collections.abc import Callable
from copy import deepcopy
from datetime import date, datetime, time
from typing import Any

import xlsxwriter

Sheets = dict[str, list[dict[str, Any]]]
Change = Callable[[Sheets], None]

MONDAY, TUESDAY, WEDNESDAY = date(2026, 2, 2), date(2026, 2, 3), date(2026, 2, 4)
FORMATS = {datetime: "yyyy-mm-dd hh:mm", date: "yyyy-mm-dd", time: "hh:mm"}


def person(code: str, given: str, family: str, **more: Any) -> dict[str, Any]:
    email = f"{code.lower()}@post.example"
    return {"code": code, "given name": given, "family name": family, "language": "nl", "email": email, **more}


def post(code: str, city: str, country: str, region: str, **more: Any) -> dict[str, Any]:
    return {"code": code, "kind": "embassy", "city": city, "country": country, "region": region, **more}


def session(code: str, day: date, start: time, end: time, room: str, **more: Any) -> dict[str, Any]:
    given = {"code": code, "kind": "plenary", "title nl": f"{code} nl", "title fr": f"{code} fr"}
    return {**given, "date": day, "from": start, "to": end, "room": room, **more}


def request(code: str, **more: Any) -> dict[str, Any]:
    return {"code": code, "purpose": "A bridge over the river", "priority": 3, **more}


GOOD: Sheets = {
    "Edition": [
        {
            "conference": "contact-days",
            "code": "week-2026",
            "title nl": "Week 2026",
            "title fr": "Semaine 2026",
            "theme nl": "Hoe?",
            "theme fr": "Comment ?",
            "first day": MONDAY,
            "last day": date(2026, 2, 6),
            "time zone": "Europe/Brussels",
            "default language": "nl",
            "required languages": "nl;fr",
            "venue": "PALACE",
            "cap post": 2,
            "issuer name": "Press office",
        }
    ],
    "Venues": [
        {"code": "PALACE", "name": "Palace", "address": "Square 1"},
        {"code": "BANK", "name": "Bank", "address": "Street 2"},
    ],
    "Travel": [{"from": "PALACE", "to": "BANK", "minutes": 15}],
    "Rooms": [
        {"code": "HALL", "name": "Great hall", "venue": "PALACE", "kind": "hall", "capacity": 200, "booths": 3},
        {"code": "BLUE", "name": "Blue room", "venue": "PALACE", "kind": "room", "capacity": 20, "assumed": "yes"},
        {
            "code": "T1",
            "name": "Table 1",
            "venue": "PALACE",
            "kind": "table",
            "capacity": 4,
            "part of": "BLUE",
            "bilaterals": "yes",
        },
        {"code": "VAULT", "name": "Vault", "venue": "BANK", "kind": "room", "capacity": 30},
    ],
    "Windows": [{"date": WEDNESDAY, "from": time(14), "to": time(17)}],
    "Posts": [
        post("NBO", "Nairobi", "KE", "africa"),
        post("LIM", "Lima", "PE", "americas", **{"accredited to": "BO; EC"}),
        post("GVA", "Geneva", "CH", "multilateral"),
    ],
    "People": [
        person("p-nbo", "An", "Peeters"),
        person("p-lim", "Bruno", "Lambert", language="fr"),
        person("p-gva", "Clara", "Maes", gender="f"),
        person("p-acme", "Dirk", "Claes"),
        person("p-minister", "Eva", "Minnaert"),
    ],
    "Incumbencies": [
        {"post": "NBO", "person": "p-nbo", "role": "head", "from": date(2024, 9, 1)},
        {"post": "LIM", "person": "p-lim", "role": "head", "from": date(2023, 9, 1)},
        {"post": "GVA", "person": "p-gva", "role": "head", "from": date(2025, 9, 1), "until": date(2026, 8, 31)},
    ],
    "Organisations": [
        {"code": "ACME", "name": "Acme nv", "kind": "company", "sector": "water", "countries": "KE;PE"},
        {"code": "BOLT", "name": "Bolt sa", "kind": "company"},
        {"code": "MIN", "name": "Cabinet", "kind": "federal-cabinet", "region": "federal"},
    ],
    "Participants": [
        {"person": "p-acme", "organisation": "ACME", "function nl": "Directeur", "listed": "yes"},
        {"person": "p-minister", "organisation": "MIN", "function nl": "Minister", "spokesperson": "yes"},
    ],
    "Sessions": [
        session("OPEN", MONDAY, time(9), time(10), "HALL", audience="all posts", speakers="MIN", marking="public"),
        session("AFRICA", MONDAY, time(11), time(12), "BLUE", kind="round-table", audience="region:africa"),
        session(
            "BUS", TUESDAY, time(9), time(9, 30), "HALL", kind="transfer", destination="VAULT", audience="post:LIM"
        ),
        session("VISIT", TUESDAY, time(9, 30), time(11), "VAULT", kind="visit", audience="post:LIM"),
    ],
    "Availability": [
        {"organisation": "MIN", "date": MONDAY, "from": time(8), "to": time(11), "kind": "only"},
        {"person": "p-acme", "date": TUESDAY, "kind": "unavailable", "reason": "Board"},
    ],
    "Requests": [
        request("R1", **{"from organisation": "ACME", "to post": "NBO"}),
        request("R2", **{"from post": "NBO", "to organisation": "ACME", "priority": 5, "wish": "must"}),
        request("R3", **{"from organisation": "BOLT", "to post": "LIM", "length": 30}),
    ],
}


def book(*changes: Change) -> bytes:
    """The good workbook with ``changes`` made to its sheets, as the bytes of a file."""
    sheets = deepcopy(GOOD)
    for change in changes:
        change(sheets)
    return written(sheets)


def written(sheets: Sheets) -> bytes:
    """``sheets`` as the bytes of a file: headings in the first row, in the order in which rows first use them.

    A heading beginning with ``#`` is a row number to be left empty; a value that is a string beginning with ``=`` is
    written as a formula.
    """
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as workbook:
        formats = {kind: workbook.add_format({"num_format": shape}) for kind, shape in FORMATS.items()}
        for name, rows in sheets.items():
            sheet = workbook.add_worksheet(name)
            headings = list(dict.fromkeys(heading for row in rows for heading in row))
            sheet.write_row(0, 0, headings)
            for number, row in enumerate(rows, start=1):
                for heading, value in row.items():
                    _write(sheet, number, headings.index(heading), value, formats)
    return stream.getvalue()


def _write(sheet: Any, row: int, column: int, value: Any, formats: dict[type, Any]) -> None:
    if type(value) in formats:
        sheet.write_datetime(row, column, value, formats[type(value)])
    elif isinstance(value, str) and value.startswith("=") and value.endswith("!"):
        sheet.write_formula(row, column, "=1/0", None, value[1:])
    elif value is not None:
        sheet.write(row, column, value)


def cell(sheet: str, row: int, column: str, value: Any) -> Change:
    """Write ``value`` where Excel shows ``row`` (from 2 on) and ``column``; None empties the cell."""

    def change(sheets: Sheets) -> None:
        sheets[sheet][row - 2][column] = value

    return change


def more(sheet: str, *rows: dict[str, Any]) -> Change:
    """Add rows at the end."""

    def change(sheets: Sheets) -> None:
        sheets[sheet].extend(rows)

    return change


def without_sheet(sheet: str) -> Change:
    def change(sheets: Sheets) -> None:
        del sheets[sheet]

    return change


def without_column(sheet: str, column: str) -> Change:
    def change(sheets: Sheets) -> None:
        for row in sheets[sheet]:
            row.pop(column, None)

    return change


def heading(sheet: str, column: str, written_as: str) -> Change:
    """Call ``column`` ``written_as`` in the file, at its place."""

    def change(sheets: Sheets) -> None:
        sheets[sheet] = [
            {(written_as if name == column else name): value for name, value in row.items()} for row in sheets[sheet]
        ]

    return change


def sheet_name(sheet: str, written_as: str) -> Change:
    def change(sheets: Sheets) -> None:
        renamed = {(written_as if name == sheet else name): rows for name, rows in sheets.items()}
        sheets.clear()
        sheets.update(renamed)

    return change
