"""The records, checked and typed: the way in for everything that reads them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from membership_data import check
from membership_data.descriptor import Licence, Spec
from membership_data.problems import Problem

FOLDER = Path(__file__).resolve().parent

Row = Any
"""A row of any table: a namedtuple with the table's columns, which datapackage.json describes."""


class RecordsError(ValueError):
    """The records have problems; `problems` holds the line of each, and the message is all of them."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        """Keep the problems as text, one line each."""
        self.problems = tuple(str(problem) for problem in problems)
        super().__init__("\n".join(self.problems))


@dataclass(frozen=True)
class Records:
    """All tables, each an attribute of its name: a tuple of namedtuples with the columns as fields.

    Texts are str, list columns tuples of str, dates PartialDate, blank cells None. `checked_on` is the day
    on which the records were last compared with their sources; nothing is claimed beyond it. `specs` says of every
    table and column what it is.
    """

    version: str
    checked_on: date
    licence: Licence
    tables: Mapping[str, tuple[Row, ...]] = field(repr=False)
    specs: tuple[Spec, ...] = field(default=(), repr=False)

    def __getattr__(self, name: str) -> tuple[Row, ...]:
        """Return the rows of the table `name`."""
        if name != "tables" and name in self.tables:
            return self.tables[name]
        raise AttributeError(f"the records have no table {name!r}")


def load(folder: Path = FOLDER) -> Records:
    """Return the records in `folder`; raise RecordsError, which lists all problems, when there is any."""
    found = check.inspect(Path(folder))
    if found.problems or found.described is None:
        raise RecordsError(found.problems)
    return Records(
        version=found.described.version,
        checked_on=found.described.checked_on,
        licence=found.described.licence,
        tables={name: table.rows for name, table in found.tables.items()},
        specs=found.described.specs,
    )
