"""The data dictionary in Markdown: what every table and column is, as the descriptor says it."""

from __future__ import annotations

from collections.abc import Iterable

from membership_data.descriptor import Column, Spec

_KINDS = {
    "partial-date": "date, as exact as known",
    "iso-a3": "ISO code",
    "iso-a3-list": "ISO codes",
    "record-list": "records, as table.id",
}


def markdown(specs: Iterable[Spec]) -> str:
    """Return a section for each table: its description, and a row for each column."""
    return "\n".join(_section(spec) for spec in specs)


def kind(column: Column) -> str:
    """Return in words what the cells of a column hold, and whether they may be blank."""
    said = _KINDS.get(column.kind, column.kind)
    if column.references:
        said = f"{'ids' if column.kind == 'id-list' else 'id'} of `{column.references}`"
    return said if column.required else f"{said}, may be blank"


def title(table: str) -> str:
    """Return the name of a table as a title."""
    return table.replace("_", " ").capitalize()


def _section(spec: Spec) -> str:
    rows = [f"| `{column.name}` | {kind(column)} | {column.description} |" for column in spec.columns]
    head = ["| column | type | meaning |", "| --- | --- | --- |"]
    return "\n".join([f"### `{spec.name}`", "", spec.description, "", *head, *rows, ""])
