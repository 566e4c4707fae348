"""Files that are hostile, damaged or something else than a workbook, made byte by byte."""

import io
import random
import struct
import zipfile
from collections.abc import Callable, Mapping
from functools import cache

from tests.intake.books import book

SHEET = "xl/worksheets/sheet1.xml"
STRINGS = "xl/sharedStrings.xml"
OPENING = '<?xml version="1.0" encoding="UTF-8"?>\n'
WORKSHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
CLOSING = "</sheetData></worksheet>"


def parts_of(content: bytes) -> dict[str, bytes]:
    """The parts of an archive by name."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def archive(parts: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as made:
        for name, part in parts.items():
            made.writestr(name, part)
    return stream.getvalue()


def with_parts(**changed: bytes) -> bytes:
    """The good workbook with its first sheet (``sheet``), its strings or other parts replaced."""
    names = {"sheet": SHEET, "strings": STRINGS, "styles": "xl/styles.xml", "book": "xl/workbook.xml"}
    return archive(parts_of(book()) | {names[name]: part for name, part in changed.items()})


@cache
def bomb() -> bytes:
    """A small file that unpacks to a gigabyte: one sheet of blanks."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as made:
        for name, part in parts_of(book()).items():
            if name != SHEET:
                made.writestr(name, part)
        with made.open(SHEET, "w") as sheet:
            blanks = b" " * (1024 * 1024)
            for _ in range(1024):
                sheet.write(blanks)
    return stream.getvalue()


def lying_bomb() -> bytes:
    """The bomb, whose directory says that the sheet has 1,000 bytes."""
    content = bytearray(bomb())
    place = content.rfind(SHEET.encode())
    entry = content.rfind(b"PK\x01\x02", 0, place)
    struct.pack_into("<I", content, entry + 24, 1000)
    return bytes(content)


def bomb_of_many_parts() -> bytes:
    """Parts each small enough to be packed tightly, 120 MB together."""
    return archive(parts_of(book()) | {f"xl/media/{number}.xml": b" " * 1_000_000 for number in range(120)})


def overlapping() -> bytes:
    """A directory in which 100 names share one part of 1 MB."""
    content = archive(parts_of(book()) | {"xl/shared.xml": b" " * 1_000_000})
    end = content.rfind(b"PK\x05\x06")
    size, start = struct.unpack_from("<II", content, end + 12)
    directory = content[start : start + size]
    entry = directory[directory.rfind(b"PK\x01\x02") :]
    copies = b"".join(entry.replace(b"xl/shared.xml", f"xl/copy{number:02}.xml".encode()[:13]) for number in range(99))
    count = struct.unpack_from("<H", content, end + 10)[0] + 99
    tail = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, count, count, size + len(copies), start, 0)
    return content[: start + size] + copies + tail


def huge_directory() -> bytes:
    """A directory of 60,000 names."""
    return archive(parts_of(book()) | {f"xl/{number}.xml": b"" for number in range(60_000)}, zipfile.ZIP_STORED)


def nested() -> bytes:
    """A workbook inside an archive."""
    return archive({"book.xlsx": book()})


def truncated() -> bytes:
    content = book()
    return content[: len(content) // 2]


def flipped() -> bytes:
    """One byte of the first sheet's packed content changed."""
    content = bytearray(book())
    place = content.find(SHEET.encode()) + len(SHEET) + 40
    content[place] ^= 0xFF
    return bytes(content)


def open_document() -> bytes:
    return archive({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"<office/>"})


def compound(stream_name: str) -> bytes:
    """The beginning of an OLE file, the container of .xls and of encrypted workbooks, with a stream of this name."""
    return bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504) + stream_name.encode("utf-16-le") + bytes(512)


def rows(count: int, columns: int = 1) -> bytes:
    """A first sheet of ``count`` rows of ``columns`` numbers."""
    chance = random.Random(count)  # noqa: S311 - seeded, for a test
    lines = ("".join(f"<c><v>{chance.getrandbits(16)}</v></c>" for _ in range(columns)) for _ in range(count))
    cells = "".join(f"<row>{line}</row>" for line in lines)
    return with_parts(sheet=f"{OPENING}{WORKSHEET}{cells}{CLOSING}".encode())


def far_corner() -> bytes:
    """Two cells, at the first and the last place a sheet has."""
    cells = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
    return with_parts(sheet=f"{OPENING}{WORKSHEET}{cells}{CLOSING}".encode())


def laughs() -> bytes:
    """A sheet whose entities expand to 10^9 words."""
    entities = '<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{level} "{f"&a{level - 1};" * 10}">' for level in range(1, 10))
    text = '<row><c t="inlineStr"><is><t>&a9;</t></is></c></row>'
    return with_parts(sheet=f"{OPENING}<!DOCTYPE x [{entities}]>{WORKSHEET}{text}{CLOSING}".encode())


def outside_entity() -> bytes:
    """Strings that would bring in a file of the server."""
    text = "<sst xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><si><t>&f;</t></si></sst>"
    return with_parts(strings=f'{OPENING}<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/hostname">]>{text}'.encode())


def laughs_in_utf_16() -> bytes:
    """The declaration in an encoding in which a search for its bytes would miss it."""
    return with_parts(
        styles='<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'.encode("utf-16")
    )


def repeated_string() -> bytes:
    """One string of 1 MB, used in 20,000 cells: 20 GB of text in a file of a few kilobytes."""
    strings = "<sst xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><si><t>"
    cells = '<row><c t="s"><v>0</v></c></row>' * 20_000
    text = bytes(range(97, 123)) * 40_000
    return archive(
        parts_of(book())
        | {
            STRINGS: (OPENING + strings).encode() + text + b"</t></si></sst>",
            SHEET: f"{OPENING}{WORKSHEET}{cells}{CLOSING}".encode(),
        }
    )


def long_strings() -> bytes:
    """20 MB of different texts."""
    chance = random.Random(1)  # noqa: S311 - seeded, for a test
    texts = (chance.randbytes(1000).hex() for _ in range(10_000))
    cells = "".join(f'<row><c t="inlineStr"><is><t>{text}</t></is></c></row>' for text in texts)
    return with_parts(sheet=f"{OPENING}{WORKSHEET}{cells}{CLOSING}".encode())


def broken_markup() -> bytes:
    return with_parts(sheet=f"{OPENING}{WORKSHEET}<row><c>".encode())


def odd_place() -> bytes:
    """A cell that says it stands in a place no sheet has."""
    return with_parts(sheet=f'{OPENING}{WORKSHEET}<row r="1"><c r="A99999999"><v>1</v></c></row>{CLOSING}'.encode())


def missing_part() -> bytes:
    """A workbook that names a sheet it does not have."""
    parts = parts_of(book())
    del parts[SHEET]
    return archive(parts)


def macros() -> bytes:
    return archive(parts_of(book()) | {"xl/vbaProject.bin": b"macro"})


def bzip2() -> bytes:
    """A valid archive, packed in a way no spreadsheet program uses."""
    return archive(parts_of(book()), zipfile.ZIP_BZIP2)


def password() -> bytes:
    """The flag of an encrypted part set on the first entry."""
    content = bytearray(book())
    entry = content.find(b"PK\x01\x02")
    content[entry + 8] |= 1
    return bytes(content)


UNREADABLE: dict[str, tuple[Callable[[], bytes], str]] = {
    "an empty file": (lambda: b"", "empty_file"),
    "a text": (lambda: b"Dear colleagues,\n", "not_a_workbook"),
    "a CSV file": (lambda: b"code;kind;city\nNBO;embassy;Nairobi\n", "not_a_workbook"),
    "a web page": (lambda: b"<!DOCTYPE html><html><table><tr><td>NBO", "not_a_workbook"),
    "another archive": (nested, "not_a_workbook"),
    "an OpenDocument file": (open_document, "open_document"),
    "an old workbook": (lambda: compound("Workbook"), "old_format"),
    "an encrypted workbook": (lambda: compound("EncryptedPackage"), "encrypted"),
    "an encrypted part": (password, "encrypted"),
    "macros": (macros, "macros"),
    "half a file": (truncated, "damaged"),
    "a start of a file": (lambda: b"PK\x03\x04", "damaged"),
    "a byte changed": (flipped, "damaged"),
    "a sheet missing": (missing_part, "damaged"),
    "an unusual packing": (bzip2, "damaged"),
    "markup that breaks off": (broken_markup, "damaged"),
    "a place no sheet has": (odd_place, "damaged"),
    "a zip bomb": (bomb, "packed_too_tightly"),
    "a zip bomb that lies": (lying_bomb, "directory_lies"),
    "a bomb of many parts": (bomb_of_many_parts, "unpacked_too_large"),
    "parts that overlap": (overlapping, "unpacked_too_large"),
    "a huge directory": (huge_directory, "too_many_parts"),
    "entities in entities": (laughs, "forbidden_markup"),
    "a file of the server": (outside_entity, "forbidden_markup"),
    "entities in UTF-16": (laughs_in_utf_16, "forbidden_markup"),
    "a string repeated": (repeated_string, "too_heavy"),
    "40 MB of text": (long_strings, "too_much_text"),
    "too many cells": (lambda: rows(10_000, 60), "too_many_cells"),
}
