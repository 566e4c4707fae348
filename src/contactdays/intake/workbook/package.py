"""The container of a workbook: a zip archive, looked at with suspicion.

Sizes are read from the archive's directory, which costs nothing, and counted again while inflating, since a directory
may lie.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator

from . import limits
from .errors import UnreadableWorkbook

OLE = bytes.fromhex("d0cf11e0a1b11ae1")
ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
CONTENT_TYPES = "[Content_Types].xml"
LOCAL_HEADER = struct.Struct("<4s22xHH")
END_RECORD = struct.Struct("<4s8xI6x")
END_RECORD_64 = struct.Struct("<4s36xQ8x")
END_LOCATOR_64 = b"PK\x06\x07"
LONGEST_COMMENT = 65_535
CHUNK = 64 * 1024


def open_package(content: bytes) -> zipfile.ZipFile:
    """The archive in ``content``, its directory found harmless; raise ``UnreadableWorkbook`` if not."""
    _refuse_other_formats(content)
    if _directory_size(content) > limits.DIRECTORY_BYTES:
        raise UnreadableWorkbook("too_many_parts", limit=limits.PARTS)
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, ValueError, struct.error, NotImplementedError, EOFError) as error:
        raise UnreadableWorkbook("damaged") from error
    _check_directory(archive.infolist())
    return archive


def _refuse_other_formats(content: bytes) -> None:
    if not content:
        raise UnreadableWorkbook("empty_file")
    if len(content) > limits.FILE_BYTES:
        raise UnreadableWorkbook("file_too_large", limit=limits.FILE_BYTES // limits.MEBIBYTE)
    if content.startswith(OLE):
        raise UnreadableWorkbook("encrypted" if ENCRYPTED_PACKAGE in content else "old_format")
    if not content.startswith(b"PK"):
        raise UnreadableWorkbook("not_a_workbook")


def _directory_size(content: bytes) -> int:
    """Bytes of the archive's directory as its end record says, read before anything is made of the directory."""
    start = content.rfind(b"PK\x05\x06", max(0, len(content) - LONGEST_COMMENT - END_RECORD.size))
    if start < 0 or len(content) < start + END_RECORD.size:
        raise UnreadableWorkbook("damaged")
    size: int = END_RECORD.unpack_from(content, start)[1]
    record_64 = start - 20 - END_RECORD_64.size
    if record_64 >= 0 and content[start - 20 : start - 16] == END_LOCATOR_64:
        size = max(size, END_RECORD_64.unpack_from(content, record_64)[1])
    return size


def _check_directory(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > limits.PARTS:
        raise UnreadableWorkbook("too_many_parts", limit=limits.PARTS)
    names = [entry.filename for entry in entries]
    if "mimetype" in names and "content.xml" in names:
        raise UnreadableWorkbook("open_document")
    if CONTENT_TYPES not in names or not any(name.startswith("xl/") for name in names):
        raise UnreadableWorkbook("not_a_workbook")
    if len({name.casefold() for name in names}) < len(names):
        raise UnreadableWorkbook("damaged")
    if any(name.casefold().endswith("vbaproject.bin") for name in names):
        raise UnreadableWorkbook("macros")
    _check_sizes(entries)


def _check_sizes(entries: list[zipfile.ZipInfo]) -> None:
    for entry in entries:
        if entry.flag_bits & 1:
            raise UnreadableWorkbook("encrypted")
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise UnreadableWorkbook("damaged")
        _check_ratio(entry.file_size, entry.compress_size)
    if sum(entry.file_size for entry in entries) > limits.UNPACKED_BYTES:
        raise UnreadableWorkbook("unpacked_too_large", limit=limits.UNPACKED_BYTES // limits.MEBIBYTE)


def _check_ratio(unpacked: int, packed: int) -> None:
    if unpacked > limits.SMALL_PART and unpacked > limits.RATIO * max(packed, 1):
        raise UnreadableWorkbook("packed_too_tightly", limit=limits.RATIO)


def inflated(content: bytes, entry: zipfile.ZipInfo, most: int) -> Iterator[bytes]:
    """The bytes of ``entry``, in chunks, checked against its directory entry.

    Raises ``UnreadableWorkbook`` as soon as there are more than ``most``, more than the directory says, or other ones.
    """
    packed = _packed(content, entry)
    count, checksum = 0, 0
    chunks = _stored(packed) if entry.compress_type == zipfile.ZIP_STORED else _deflated(packed)
    for chunk in chunks:
        count += len(chunk)
        checksum = zlib.crc32(chunk, checksum)
        if count > most:
            raise UnreadableWorkbook("unpacked_too_large", limit=limits.UNPACKED_BYTES // limits.MEBIBYTE)
        if count > entry.file_size:
            raise UnreadableWorkbook("directory_lies")
        yield chunk
    if count != entry.file_size or checksum != entry.CRC:
        raise UnreadableWorkbook("directory_lies")


def _packed(content: bytes, entry: zipfile.ZipInfo) -> memoryview:
    header = content[entry.header_offset : entry.header_offset + LOCAL_HEADER.size]
    if len(header) < LOCAL_HEADER.size:
        raise UnreadableWorkbook("damaged")
    signature, name_length, extra_length = LOCAL_HEADER.unpack(header)
    start = entry.header_offset + LOCAL_HEADER.size + name_length + extra_length
    packed = memoryview(content)[start : start + entry.compress_size]
    if signature != b"PK\x03\x04" or len(packed) != entry.compress_size:
        raise UnreadableWorkbook("damaged")
    return packed


def _stored(packed: memoryview) -> Iterator[bytes]:
    for start in range(0, len(packed), CHUNK):
        yield bytes(packed[start : start + CHUNK])


def _deflated(packed: memoryview) -> Iterator[bytes]:
    engine = zlib.decompressobj(-zlib.MAX_WBITS)
    waiting: bytes | memoryview = packed
    try:
        while not engine.eof:
            chunk = engine.decompress(waiting, CHUNK)
            waiting = engine.unconsumed_tail
            if not chunk and not waiting:
                return
            yield chunk
    except zlib.error as error:
        raise UnreadableWorkbook("damaged") from error
