"""Where sources disagree: what a question is about, and its best-supported claim."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from membership_data.problems import shown
from membership_data.rules.finding import Finding, Tables

# The tables whose rows a question may be about, each with the column that names one.
TOPICS = {
    "membership_events": "iso_a3",
    "stages": "id",
    "operations": "id",
    "forces": "id",
    "crises": "id",
    "exercises": "id",
    "milestones": "id",
    "bodies": "id",
    "bases": "id",
}
READ = {
    **{name: (column,) for name, column in TOPICS.items()},
    "questions": ("topic",),
    "claims": ("question_id", "best"),
}


def _one_best(tables: Tables, checked_on: date) -> Iterator[Finding]:
    """A question has at most one best-supported claim."""
    first: dict[str, int] = {}
    for line, row in tables["claims"].sound():
        if row.best and first.setdefault(row.question_id, line) != line:
            found = f"a second best claim to {row.question_id}, after line {first[row.question_id]}"
            yield Finding("claims", line, found, "at most one", "set best to false on one")


def _topics(tables: Tables, checked_on: date) -> Iterator[Finding]:
    """A question is about a state with events or a row of one of the other tables."""
    known = {getattr(row, column) for name, column in TOPICS.items() for row in tables[name].rows}
    if None in known or not all(tables[name].complete for name in TOPICS):
        return
    for line, row in tables["questions"].sound():
        if row.topic not in known:
            expected = f"the code of a state with events, or an id of {', '.join(list(TOPICS)[1:])}"
            yield Finding("questions", line, f"topic is {shown(row.topic)}", expected, "correct the topic")


RULES = (_one_best, _topics)
