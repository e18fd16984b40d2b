"""What a check reports: one problem, where it is and what to do about it."""

from __future__ import annotations

from typing import NamedTuple


class Problem(NamedTuple):
    """One thing wrong in one file; `line` counts physical lines from 1."""

    file: str
    line: int
    found: str
    expected: str
    remedy: str

    def __str__(self) -> str:
        """Return `file:line: what was found; what was expected; what to do`, on one line."""
        return f"{self.file}:{self.line}: {self.found}; {self.expected}; {self.remedy}"


def shown(text: str) -> str:
    """Return `text` quoted, on one line and cut to a length fit for a message."""
    return repr(text if len(text) <= 60 else f"{text[:57]}...")
