"""The country-year panel as CSV."""

from __future__ import annotations

import csv
import io

from membership_data import fold
from membership_data.records import Records


def build(data: Records) -> bytes:
    """CSV (UTF-8, LF) with `year,iso_a3,status`: every year, every state that ever had a status, `none` included."""
    written = io.StringIO(newline="")
    rows = csv.writer(written, lineterminator="\n")
    rows.writerow(("year", "iso_a3", "status"))
    rows.writerows(fold.panel(data.membership_events, data.checked_on))
    return written.getvalue().encode()
