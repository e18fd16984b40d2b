"""Every problem of a folder of records, found at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from membership_data import descriptor, rules, tables
from membership_data.descriptor import Column, Descriptor
from membership_data.problems import Problem, shown
from membership_data.tables import Table


class Inspection(NamedTuple):
    """What a check read and what it found; `described` is None when there is no usable descriptor."""

    described: Descriptor | None
    tables: Mapping[str, Table]
    problems: tuple[Problem, ...]


def inspect(folder: Path) -> Inspection:
    """Read the records in `folder` and return them with all problems, sorted by file and line."""
    try:
        described = descriptor.read(folder)
    except descriptor.DescriptorError as fault:
        return Inspection(None, {}, (fault.problem,))
    problems: list[Problem] = list(_undeclared(folder, described))
    found = {}
    for spec in described.specs:
        found[spec.name], of_table = tables.read(folder, spec)
        problems += of_table
    problems += _duplicates(found)
    problems += _references(found)
    problems += _records_named(found)
    problems += rules.problems(found, described.checked_on)
    return Inspection(described, found, tuple(sorted(dict.fromkeys(problems))))


def _undeclared(folder: Path, described: Descriptor) -> Iterator[Problem]:
    declared = {spec.file for spec in described.specs}
    for path in folder.iterdir():
        if path.suffix.lower() == ".csv" and path.name not in declared:
            expected = f"only tables that {descriptor.NAME} declares"
            name = path.name if path.name.isprintable() else ascii(path.name)[1:-1]
            yield Problem(name, 1, "a table nothing declares", expected, "declare or remove it")


def _duplicates(found: Mapping[str, Table]) -> Iterator[Problem]:
    for table in found.values():
        unique = [column.name for column in table.spec.columns if column.unique]
        for name in dict.fromkeys([table.spec.key, *unique]):
            first: dict[object, int] = {}
            for line, row in table.located():
                value = getattr(row, name)
                if value is not None and first.setdefault(value, line) != line:
                    known = f"the {name} {shown(str(value))} again, first on line {first[value]}"
                    yield Problem(table.spec.file, line, known, "every value once", "rename or remove one")


def _references(found: Mapping[str, Table]) -> Iterator[Problem]:
    """Yield every id that points at no row, and every row of a reference table that nothing points at."""
    used: dict[str, set[str]] = {name: set() for name in found}
    for table in found.values():
        for column in (column for column in table.spec.columns if column.references):
            target = found[column.references]
            keys = {getattr(row, target.spec.key) for row in target.rows}
            for line, key in _pointers(table, column):
                used[column.references].add(key)
                if key not in keys and _whole(target, keys):
                    expected = f"a {target.spec.key} of {target.spec.file}"
                    remedy = "correct the id or add the row it means"
                    yield Problem(table.spec.file, line, f"{column.name} is {shown(key)}", expected, remedy)
    if all(table.complete for table in found.values()):
        yield from _unused(found, used)


def _records_named(found: Mapping[str, Table]) -> Iterator[Problem]:
    """Yield every `table.id` that names no row."""
    keys = {name: {getattr(row, table.spec.key) for row in table.rows} for name, table in found.items()}
    for table in found.values():
        for column in (column for column in table.spec.columns if column.kind == "record-list"):
            for line, record in _pointers(table, column):
                name, _, key = record.partition(".")
                if name not in found:
                    expected = f"table.id with a table of {descriptor.NAME}"
                    yield Problem(table.spec.file, line, f"{column.name} has {shown(record)}", expected, "correct it")
                elif key not in keys[name] and _whole(found[name], keys[name]):
                    expected = f"a {found[name].spec.key} of {found[name].spec.file}"
                    remedy = "correct the id or add the row it means"
                    yield Problem(table.spec.file, line, f"{column.name} has {shown(record)}", expected, remedy)


def _whole(target: Table, keys: set[str | None]) -> bool:
    return target.complete and None not in keys


def _pointers(table: Table, column: Column) -> Iterator[tuple[int, str]]:
    for line, row in table.located():
        value = getattr(row, column.name)
        for key in value if isinstance(value, tuple) else (value,):
            if key is not None:
                yield line, key


def _unused(found: Mapping[str, Table], used: Mapping[str, set[str]]) -> Iterator[Problem]:
    for name, table in found.items():
        if not table.spec.every_row_used:
            continue
        for line, row in table.located():
            key = getattr(row, table.spec.key)
            if key is not None and key not in used[name]:
                known = f"{shown(key)} is used by no row"
                yield Problem(table.spec.file, line, known, "a use in some table", "use it or remove the row")
