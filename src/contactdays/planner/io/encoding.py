"""From values to a JSON text that is the same for the same value, one entry a line."""

import json
from dataclasses import fields, is_dataclass
from typing import Any


def encode(value: Any) -> Any:
    """What JSON can hold of ``value``: objects in the order of their fields, tuples as lists."""
    if is_dataclass(value):
        return {each.name: encode(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, tuple):
        return [encode(each) for each in value]
    return value


def text_of(form: str, fields: dict[str, Any]) -> str:
    """The file's text: its ``format`` first, then the ``fields`` of a value; lists with one entry a line."""
    parts = [f'"format": {json.dumps(form)}']
    parts += [f"{json.dumps(name)}: {_block(part)}" for name, part in fields.items()]
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _block(part: Any) -> str:
    if not isinstance(part, list) or not part:
        return _line(part)
    return "[\n" + ",\n".join(f"  {_line(each)}" for each in part) + "\n]"


def _line(part: Any) -> str:
    return json.dumps(part, ensure_ascii=False, separators=(", ", ": "))
