"""The JSON schema of a dossier, made from the records themselves. `python -m sayso.report.schema` prints it."""

from __future__ import annotations

import dataclasses
import inspect
import json
import types
from datetime import date
from enum import StrEnum
from typing import Any, Union, get_args, get_origin, get_type_hints

from sayso.model import Dossier

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema() -> dict[str, Any]:
    """The schema of `Dossier.to_json()`."""
    records: dict[str, Any] = {}
    top = _record(Dossier, records)
    return {
        "$schema": DIALECT,
        "title": "sayso dossier",
        "$ref": top["$ref"],
        "$defs": dict(sorted(records.items())),
    }


def text() -> str:
    """The schema as it stands in `docs/dossier.schema.json`."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def _record(kind: type[Any], records: dict[str, Any]) -> dict[str, Any]:
    name = kind.__name__
    if name not in records:
        records[name] = {}
        hints = get_type_hints(kind)
        names = [field.name for field in dataclasses.fields(kind)]
        records[name] = {
            "description": _told(kind),
            "type": "object",
            "properties": {field: _type(hints[field], records) for field in names},
            "required": names,
            "additionalProperties": False,
        }
    return {"$ref": f"#/$defs/{name}"}


def _told(kind: type[Any]) -> str:
    return " ".join((inspect.getdoc(kind) or "").split())


def _type(hint: Any, records: dict[str, Any]) -> dict[str, Any]:
    plain = {str: {"type": "string"}, int: {"type": "integer"}, float: {"type": "number"}, bool: {"type": "boolean"}}
    origin, parts = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return {"anyOf": [{"type": "null"} if part is type(None) else _type(part, records) for part in parts]}
    if origin is tuple and len(parts) == 2 and parts[1] is Ellipsis:
        return {"type": "array", "items": _type(parts[0], records)}
    if origin is tuple:
        return {
            "type": "array",
            "prefixItems": [_type(part, records) for part in parts],
            "items": False,
            "minItems": len(parts),
        }
    if hint in plain:
        return dict(plain[hint])
    if hint is date:
        day, time = r"\d{4}-\d{2}-\d{2}", r"T\d{2}:\d{2}:\d{2}(\.\d+)?([+-]\d{2}:\d{2}(:\d{2})?)?"
        return {"type": "string", "description": "An ISO 8601 date or datetime.", "pattern": f"^{day}({time})?$"}
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        records.setdefault(hint.__name__, {"description": _told(hint), "enum": [member.value for member in hint]})
        return {"$ref": f"#/$defs/{hint.__name__}"}
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return _record(hint, records)
    raise TypeError(f"the schema does not know what {hint!r} is in JSON")


if __name__ == "__main__":
    import sys

    sys.stdout.write(text())
