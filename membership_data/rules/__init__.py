"""What must hold between records beyond types and keys, a module for each thing that the rules are about.

Every rule looks only at rows without a problem of their own, and concludes nothing from what a broken row
hides.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from types import ModuleType

from membership_data import descriptor
from membership_data.problems import Problem
from membership_data.rules import bodies, coverage, disputes, membership, once, order, rows, spells, tour
from membership_data.rules.finding import Tables

# Each has RULES, functions of the tables and the day of the check, and READ, the columns that these look at.
MODULES: tuple[ModuleType, ...] = (order, once, rows, membership, spells, bodies, disputes, coverage, tour)


def problems(tables: Tables, checked_on: date) -> Iterator[Problem]:
    """Yield every problem that the rules find in `tables`, a mapping of name to table as read.

    A descriptor without a column that the rules look at does not describe these records: that is then
    the problem, and no rule is tried.
    """
    undescribed = list(_undescribed(tables))
    yield from undescribed
    if undescribed:
        return
    for module in MODULES:
        for rule in module.RULES:
            try:
                findings = list(rule(tables, checked_on))
            except (AttributeError, TypeError) as fault:
                yield _mistyped(module, fault)
                continue
            for table, line, *parts in findings:
                yield Problem(tables[table].spec.file, line, *parts)


def _mistyped(module: ModuleType, fault: Exception) -> Problem:
    """A rule met another type than it was written for: only the descriptor can have changed a column's."""
    found = f"a column of another type than the rules need ({' '.join(str(fault).split())})"
    expected = f"the types README.md names for {', '.join(sorted(module.READ))}"
    return Problem(descriptor.NAME, 1, found, expected, "restore the type")


def _undescribed(tables: Tables) -> Iterator[Problem]:
    read = {(name, column) for module in MODULES for name, columns in module.READ.items() for column in columns}
    for name, column in sorted(read):
        if name not in tables or column not in tables[name].spec.row_type._fields:
            expected = f"the column {column} of the table {name}"
            yield Problem(descriptor.NAME, 1, f"no {name}.{column}", expected, "declare it")
