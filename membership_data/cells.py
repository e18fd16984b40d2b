"""The text of one cell to its value, as its column's kind and constraints ask."""

from __future__ import annotations

import re
from collections.abc import Callable

from membership_data import iso
from membership_data.dates import PartialDate
from membership_data.descriptor import Column
from membership_data.problems import shown

Value = str | int | float | bool | PartialDate | tuple[str, ...] | None

# Digits are capped so that no cell can cost time or overflow: the longest number in the records has seven.
_INTEGER = re.compile(r"-?[0-9]{1,15}")
_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,15})?")
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
_RECORD = re.compile(r"[a-z][a-z0-9_]*\.[A-Za-z0-9][A-Za-z0-9_-]*")


class CellError(ValueError):
    """A cell that is not what its column asks for."""

    def __init__(self, found: str, expected: str, remedy: str) -> None:
        """Keep the three parts of the problem."""
        super().__init__(f"{found}; {expected}; {remedy}")
        self.parts = (found, expected, remedy)


def value(text: str, column: Column) -> Value:
    """Return the typed value of a cell, None for a blank one; raise CellError where it does not fit."""
    if not text:
        if column.required:
            raise CellError(f"{column.name} is blank", "a value", "fill it in")
        return None
    if text != text.strip():
        raise CellError(f"{column.name} is {shown(text)}", "no space at either end", "remove the space")
    typed = READERS[column.kind](text, column)
    _constrain(text, typed, column)
    return typed


def _misfit(text: str, column: Column, expected: str, remedy: str = "correct the cell") -> CellError:
    return CellError(f"{column.name} is {shown(text)}", expected, remedy)


def _string(text: str, column: Column) -> str:
    return text


def _integer(text: str, column: Column) -> int:
    if not _INTEGER.fullmatch(text):
        raise _misfit(text, column, "a whole number, digits only")
    return int(text)


def _number(text: str, column: Column) -> float:
    if not _NUMBER.fullmatch(text):
        raise _misfit(text, column, "a number with a decimal point, digits only")
    return float(text)


def _boolean(text: str, column: Column) -> bool:
    if text not in ("true", "false"):
        raise _misfit(text, column, "true or false")
    return text == "true"


def _date(text: str, column: Column) -> PartialDate:
    try:
        return PartialDate.parse(text)
    except ValueError:
        raise _misfit(text, column, "a date of the calendar: YYYY, YYYY-MM or YYYY-MM-DD") from None


def _ids(text: str, column: Column) -> tuple[str, ...]:
    return _items(text, column, _ID, "ids with one space between them")


def _record_ids(text: str, column: Column) -> tuple[str, ...]:
    return _items(text, column, _RECORD, "records as table.id with one space between them")


def _items(text: str, column: Column, form: re.Pattern[str], expected: str) -> tuple[str, ...]:
    items = tuple(text.split(" "))
    if not all(form.fullmatch(item) for item in items):
        raise _misfit(text, column, expected)
    if len(set(items)) < len(items):
        raise _misfit(text, column, "each id once", "remove the repetition")
    return items


def _country(text: str, column: Column) -> str:
    if text not in iso.ASSIGNED:
        raise _misfit(text, column, "a code that ISO 3166-1 alpha-3 assigns", "look the code up")
    return text


def _countries(text: str, column: Column) -> tuple[str, ...]:
    return tuple(_country(code, column) for code in _ids(text, column))


READERS: dict[str, Callable[[str, Column], Value]] = {
    "string": _string,
    "integer": _integer,
    "number": _number,
    "boolean": _boolean,
    "partial-date": _date,
    "id-list": _ids,
    "record-list": _record_ids,
    "iso-a3": _country,
    "iso-a3-list": _countries,
}


def _constrain(text: str, typed: Value, column: Column) -> None:
    if column.enum and text not in column.enum:
        raise _misfit(text, column, f"one of {' '.join(', '.join(column.enum).split())}")
    if column.pattern and not column.pattern.fullmatch(text):
        raise _misfit(text, column, f"the form {' '.join(column.pattern.pattern.split())}")
    if isinstance(typed, int | float) and column.minimum is not None and typed < column.minimum:
        raise _misfit(text, column, f"{column.minimum} or more")
    if isinstance(typed, int | float) and column.maximum is not None and typed > column.maximum:
        raise _misfit(text, column, f"{column.maximum} or less")
