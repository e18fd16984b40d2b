"""The descriptor `datapackage.json`: what every table and column is (Frictionless Table Schema).

Three properties of our own stand beside the standard's: `csto:format` on a column (`partial-date`, `id-list`,
`record-list`, `iso-a3`, `iso-a3-list`), `csto:references` (the table that the ids of a list point into) and
`csto:translate` (text that reaches a reader, and so the message catalogues). A `record-list` names rows of any table,
each as `table.id`. A table marked `csto:every_row_used` may hold no row that
nothing points to.
"""

from __future__ import annotations

import json
import re
from collections import namedtuple
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from membership_data.problems import Problem

NAME = "datapackage.json"
KINDS = {
    "string", "integer", "number", "boolean", "partial-date", "id-list", "record-list", "iso-a3", "iso-a3-list",
}  # fmt: skip


@dataclass(frozen=True)
class Column:
    """One column: `kind` is its type or `csto:format`, `references` the table its values are keys of.

    `translated` is true for text that is said in the language of the reader.
    """

    name: str
    kind: str
    description: str
    required: bool
    unique: bool
    enum: tuple[str, ...]
    pattern: re.Pattern[str] | None
    minimum: float | None
    maximum: float | None
    references: str | None
    translated: bool


@dataclass(frozen=True)
class Spec:
    """One table: its file, its columns in order, the column that is its key, and the type of its rows."""

    name: str
    file: str
    description: str
    columns: tuple[Column, ...]
    key: str
    every_row_used: bool
    row_type: type


@dataclass(frozen=True)
class Licence:
    """The licence of the records."""

    name: str
    title: str
    url: str


@dataclass(frozen=True)
class Descriptor:
    """The whole descriptor; `checked_on` is the day the records were last compared with their sources."""

    version: str
    checked_on: date
    licence: Licence
    specs: tuple[Spec, ...]


class DescriptorError(ValueError):
    """The descriptor cannot be used; `problem` says why."""

    def __init__(self, line: int, found: str, expected: str, remedy: str) -> None:
        """Keep the problem, and its text as the message."""
        self.problem = Problem(NAME, line, found, expected, remedy)
        super().__init__(str(self.problem))


def read(folder: Path) -> Descriptor:
    """Return the descriptor of `folder`; raise DescriptorError when it is missing, broken or incomplete."""
    document = _document(folder)
    try:
        return Descriptor(
            version=_text(document["version"]),
            checked_on=_day(document["checked_on"]),
            licence=_licence(document["licenses"][0]),
            specs=_specs(document["resources"]),
        )
    except KeyError as fault:
        raise DescriptorError(1, f"no property {fault}", "the properties README.md names", "add it") from None
    except (TypeError, AttributeError, ValueError, IndexError, RecursionError, re.error) as fault:
        found = " ".join(str(fault).split())
        raise DescriptorError(1, found, "a data package of the form README.md names", "correct it") from None


def _document(folder: Path) -> Any:
    try:
        return json.loads((folder / NAME).read_bytes().decode("utf-8"))
    except OSError:
        found = f"no file {NAME} in {str(folder)!r}"
        raise DescriptorError(1, found, "a folder of records", "give the right folder") from None
    except json.JSONDecodeError as fault:
        raise DescriptorError(fault.lineno, fault.msg, "valid JSON", "correct the line") from None
    except (ValueError, RecursionError):
        raise DescriptorError(1, "bytes that are not JSON in UTF-8", "JSON", "save it as UTF-8") from None


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value:
        raise TypeError(f"{value!r} where a text belongs")
    return value


def _day(value: Any) -> date:
    day = date.fromisoformat(value)
    if day == date.max:
        raise ValueError(f"{value!r} where a day with a day after it belongs")
    return day


def _limit(value: Any) -> float | None:
    if value is not None and not isinstance(value, int | float):
        raise TypeError(f"{value!r} where a number belongs")
    return value


def _licence(entry: Any) -> Licence:
    return Licence(name=_text(entry["name"]), title=_text(entry["title"]), url=_text(entry["path"]))


def _specs(resources: Any) -> tuple[Spec, ...]:
    specs = tuple(_spec(resource) for resource in resources)
    names = [spec.name for spec in specs]
    if len(set(names)) < len(names):
        raise ValueError("a table declared twice")
    for column in (column for spec in specs for column in spec.columns):
        if column.references not in (None, *names):
            raise ValueError(f"column {column.name} refers to {column.references!r}, which is not declared")
    return specs


def _spec(resource: Any) -> Spec:
    schema = resource["schema"]
    foreign = {key["fields"]: key["reference"]["resource"] for key in schema.get("foreignKeys", [])}
    columns = tuple(_column(field, foreign) for field in schema["fields"])
    file, key = _text(resource["path"]), _text(schema["primaryKey"])
    if not re.fullmatch(r"[A-Za-z0-9_-]+\.csv", file):
        raise ValueError(f"path {file!r} is not the name of a CSV file beside the descriptor")
    if not re.fullmatch(r"[a-z][a-z0-9_]*", _text(resource["name"])):
        raise ValueError(f"table name {resource['name']!r} is not of small letters, figures and _")
    if key not in [column.name for column in columns]:
        raise ValueError(f"primary key {key!r} is not a column of {file}")
    used = bool(resource.get("csto:every_row_used", False))
    row_type = namedtuple(resource["name"], [column.name for column in columns])
    return Spec(resource["name"], file, _text(resource["description"]), columns, key, used, row_type)


def _column(field: Any, foreign: dict[str, str]) -> Column:
    limits = field.get("constraints", {})
    kind = field.get("csto:format", field["type"])
    if kind not in KINDS:
        raise ValueError(f"column {field['name']} has the unknown type or format {kind!r}")
    return Column(
        name=_text(field["name"]),
        kind=kind,
        description=_text(field["description"]),
        required=bool(limits.get("required", False)),
        unique=bool(limits.get("unique", False)),
        enum=tuple(_text(value) for value in limits.get("enum", ())),
        pattern=re.compile(limits["pattern"]) if "pattern" in limits else None,
        minimum=_limit(limits.get("minimum")),
        maximum=_limit(limits.get("maximum")),
        references=field.get("csto:references", foreign.get(field["name"])),
        translated=bool(field.get("csto:translate", False)),
    )
