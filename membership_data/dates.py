"""Dates that keep their precision: a year, a month or a day."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

_FORM = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@dataclass(frozen=True, order=True)
class PartialDate:
    """A period known as it was written: `2012`, `2012-06` or `2012-06-28`.

    `first` and `last` are its first and last day. Dates sort by their last day, because that is the day on
    which an event of that date is taken to have surely happened.
    """

    last: date
    first: date
    text: str

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Return the date written as `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; raise ValueError otherwise."""
        match = _FORM.fullmatch(text)
        if not match:
            raise ValueError(f"{text!r} is not a date: write YYYY, YYYY-MM or YYYY-MM-DD")
        year, month, day = match.groups()
        try:
            first = date(int(year), int(month or 1), int(day or 1))
            ends_in = int(month or 12)
            last = first if day else date(first.year, ends_in, monthrange(first.year, ends_in)[1])
        except ValueError as fault:
            raise ValueError(f"{text!r} is not a date of the calendar: {fault}") from None
        return cls(last=last, first=first, text=text)

    def __str__(self) -> str:
        """Return the date as it was written."""
        return self.text
