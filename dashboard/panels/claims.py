"""What sources disagree on: each question with what each of them says, the reading used, and why."""

from __future__ import annotations

from markupsafe import Markup

from dashboard.atlas import Atlas
from dashboard.panels.cite import section, sources, turn
from dashboard.words import Words
from membership_data.records import Row

NAMING = ("iso_a3", "host_iso_a3", "holder_iso_a3", "states", "hosts", "contributors", "parties")
"""Columns that name the states a record belongs to."""


def disputed(atlas: Atlas, topic: str) -> Markup:
    """Every question on which sources disagree: what each says, which reading is used, and why."""
    return Markup("").join(_question(atlas, row) for row in atlas.timeline.data.questions if row.topic == topic)


def about(atlas: Atlas, state: str) -> tuple[list[Row], list[Row]]:
    """The questions about a state itself, and those that dispute a record it appears in."""
    data = atlas.timeline.data
    own = [row for row in data.questions if row.topic == state]
    named = {
        f"{table}.{row.id}"
        for table, rows in data.tables.items()
        for row in rows
        if any(state in (getattr(row, column, None) or ()) for column in NAMING)
    }
    return own, [row for row in data.questions if row not in own and named.intersection(row.records)]


def brief(atlas: Atlas, question: Row) -> Markup:
    """A question and the reading used, as a line that leads to what each source says."""
    words = atlas.words
    asked = turn(f"disagreements#{question.id}", words.text(question.question))
    return Markup("<p>{} {}</p>").format(asked, words.text(question.reading))


def _answers(atlas: Atlas, question: Row) -> list[Row]:
    return [row for row in atlas.timeline.data.claims if row.question_id == question.id]


def _question(atlas: Atlas, question: Row) -> Markup:
    words = atlas.words
    return section(
        words.text(question.question),
        sides(atlas, question),
        Markup("<p>{} {}</p>").format(words.text(question.reading), words.text(question.reason)),
    )


def sides(atlas: Atlas, question: Row) -> Markup:
    """What each side says to a question, beside the others."""
    said = Markup("").join(_claim(atlas, row) for row in _answers(atlas, question))
    return Markup('<ul class="csto-claims">{}</ul>').format(said)


def _claim(atlas: Atlas, row: Row) -> Markup:
    """What one side says, beside the others: its figure where it has one, its words, when it said so, its source."""
    words = atlas.words
    best = Markup("<em>{}</em>").format(words.text("best supported")) if row.best else ""
    figure = Markup("<b>{}</b>").format(span(words, row.value_low, row.value_high)) if row.value_low else ""
    said_on = Markup("<small>{}</small> ").format(words.dated(row.said_on.text)) if row.said_on else ""
    return Markup("<li{}>{}{}<span>{}</span> {}{}</li>").format(
        Markup(' class="is-best"') if row.best else "", figure, best, words.text(row.claim), said_on,
        sources(atlas, row.source_ids),
    )  # fmt: skip


def span(words: Words, low: float, high: float | None) -> str:
    """A figure, or the range it lies in, with thousands apart."""
    first = words.number(round(low))
    return first if high in (None, low) else f"{first}–{words.number(round(high))}"
