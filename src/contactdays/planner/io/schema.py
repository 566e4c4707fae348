"""The JSON Schemas of the files, made from the values themselves so that they cannot differ."""

from dataclasses import is_dataclass
from enum import StrEnum
from inspect import getdoc
from types import NoneType, UnionType
from typing import Any, get_args, get_origin

from contactdays.planner.values import Change, Plan, Problem

from .decoding import GREATEST, fields_of
from .files import CHANGE_FORMAT, PLAN_FORMAT, PROBLEM_FORMAT

DIALECT = "https://json-schema.org/draft/2020-12/schema"
Schema = dict[str, Any]


def problem_schema() -> Schema:
    """The JSON Schema of problem files."""
    return _file(Problem, PROBLEM_FORMAT)


def plan_schema() -> Schema:
    """The JSON Schema of plan files."""
    return _file(Plan, PLAN_FORMAT)


def change_schema() -> Schema:
    """The JSON Schema of change files."""
    return _file(Change, CHANGE_FORMAT)


def _file(kind: type, form: str) -> Schema:
    definitions: dict[str, Schema] = {}
    root = _object(kind, definitions)
    root["properties"] = {"format": {"const": form}, **root["properties"], "version": {"const": 1}}
    root["required"] = ["format", *root["required"], "version"]
    return {"$schema": DIALECT, "title": form, **root, "$defs": dict(sorted(definitions.items()))}


def _object(kind: type, definitions: dict[str, Schema]) -> Schema:
    known = fields_of(kind)
    return {
        "type": "object",
        "description": " ".join((getdoc(kind) or "").split()),
        "properties": {name: _schema(hint, definitions) for name, (hint, _) in known.items()},
        "required": [name for name, (_, required) in known.items() if required],
        "additionalProperties": False,
    }


def _schema(kind: Any, definitions: dict[str, Schema]) -> Schema:
    if get_origin(kind) is UnionType:
        inner = next(each for each in get_args(kind) if each is not NoneType)
        return {"anyOf": [_schema(inner, definitions), {"type": "null"}]}
    if get_origin(kind) is tuple:
        return _array(get_args(kind), definitions)
    if is_dataclass(kind):
        name = kind.__name__  # type: ignore[union-attr]
        if name not in definitions:
            definitions[name] = {}
            definitions[name].update(_object(kind, definitions))  # type: ignore[arg-type]
        return {"$ref": f"#/$defs/{name}"}
    if kind is bool:
        return {"type": "boolean"}
    if kind is int:
        return {"type": "integer", "minimum": -GREATEST, "maximum": GREATEST}
    if issubclass(kind, StrEnum):
        return {"enum": [each.value for each in kind]}
    return {"type": "string"}


def _array(kinds: tuple[Any, ...], definitions: dict[str, Schema]) -> Schema:
    if kinds[-1] is Ellipsis:
        return {"type": "array", "items": _schema(kinds[0], definitions)}
    items = [_schema(each, definitions) for each in kinds]
    return {"type": "array", "prefixItems": items, "items": False, "minItems": len(items)}
