"""Where sources disagree: every question with what each side says, the reading used and why; and whose judgements."""

from __future__ import annotations

from datetime import date
from itertools import groupby

from markupsafe import Markup

from dashboard.atlas import Atlas, once
from dashboard.panels import cite, claims, listing
from dashboard.sections import pointer
from dashboard.view import View
from dashboard.words import Words
from membership_data.dates import PartialDate
from membership_data.records import Row

TOPICS = ("stages", "milestones", "forces", "bodies", "bases", "operations", "crises", "exercises")
"""The tables that a topic may be a row of; any other topic is a state."""


def today(atlas: Atlas, shown: View) -> Markup:
    """How many questions there are, and those about something of the year shown, up to the day."""
    words, day = atlas.words, shown.shown(atlas.timeline)
    rows = _questions(atlas, shown.country)
    now = [row for row in rows if any(_is_of_year(when, day) for when in _dates(atlas, row))]
    said = words.count(
        "{count} question has more than one answer.", "{count} questions have more than one answer.", len(rows)
    )
    if rows and not now:
        said = f"{said} {words.text('None of them is about {year} up to the day shown.', year=day.year)}"
    listed = cite.section(words.text("About {year}", year=day.year), _links(atlas, now))
    return Markup('<div class="csto-story csto-index"><p>{}</p>{}</div>').format(said, listed)


def _is_of_year(when: PartialDate, day: date) -> bool:
    return when.last.year == day.year and when.first <= day


def _dates(atlas: Atlas, question: Row) -> list[PartialDate]:
    """When what a question is about happened or began: the first date of each of its records."""
    found = (pointer.row(atlas, record) for record in question.records)
    dates = (next((cell for cell in row if isinstance(cell, PartialDate)), None) for row in found)
    return [when for when in dates if when]


@once
def whole(atlas: Atlas, country: str) -> Markup:
    """An index, every question by groups, and the theses; of a state chosen, those about it."""
    rows = _questions(atlas, country)
    return Markup('<div class="csto-story csto-disagreements">{}{}</div>').format(
        _grouped(atlas, rows) if rows else Markup("<p>{}</p>").format(_nothing(country, atlas.words)),
        _theses(atlas, country),
    )


def _nothing(country: str, words: Words) -> str:
    if country:
        return words.text("No question about {state} is recorded.", state=words.state(country))
    return words.text("No question is recorded.")


def _grouped(atlas: Atlas, rows: list[Row]) -> Markup:
    """The index of the questions, and the questions, group by group."""
    groups = [(title, list(found)) for title, found in groupby(rows, key=lambda row: group(atlas, row))]
    index = Markup("").join(cite.section(title, _links(atlas, found)) for title, found in groups)
    blocks = Markup("").join(_block(atlas, title, found) for title, found in groups)
    whole = Markup('<nav class="csto-index" aria-label="{}">{}</nav>{}')
    return whole.format(atlas.words.text("Questions"), index, blocks)


def _questions(atlas: Atlas, country: str) -> list[Row]:
    """The questions, group by group; of a state, those about it and about a record it appears in."""
    order = list(_groups(atlas.words))
    rows = (
        [row for found in claims.about(atlas, country) for row in found] if country else atlas.timeline.data.questions
    )
    return sorted(rows, key=lambda row: order.index(group(atlas, row)))


def _groups(words: Words) -> dict[str, tuple[str, ...]]:
    """Titles of the groups in order, each with the tables whose rows are its topics."""
    return {
        words.text("Treaty and membership"): ("stages", "milestones"),
        words.text("Forces and structure"): ("forces", "bodies", "bases"),
        words.text("The operation"): ("operations",),
        words.text("Crises and exercises"): ("crises", "exercises"),
    }


def group(atlas: Atlas, question: Row) -> str:
    """The group of a question: that of the table its topic is a row of; a state is a matter of membership."""
    tables = atlas.timeline.data.tables
    table = next((name for name in TOPICS if any(row.id == question.topic for row in tables[name])), "stages")
    return next(title for title, names in _groups(atlas.words).items() if table in names)


def _links(atlas: Atlas, rows: list[Row]) -> Markup:
    words = atlas.words
    return cite.lines(("", cite.turn(f"disagreements#{row.id}", words.text(row.question))) for row in rows)


def _block(atlas: Atlas, title: str, rows: list[Row]) -> Markup:
    said = Markup("").join(_question(atlas, row) for row in rows)
    return Markup('<section class="csto-group"><h3>{}</h3>{}</section>').format(title, said)


def _question(atlas: Atlas, row: Row) -> Markup:
    words = atlas.words
    records = Markup("").join(Markup("<li>{}</li>").format(pointer.link(atlas, record)) for record in row.records)
    told = (
        (words.text("Reading used"), Markup("<strong>{}</strong>").format(words.text(row.reading))),
        (words.text("Why"), words.text(row.reason)),
        (words.text("Records concerned"), Markup("<ul>{}</ul>").format(records)),
    )
    return Markup('<article class="csto-question" id="{}" tabindex="-1"><h4>{}</h4>{}{}</article>').format(
        row.id, words.text(row.question), claims.sides(atlas, row), cite.lines(told, "csto-facts")
    )


def _theses(atlas: Atlas, country: str) -> Markup:
    """The judgements of authors, by author; with a state chosen, those that name it."""
    words = atlas.words
    rows = [
        row for row in atlas.timeline.data.theses if not country or words.state(country) in f"{row.about} {row.text}"
    ]
    authors = groupby(sorted(rows, key=lambda row: (row.author, row.said_on)), key=lambda row: row.author)
    said = [_author(atlas, author, list(found)) for author, found in authors]
    how = words.text("What authors conclude. Each is the judgement of the one named, and no fact of these records.")
    parts = [Markup("<p>{}</p>").format(how), *said] if said else []
    return cite.section(words.text("Judgements of authors"), *parts)


def _author(atlas: Atlas, author: str, rows: list[Row]) -> Markup:
    words = atlas.words
    cells = [
        (
            listing.anchored("theses", row, words.text(row.about)), words.text(row.text), words.dated(row.said_on.text),
            cite.cited(atlas, "theses", row),
        )
        for row in rows
    ]  # fmt: skip
    heads = (words.text("About"), words.text("Judgement"), words.text("Published"), words.text("Source"))
    return cite.table(words.text(author), heads, cells)
