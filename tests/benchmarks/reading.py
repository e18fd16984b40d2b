"""The records from disk to the country-year panel, beside pandas reading the same files without any check."""

from __future__ import annotations

import time
from collections.abc import Callable

import pandas

from membership_data import fold, records


def samples() -> dict[str, float]:
    """Milliseconds of one load of all records with the fold for all years, and of pandas reading the tables."""
    return {"read ours": _clock(_ours), "read pandas": _clock(_pandas)}


def _ours() -> None:
    data = records.load()
    list(fold.panel(data.membership_events, data.checked_on))


def _pandas() -> None:
    for path in sorted(records.FOLDER.glob("*.csv")):
        pandas.read_csv(path, dtype=str, keep_default_na=False)


def _clock(work: Callable[[], None]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000
