"""What the records say: the columns that their descriptors mark `csto:translate`, and the descriptors themselves."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog

from dashboard.words import is_said
from membership_data import descriptor, dictionary

ROOT = Path(__file__).parents[2]
FOLDERS = (ROOT / "membership_data", ROOT / "geodata")
ONE, MANY = "_one", "_many"
"""Ends of the names of two columns that are the forms of one message: for a count of one, and of many."""
DICTIONARY = "dictionary"
"""The group of what the descriptor says of tables and columns."""

Message = str | tuple[str, str]


def templates(known: Catalog) -> dict[str, Catalog]:
    """The messages of the records by table, in the order of the descriptors, each with the rows and columns it is from.

    What `known` has, or a table before, is not said again: every message has one place.
    """
    found: dict[str, Catalog] = {}
    seen = [known]
    for folder in FOLDERS:
        for resource in json.loads((folder / descriptor.NAME).read_text(encoding="utf-8"))["resources"]:
            found[resource["name"]] = _collected(_rows(folder, resource), seen)
    found[DICTIONARY] = _collected(_descriptor(FOLDERS[0]), seen)
    return {name: catalog for name, catalog in found.items() if len(catalog)}


def _collected(messages: Iterator[tuple[Message, str]], seen: list[Catalog]) -> Catalog:
    catalog = Catalog()
    for message, place in messages:
        first = message if isinstance(message, str) else message[0]
        if is_said(first) and not any(first in other for other in seen):
            catalog.add(message, auto_comments=[place])
    seen.append(catalog)
    return catalog


def _rows(folder: Path, resource: Any) -> Iterator[tuple[Message, str]]:
    """Every message of a table with the row and the column it stands in."""
    fields = resource.get("schema", {}).get("fields", [])
    columns = [field["name"] for field in fields if field.get("csto:translate")]
    if not columns:
        return
    with (folder / resource["path"]).open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for column in columns:
                if not column.endswith(MANY):
                    many = row.get(column.removesuffix(ONE) + MANY) if column.endswith(ONE) else None
                    yield (row[column], many) if many else row[column], f"{row['id']}: {column}"


def _descriptor(folder: Path) -> Iterator[tuple[Message, str]]:
    """What the page of the data says of every table and column."""
    for spec in descriptor.read(folder).specs:
        yield dictionary.title(spec.name), f"{spec.name}: title"
        yield spec.description, spec.name
        for column in spec.columns:
            yield column.description, f"{spec.name}: {column.name}"
            yield dictionary.kind(column), f"{spec.name}: {column.name}"
