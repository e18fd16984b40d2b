"""The collective and the regional forces: what they are for, how strong by whom, who contributes, which units."""

from __future__ import annotations

from datetime import date

from markupsafe import Markup

from dashboard.atlas import Atlas, once
from dashboard.panels import cite, listing
from dashboard.sections import airdefence, roster
from dashboard.view import View
from dashboard.words import Words
from membership_data.records import Row


def today(atlas: Atlas, shown: View) -> Markup:
    """The forces there were on the day shown, and who contributed to each."""
    words, day = atlas.words, shown.shown(atlas.timeline)
    there = [row for row in of(atlas, shown.country) if _existed(atlas, row, day)]
    said = [(words.text(row.name), _on(atlas, row, shown.country, day)) for row in there]
    none = Markup("<p>{}</p>").format(words.text("No force is recorded for this day."))
    return Markup('<div class="csto-story csto-records">{}</div>').format(
        cite.lines(said, "csto-facts csto-named") or none
    )


def _existed(atlas: Atlas, force: Row, day: date) -> bool:
    """Whether a force was founded by a day; where no founding act was found, whether anybody contributed to it."""
    if force.founded:
        return force.founded.last <= day
    return any(roster.held(row, day) for row in roster.contributors(atlas, force, ""))


def _on(atlas: Atlas, force: Row, country: str, day: date) -> Markup:
    """Who contributed to a force on a day and since when there is such a force, each with its sources."""
    words = atlas.words
    rows = [row for row in roster.contributors(atlas, force, country) if roster.held(row, day)]
    who = words.listed([words.state(row.iso_a3) for row in rows]) or words.text("no contribution recorded for this day")
    ids = dict.fromkeys(one for row in rows for one in row.source_ids)
    disputed = cite.disputed(atlas, [f"force_contributors.{row.id}" for row in rows])
    since = words.text("founded {date}", date=words.dated(force.founded.text)) if force.founded else ""
    return Markup('{} {} {} <span class="csto-quiet">· {}</span> {}').format(
        who, cite.sources(atlas, ids), disputed, since, cite.cited(atlas, "forces", force)
    )


def chart(atlas: Atlas, shown: View) -> None:
    """Draws every published strength over the years; the tables of `whole` say the same in words."""
    # The charting library is slow to import: what is read first is written before.
    from dashboard.sections import strengths

    strengths.draw(atlas, of(atlas, shown.country), shown.shown(atlas.timeline), shown.theme)


def of(atlas: Atlas, country: str) -> list[Row]:
    """The forces in their order; of a country, those to which it contributes or in which a unit of its is named."""
    data = atlas.timeline.data
    rows = sorted(data.forces, key=lambda row: row.order)
    its = {row.force_id for row in (*data.force_contributors, *data.units) if row.iso_a3 == country}
    return [row for row in rows if not country or row.id in its]


@once
def whole(atlas: Atlas, country: str) -> Markup:
    """Every force with its strengths, contributors and units; agreements on air defence; the abbreviations."""
    forces = Markup("").join(_force(atlas, row, country) for row in of(atlas, country))
    apart = cite.section(atlas.words.text("Units named without a force"), roster.units(atlas, None, country))
    parts = forces + apart + airdefence.agreements(atlas, country)
    if not country:
        parts += _glossary(atlas)
    return Markup('<div class="csto-story csto-records">{}</div>').format(parts or _nothing(country, atlas.words))


def _nothing(country: str, words: Words) -> Markup:
    said = words.text("No force is recorded.")
    if country:
        said = words.text("No force, unit or agreement of {state} is recorded.", state=words.state(country))
    return Markup("<p>{}</p>").format(said)


def title(force: Row, words: Words) -> str:
    """A force's English name with its abbreviation and the Russian one, each once: the name may have them already."""
    short, russian = (
        one if one and one not in force.name else "" for one in (force.abbreviation, force.russian_abbreviation)
    )
    aside = ", ".join(part for part in (short, words.text("Russian {short}", short=russian) if russian else "") if part)
    return f"{words.text(force.name)} ({aside})" if aside else words.text(force.name)


def _force(atlas: Atlas, force: Row, country: str) -> Markup:
    return cite.section(
        listing.anchored("forces", force, title(force, atlas.words)),
        _told(atlas, force), roster.strengths(atlas, force),
        roster.contributed(atlas, force, country), roster.units(atlas, force.id, country),
    )  # fmt: skip


def _told(atlas: Atlas, force: Row) -> Markup:
    words = atlas.words
    founded = cite.when(atlas, force.founded) if force.founded else words.text("No date found")
    said = [
        (words.text("Founded"), Markup("{}. {}").format(founded, words.text(force.founding))),
        (words.text("Tasks"), words.text(force.tasks)),
        (words.text("Made up of"), words.text(force.composition)),
        (words.text("Security area"), airdefence.area(atlas, force.area_id)),
        (words.text("Note"), words.text(force.note) if force.note else ""),
        (words.text("Sources"), cite.cited(atlas, "forces", force)),
    ]
    return cite.lines(((label, text) for label, text in said if text), "csto-facts")


def _glossary(atlas: Atlas) -> Markup:
    words = atlas.words
    rows = [
        (
            words.text(row.term), cite.quoted(row.russian or "", "ru-Latn"), words.text(row.english),
            words.text(row.meaning), cite.sources(atlas, row.source_ids),
        )
        for row in atlas.timeline.data.glossary
    ]  # fmt: skip
    heads = [
        words.text("English"), words.text("Russian"), words.text("In full"), words.text("Meaning"),
        words.text("Sources"),
    ]  # fmt: skip
    return cite.section(words.text("Abbreviations"), cite.table(words.text("English first"), heads, rows))
