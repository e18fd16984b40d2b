"""Days and figures that cannot fall from left to right, and days that cannot lie in the future."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from membership_data.rules.finding import Finding, Tables

# Days that cannot lie after the day on which the records were checked. A spell that still lasts has no end yet, so
# an end is one of them; the day to which an agreement was made is not.
PAST = {
    "sources": ("published",),
    "stages": ("starts",),
    "membership_events": ("date",),
    "area_memberships": ("starts", "ends"),
    "operations": ("starts", "ends"),
    "operation_days": ("date",),
    "deployments": ("departs", "arrives", "leaves"),
    "deployment_figures": ("said_on",),
    "milestones": ("date",),
    "positions": ("said_on",),
    "office_holders": ("starts", "ends"),
    "forces": ("founded",),
    "force_strengths": ("as_of",),
    "force_contributors": ("starts", "ends"),
    "units": ("starts", "ends"),
    "bases": ("starts", "ends"),
    "other_deployments": ("starts", "ends"),
    "air_defence_agreements": ("signed", "in_force"),
    "crises": ("starts", "ends", "asked_on"),
    "exercises": ("starts", "ends"),
    "budget_shares": ("as_of",),
    "relations": ("date",),
    "claims": ("said_on",),
    "theses": ("said_on",),
    "chapters": ("date",),
}
# table: (column, value) of the rows that speak of a plan. A plan may lie ahead; the day that passes it by makes
# nothing wrong.
PLANNED = {"milestones": ("planned", True), "exercises": ("outcome", "announced")}
# (table, columns): dates or figures that cannot fall from left to right.
RISING = (
    ("area_memberships", ("starts", "ends")),
    ("operations", ("starts", "ends")),
    ("deployments", ("departs", "arrives", "leaves")),
    ("deployments", ("strength_low", "strength_high")),
    ("deployment_figures", ("low", "high")),
    ("office_holders", ("starts", "ends")),
    ("force_strengths", ("low", "high")),
    ("force_contributors", ("starts", "ends")),
    ("units", ("starts", "ends")),
    ("bases", ("starts", "ends")),
    ("bases", ("starts", "agreed_to")),
    ("bases", ("low", "high")),
    ("other_deployments", ("starts", "ends")),
    ("other_deployments", ("low", "high")),
    ("air_defence_agreements", ("signed", "in_force")),
    ("crises", ("starts", "ends")),
    ("exercises", ("starts", "ends")),
    ("exercises", ("low", "high")),
    ("claims", ("value_low", "value_high")),
)


def _read() -> dict[str, tuple[str, ...]]:
    columns: dict[str, tuple[str, ...]] = defaultdict(tuple, PAST)
    for name, (column, _) in PLANNED.items():
        columns[name] += (column,)
    for name, rising in RISING:
        columns[name] += rising
    return dict(columns)


READ = _read()


def _in_the_past(tables: Tables, checked_on: date) -> Iterator[Finding]:
    for name, columns in PAST.items():
        flag, planned = PLANNED.get(name, (None, None))
        for line, row in tables[name].sound():
            if flag and getattr(row, flag) == planned:
                continue
            for column in columns:
                day = getattr(row, column)
                if day is not None and day.first > checked_on:
                    expected = f"a day up to {checked_on}, when the records were checked"
                    remedy = "correct the date, or check the records again and move checked_on"
                    yield Finding(name, line, f"{column} is {day}", expected, remedy)


def _rising(tables: Tables, checked_on: date) -> Iterator[Finding]:
    for name, columns in RISING:
        for line, row in tables[name].sound():
            known = [(column, getattr(row, column)) for column in columns if getattr(row, column) is not None]
            for (before, low), (after, high) in pairwise(known):
                # Dates compare by the days they may mean: 2012-06-28 to 2012 is possible.
                if getattr(low, "first", low) > getattr(high, "last", high):
                    found = f"{before} is {low} and {after} is {high}"
                    yield Finding(name, line, found, f"{after} not below {before}", "correct one of them")


RULES = (_in_the_past, _rising)
