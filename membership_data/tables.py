"""One CSV file to rows of typed values, with every problem met on the way."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from membership_data import cells
from membership_data.descriptor import Spec
from membership_data.problems import Problem, shown

# Everything below U+0020 but tab and the two line ends, LF and CRLF, has no place in a text table.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\r(?!\n)")


class Table(NamedTuple):
    """A table as read.

    `rows` are namedtuples with the columns as fields (a cell that could not be read is None), `lines` the
    physical line on which each begins, `faulty` the lines whose row has a problem. `complete` is False when
    rows may be missing, so that nothing is concluded from their absence.
    """

    spec: Spec
    rows: tuple[Any, ...]
    lines: tuple[int, ...]
    faulty: frozenset[int]
    complete: bool

    def located(self) -> Iterator[tuple[int, Any]]:
        """Yield (line, row) for every row."""
        return zip(self.lines, self.rows, strict=True)

    def sound(self) -> Iterator[tuple[int, Any]]:
        """Yield (line, row) for the rows without a problem of their own."""
        return ((line, row) for line, row in self.located() if line not in self.faulty)


def read(folder: Path, spec: Spec) -> tuple[Table, list[Problem]]:
    """Return the table of `spec` as it stands in `folder`, and all problems of its text, header and cells."""
    problems: list[Problem] = []
    text = _text(folder / spec.file, problems)
    if text is None:
        return Table(spec, (), (), frozenset(), False), problems
    records = _records(text)
    _, labels = next(records, (1, []))
    header_faults = list(_header_faults(labels, spec))
    problems += [Problem(spec.file, 1, *parts) for parts in header_faults]
    rows, lines, torn = [], [], False
    for line, record in records:
        if isinstance(record, str):
            torn = True
            problems.append(Problem(spec.file, line, record, "quotation marks in pairs", "mend the row"))
            continue
        values, faults = _row(record, labels, spec)
        problems += [Problem(spec.file, line, *fault.parts) for fault in faults]
        if record:
            rows.append(spec.row_type(*values))
            lines.append(line)
    faulty = frozenset(lines if header_faults else (problem.line for problem in problems))
    return Table(spec, tuple(rows), tuple(lines), faulty, not header_faults and not torn), problems


def _text(path: Path, problems: list[Problem]) -> str | None:
    def report(line: int, found: str, expected: str, remedy: str) -> None:
        problems.append(Problem(path.name, line, found, expected, remedy))

    try:
        data = path.read_bytes()
    except OSError:
        report(1, "the file is missing or cannot be read", "the table the descriptor declares", "restore it")
        return None
    if data.startswith(b"\xef\xbb\xbf"):
        report(1, "a byte-order mark", "plain UTF-8", "save the file without it")
        data = data[3:]
    for line in _undecodable(data):
        report(line, "bytes that are not UTF-8", "UTF-8", "save the file as UTF-8")
    text = data.decode("utf-8", errors="replace")
    for line, chunk in enumerate(text.split("\n"), start=1):
        if match := _CONTROL.search(chunk.removesuffix("\r")):
            report(line, f"the control character {match[0]!r}", "text and line ends only", "delete it")
    return _CONTROL.sub("", text)


def _undecodable(data: bytes) -> Iterator[int]:
    for line, chunk in enumerate(data.split(b"\n"), start=1):
        try:
            chunk.decode("utf-8")
        except UnicodeDecodeError:
            yield line


def _records(text: str) -> Iterator[tuple[int, list[str] | str]]:
    """Yield (physical line of the row's start, its cells), or what is wrong with it in place of the cells."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    while True:
        line = reader.line_num + 1
        try:
            yield line, next(reader)
        except StopIteration:
            return
        except csv.Error as fault:
            yield line, f"a row that cannot be read ({fault})"


def _header_faults(labels: list[str] | str, spec: Spec) -> Iterator[tuple[str, str, str]]:
    """Yield (found, expected, what to do) for everything wrong with the first line."""
    names = [column.name for column in spec.columns]
    if isinstance(labels, str) or not labels:
        yield "no header", ",".join(names), "restore the first line"
        return
    for name in names:
        if name not in labels:
            yield f"no column {name}", "every column of the descriptor", "add the column"
    for label in dict.fromkeys(labels):
        if label not in names:
            yield f"the column {shown(label)}", "only columns of the descriptor", "remove or declare it"
        elif labels.count(label) > 1:
            yield f"the column {label} more than once", "every column once", "remove one"
    if sorted(labels) == sorted(names) and labels != names:
        yield "the columns in another order", ",".join(names), "put them in this order"


def _row(record: list[str], labels: list[str] | str, spec: Spec) -> tuple[list[cells.Value], list[cells.CellError]]:
    """Return the values of a row, in the order of the descriptor, and what is wrong with it."""
    if not record:
        return [], [cells.CellError("a blank line", "a row", "delete the line")]
    faults = []
    if len(record) != len(labels):
        expected = f"{len(labels)} cells, as in the header"
        faults.append(cells.CellError(f"{len(record)} cells", expected, "quote a cell with a comma in it"))
    texts = dict(zip(labels, record, strict=False))
    values: list[cells.Value] = []
    for column in spec.columns:
        try:
            values.append(cells.value(texts.get(column.name, ""), column))
        except cells.CellError as fault:
            values.append(None)
            if len(record) == len(labels) and column.name in texts:
                faults.append(fault)
    return values, faults
