"""What a panel is made of: sources as short links, links to other views, lines and sections."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from urllib.parse import urlencode

from markupsafe import Markup

from dashboard import view
from dashboard.atlas import Atlas, once
from dashboard.view import View
from dashboard.words import DEFAULT, Words
from membership_data.dates import PartialDate
from membership_data.records import Row


def sources(atlas: Atlas, ids: Iterable[str]) -> Markup:
    """The sources with these ids as links, in order; one that has no address is named on hover."""
    known = {row.id: row for row in atlas.timeline.data.sources}
    return Markup(" ").join(_link(known[one]) for one in ids)


def _link(row: Row) -> Markup:
    title = f"{row.publisher}: {row.title}" if row.publisher else row.title
    # Only what leads to a page: no other kind of address becomes a link.
    if not (row.url or "").startswith(("https://", "http://")):
        return Markup('<span class="csto-source" lang="en" title="{}">{}</span>').format(title, row.id)
    return Markup(
        '<a class="csto-source" href="{}" target="_blank" rel="noopener" lang="en" title="{}">{}</a>'
    ).format(row.url, title, row.id)


def quoted(text: str, language: str = "en") -> Markup:
    """What is the same in every language of the page: what a source calls itself, or says in its own words."""
    return Markup('<span lang="{}">{}</span>').format(language, text)


def cited(atlas: Atlas, table: str, row: Row) -> Markup:
    """The sources of a row and, where sources disagree about it, a mark that leads to what each of them says."""
    parts = (sources(atlas, row.source_ids), disputed(atlas, [f"{table}.{row.id}"]))
    return Markup(" ").join(part for part in parts if part)


def disputed(atlas: Atlas, records: Iterable[str], brief: bool = False) -> Markup:
    """One mark for all questions that dispute a record, each given as `table.id`; nothing where there is none.

    A brief one is the sign alone, for a list in which nearly every line has it.
    """
    words = atlas.words
    asked = list({row.id: row for record in records for row in _questions(atlas).get(record, ())}.values())
    if not asked:
        return Markup("")
    said = words.count("≠ disputed", "≠ disputed ({count})", len(asked))
    link = Markup(
        '<a class="csto-go csto-disputed" data-keep href="?page=disagreements#{}" title="{}" aria-label="{}">{}</a>'
    )
    return link.format(asked[0].id, _differing(words, asked), said, "≠" if brief else said)


@once
def _questions(atlas: Atlas) -> dict[str, list[Row]]:
    """The questions that dispute a record, by `table.id`."""
    found: dict[str, list[Row]] = {}
    for question in atlas.timeline.data.questions:
        for record in question.records:
            found.setdefault(record, []).append(question)
    return found


def _differing(words: Words, asked: Sequence[Row]) -> str:
    """What sources differ on: the question and the reading used, or the questions alone where there are several."""
    first, *others = asked
    reading = "" if others else words.text(first.reading)
    questions = " ".join(words.text(row.question) for row in asked)
    return words.text("Sources differ. {questions} {reading}", questions=questions, reading=reading).rstrip()


def turn(page: str, text: str | Markup, here: bool = False) -> Markup:
    """A link to another page that keeps the day and the country on screen."""
    current = Markup(' aria-current="page"') if here else ""
    return Markup('<a class="csto-go" data-keep href="?page={}"{}>{}</a>').format(page, current, text)


def go(atlas: Atlas, there: View, text: str | Markup, here: bool = False) -> Markup:
    """A link to another view. The map takes it without loading the page again; it can be copied as it is."""
    language = {} if atlas.words.language == DEFAULT else {"language": atlas.words.language}
    query = urlencode(view.write(there, atlas.timeline) | language) or "?"
    current = Markup(' aria-current="true"') if here else ""
    return Markup('<a class="csto-go" href="{}"{}>{}</a>').format(f"?{query.lstrip('?')}", current, text)


def when(
    atlas: Atlas, date: PartialDate, country: str = "", marked: str = "", inside: bool = False
) -> str | Markup:
    """A recorded date, as exact as it is, as a link to that day on the map; the words alone outside its days.

    `marked` names the marks that the map then shows, as `View.marks` does; `inside` is as with `Words.dated`.
    """
    timeline, said = atlas.timeline, atlas.words.dated(date.text, inside)
    if date.last < timeline.first_day or date.first > timeline.last_day:
        return said
    exact = date.last.isoformat() if date.first == date.last else ""
    known = country if country in timeline.states else ""
    there = replace(view.default(timeline), year=date.last.year, on=exact, country=known, marks=marked)
    return go(atlas, there, said)


def place(atlas: Atlas, place_id: str | None) -> str:
    """The name of a place and within how many kilometres of it; nothing where none was found."""
    row = next((row for row in atlas.timeline.data.places if row.id == place_id), None)
    if row is None:
        return ""
    words = atlas.words
    return words.text("{place} (within {radius} km)", place=words.text(row.name), radius=words.number(row.radius_km))


def lines(rows: Iterable[tuple[str, object]], kind: str = "csto-lines") -> Markup:
    """A list of lines, each with what leads it (a date, a name) and its text; nothing where there is none."""
    items = Markup("").join(_line(lead, text) for lead, text in rows)
    return Markup('<ul class="{}">{}</ul>').format(kind, items) if items else Markup("")


def _line(lead: str | Markup, text: str | Markup) -> Markup:
    marked = Markup("<b>{}</b> ").format(lead) if lead else ""
    return Markup("<li>{}<span>{}</span></li>").format(marked, text)


def table(caption: str, heads: Sequence[str], rows: Iterable[Sequence[object]]) -> Markup:
    """A table whose first column names the row; nothing where there is no row."""
    body = Markup("").join(row(cells) for cells in rows)
    head = Markup("").join(Markup('<th scope="col">{}</th>').format(name) for name in heads)
    whole = Markup(
        '<div class="csto-wide"><table class="csto-table"><caption>{}</caption>'
        "<thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>"
    )
    return whole.format(caption, head, body) if body else Markup("")


def row(cells: Sequence[object]) -> Markup:
    """A row of a table: its name, and its cells."""
    name, *rest = cells
    said = Markup("").join(Markup("<td>{}</td>").format("" if cell is None else cell) for cell in rest)
    return Markup('<tr><th scope="row">{}</th>{}</tr>').format(name, said)


def section(title: str, *parts: Markup) -> Markup:
    """A titled part of a panel; nothing at all where it has no content."""
    content = Markup("").join(part for part in parts if part)
    return Markup("<section><h3>{}</h3>{}</section>").format(title, content) if content else Markup("")
