"""What sources disagree on: each question with what each of them says, the reading used, and why."""

from __future__ import annotations

from markupsafe import Markup

from dashboard.atlas import Atlas
from dashboard.panels.cite import section, sources
from membership_data.records import Row


def disputed(atlas: Atlas, topic: str) -> Markup:
    """Every question on which sources disagree: what each says, which reading is used, and why."""
    return Markup("").join(_question(atlas, row) for row in atlas.timeline.data.questions if row.topic == topic)


def _question(atlas: Atlas, question: Row) -> Markup:
    words = atlas.words
    said = [row for row in atlas.timeline.data.claims if row.question_id == question.id]
    return section(
        words.text(question.question),
        Markup('<ul class="csto-claims">{}</ul>').format(Markup("").join(_claim(atlas, row) for row in said)),
        Markup("<p>{} {}</p>").format(words.text(question.reading), words.text(question.reason)),
    )


def _claim(atlas: Atlas, row: Row) -> Markup:
    """What one side says, beside the others: its figure where it has one, its words, when it said so, its source."""
    words = atlas.words
    best = Markup("<em>{}</em>").format(words.text("best supported")) if row.best else ""
    figure = Markup("<b>{}</b>").format(span(row.value_low, row.value_high)) if row.value_low else ""
    said_on = Markup("<small>{}</small> ").format(words.dated(row.said_on.text)) if row.said_on else ""
    return Markup("<li{}>{}{}<span>{}</span> {}{}</li>").format(
        Markup(' class="is-best"') if row.best else "", figure, best, words.text(row.claim), said_on,
        sources(atlas, row.source_ids),
    )  # fmt: skip


def span(low: float, high: float | None) -> str:
    """A figure, or the range it lies in, with thousands apart."""
    return f"{low:,.0f}" if high in (None, low) else f"{low:,.0f}–{high:,.0f}"
