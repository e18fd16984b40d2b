"""What may be said only once, beyond the keys that the descriptor names."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from membership_data.problems import shown
from membership_data.rules.finding import Finding, Tables

# Columns that no two rows of a table have alike.
READ = {
    "coverage": ("source_id", "paragraph"),
    "glossary": ("term",),
}


def _once(tables: Tables, checked_on: date) -> Iterator[Finding]:
    for name, columns in READ.items():
        first: dict[tuple[object, ...], int] = {}
        for line, row in tables[name].sound():
            values = tuple(getattr(row, column) for column in columns)
            if first.setdefault(values, line) != line:
                again = " and ".join(
                    f"the {column} {shown(str(value))}" for column, value in zip(columns, values, strict=True)
                )
                found = f"{again} again, first on line {first[values]}"
                yield Finding(name, line, found, "every one once", "correct or remove one")


RULES = (_once,)
