"""What a rule is given and what it yields."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from membership_data.tables import Table

Tables = Mapping[str, Table]
"""The tables as read, by name."""


class Finding(NamedTuple):
    """A problem of a row, by table: what a Problem says, before the table's file is known."""

    table: str
    line: int
    found: str
    expected: str
    remedy: str
