"""What the columns of one row must say together."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from membership_data.rules.finding import Finding, Tables

READ = {
    "deployments": ("strength_low", "strength_high", "disclosed"),
    "exercises": ("hosts", "participants", "absent"),
    "bases": ("holder_iso_a3", "host_iso_a3"),
    "other_deployments": ("contributors", "host_iso_a3"),
    "crises": ("asked", "asked_on", "asked_of"),
}


def _disclosed(tables: Tables, checked_on: date) -> Iterator[Finding]:
    """A contingent has figures exactly when its strength was disclosed."""
    for line, row in tables["deployments"].sound():
        low, high = row.strength_low, row.strength_high
        if {low is not None, high is not None} != {row.disclosed}:
            found = f"disclosed is {str(row.disclosed).lower()} and the strengths are {low} and {high}"
            expected = "both strengths if disclosed, else neither"
            yield Finding("deployments", line, found, expected, "correct the strengths or disclosed")


def _absent(tables: Tables, checked_on: date) -> Iterator[Finding]:
    """A state that is absent from an exercise neither hosts it nor takes part."""
    for line, row in tables["exercises"].sound():
        for column in ("hosts", "participants"):
            both = [state for state in row.absent or () if state in (getattr(row, column) or ())]
            if both:
                found = f"{' '.join(both)} in absent and in {column}"
                yield Finding("exercises", line, found, "each state in one of them", "remove it from one")


def _abroad(tables: Tables, checked_on: date) -> Iterator[Finding]:
    """A base, or troops that are listed because they are abroad, lie on another state's soil."""
    for name, column in (("bases", "holder_iso_a3"), ("other_deployments", "contributors")):
        for line, row in tables[name].sound():
            states = getattr(row, column)
            if row.host_iso_a3 in (states if isinstance(states, tuple) else (states,)):
                found = f"{row.host_iso_a3} is the host and in {column}"
                yield Finding(name, line, found, "the soil of another state", f"correct host_iso_a3 or {column}")


def _asked(tables: Tables, checked_on: date) -> Iterator[Finding]:
    """A crisis says when somebody was asked, and who, exactly when somebody was."""
    for line, row in tables["crises"].sound():
        for column in ("asked_on", "asked_of"):
            value, asked = getattr(row, column), row.asked != "none"
            if asked != (value is not None):
                found = f"asked is {row.asked} and {column} is {'blank' if value is None else value}"
                expected = f"{column} {'filled' if asked else 'blank'}"
                yield Finding("crises", line, found, expected, f"correct asked or {column}")


RULES = (_disclosed, _absent, _abroad, _asked)
