"""From what a JSON file holds to values, strictly: every field known, present and of its type."""

from dataclasses import MISSING, fields, is_dataclass
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from contactdays.planner.values import InvalidInput

GREATEST = 10**9


def decode(kind: Any, raw: object, where: str, error: type[InvalidInput]) -> Any:
    """The value of type ``kind`` that ``raw`` describes.

    ``kind`` is int, bool, str, a StrEnum, a dataclass, a tuple of those, or one of those or None.
    Raises ``error`` with the place in the file, such as ``requests[17].weight``.
    """
    if get_origin(kind) is UnionType:
        return None if raw is None else decode(_without_none(kind), raw, where, error)
    if get_origin(kind) is tuple:
        return _decode_tuple(get_args(kind), raw, where, error)
    if is_dataclass(kind):
        return _decode_object(kind, raw, where, error)
    if kind is int:
        return _decode_int(raw, where, error)
    if kind is bool:
        return _decode_bool(raw, where, error)
    text = _decode_text(raw, where, error)
    if issubclass(kind, StrEnum):
        if text not in {each.value for each in kind}:
            raise error("unknown_word", where, value=text[:40], allowed=tuple(each.value for each in kind))
        return kind(text)
    return text


def _without_none(kind: UnionType) -> Any:
    return next(each for each in get_args(kind) if each is not NoneType)


def _decode_int(raw: object, where: str, error: type[InvalidInput]) -> int:
    if not isinstance(raw, int) or isinstance(raw, bool):
        raise error("wrong_type", where, expected="whole number")
    if abs(raw) > GREATEST:
        raise error("too_great", where, most=GREATEST)
    return raw


def _decode_bool(raw: object, where: str, error: type[InvalidInput]) -> bool:
    if not isinstance(raw, bool):
        raise error("wrong_type", where, expected="true or false")
    return raw


def _decode_text(raw: object, where: str, error: type[InvalidInput]) -> str:
    if not isinstance(raw, str):
        raise error("wrong_type", where, expected="text")
    if any("\ud800" <= letter <= "\udfff" for letter in raw):
        raise error("broken_text", where)
    return raw


def _decode_tuple(kinds: tuple[Any, ...], raw: object, where: str, error: type[InvalidInput]) -> tuple[Any, ...]:
    if not isinstance(raw, list):
        raise error("wrong_type", where, expected="list")
    if kinds[-1] is Ellipsis:
        kinds = (kinds[0],) * len(raw)
    if len(kinds) != len(raw):
        raise error("wrong_count", where, expected=len(kinds), found=len(raw))
    pairs = enumerate(zip(kinds, raw, strict=True))
    return tuple(decode(kind, each, f"{where}[{number}]", error) for number, (kind, each) in pairs)


@cache
def fields_of(kind: Any) -> dict[str, tuple[Any, bool]]:
    """Name to (type, required) of a dataclass's fields, in order."""
    hints = get_type_hints(kind)
    return {each.name: (hints[each.name], each.default is MISSING) for each in fields(kind)}


def _decode_object(kind: Any, raw: object, where: str, error: type[InvalidInput]) -> Any:
    if not isinstance(raw, dict):
        raise error("wrong_type", where, expected="object")
    known = fields_of(kind)
    for name in raw:
        if name not in known:
            raise error("unknown_field", _below(where, _printable(str(name)[:40])))
    for name, (_, required) in known.items():
        if required and name not in raw:
            raise error("missing_field", _below(where, name))
    given = {name: decode(known[name][0], raw[name], _below(where, name), error) for name in raw}
    return _construct(kind, given, where)


def _construct(kind: Any, given: dict[str, Any], where: str) -> Any:
    try:
        return kind(**given)
    except InvalidInput as refused:
        if not where:
            raise
        facts = {name: value for name, value in refused.facts.items() if name != "where"}
        raise type(refused)(refused.code, where, **facts) from refused


def _printable(name: str) -> str:
    return name if name.isprintable() else ascii(name)


def _below(where: str, name: str) -> str:
    return f"{where}.{name}" if where else name
