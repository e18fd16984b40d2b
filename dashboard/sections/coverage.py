"""What became of the articles that the records start from, paragraph by paragraph."""

from __future__ import annotations

from markupsafe import Markup

from dashboard.atlas import Atlas
from dashboard.panels import cite
from dashboard.sections import pointer
from membership_data.records import Row


def told(atlas: Atlas, article: Row, country: str) -> Markup:
    """The paragraphs of an article, or those that say something of a state; nothing where none is listed."""
    words, rows = atlas.words, _paragraphs(atlas, article, country)
    if not rows:
        return Markup("")
    count = words.count("{count} paragraph", "{count} paragraphs", len(rows))
    heads = (
        words.text("Paragraph"), words.text("Begins with"), words.text("Records that carry it"),
        words.text("Left out, and why"),
    )  # fmt: skip
    table = cite.table(words.text("Paragraph by paragraph"), heads, (_cells(atlas, row) for row in rows))
    whole = Markup('<details class="csto-coverage"><summary>{}</summary>{}</details>')
    return whole.format(words.text("What became of it: {paragraphs}", paragraphs=count), table)


def _paragraphs(atlas: Atlas, article: Row, country: str) -> list[Row]:
    about = pointer.about(atlas, country) if country else frozenset()
    return [
        row
        for row in atlas.timeline.data.coverage
        if row.source_id == article.id and (not country or about.intersection(row.records or ()))
    ]


def _cells(atlas: Atlas, row: Row) -> tuple[object, ...]:
    words = atlas.words
    carried = Markup("").join(_carried(atlas, record) for record in row.records or ())
    listed = Markup("<ul>{}</ul>").format(carried) if carried else words.text("none")
    return row.paragraph, cite.quoted(row.opening), listed, words.text(row.left_out) if row.left_out else None


def _carried(atlas: Atlas, record: str) -> Markup:
    table = pointer.titled(atlas.words, record.partition(".")[0])
    return Markup("<li><small>{}</small> {}</li>").format(table, pointer.link(atlas, record))
