"""Exercises: who was host to which in which year, those called off too, and what is recorded of each."""

from __future__ import annotations

from collections import Counter
from itertools import groupby

from markupsafe import Markup

from dashboard.atlas import Atlas, once
from dashboard.panels import cite, grid, listing, phrase
from dashboard.view import View
from dashboard.words import Words
from membership_data.records import Row


def today(atlas: Atlas, shown: View) -> Markup:
    """The exercises of the year shown, a line each."""
    words, year = atlas.words, shown.shown(atlas.timeline).year
    rows = [row for row in _rows(atlas, shown.country) if row.starts.last.year == year]
    if not rows:
        return Markup('<div class="csto-story"><p>{}</p></div>').format(_nothing(words, shown.country, year))
    lines = cite.lines((_name(atlas, row), _brief(atlas, row)) for row in rows)
    title = words.count("{count} exercise in {year}", "{count} exercises in {year}", len(rows), year=year)
    return Markup('<div class="csto-story">{}</div>').format(cite.section(title, lines))


def _nothing(words: Words, country: str, year: int) -> str:
    if country:
        return words.text("No exercise of {year} is recorded for {state}.", year=year, state=words.state(country))
    return words.text("No exercise of {year} is recorded.", year=year)


def _name(atlas: Atlas, row: Row) -> Markup:
    return cite.turn(f"exercises#exercises.{row.id}", atlas.words.text(row.name))


def _brief(atlas: Atlas, row: Row) -> Markup:
    """An exercise in a line: when, where, how many, what became of it, and who says so."""
    words = atlas.words
    said = [
        phrase.days(atlas, row.starts, row.ends, row.hosts[0], "exercises"),
        phrase.states(words, row.hosts),
        _places(atlas, row),
        phrase.people(words, row.low, row.high),
        became(atlas, row),
        _absent(words, row),
    ]
    return Markup("{}. {}").format(Markup("; ").join(part for part in said if part), _cited(atlas, row))


def _cited(atlas: Atlas, row: Row) -> Markup:
    return cite.cited(atlas, "exercises", row)


def became(atlas: Atlas, row: Row) -> str:
    """What became of an exercise in words, and whose it was where it was not the Organization's."""
    words = atlas.words
    said = {
        "held": words.text("held"),
        "cancelled": words.text("called off after it was announced"),
        "announced": words.text("announced; no report that it was held was found"),
    }[row.outcome]
    if row.outcome == "announced" and row.starts.last > atlas.timeline.last_day:
        said = words.text("announced; still to come when the records were checked")
    return said if row.organisation else words.text("{outcome}; not an exercise of the Organization", outcome=said)


@once
def whole(atlas: Atlas, country: str) -> Markup:
    """Hosts by years at a glance, the names under which exercises return, and every exercise by year."""
    words, rows = atlas.words, _rows(atlas, country)
    if not rows:
        none = words.text("No exercise is recorded for {state}.", state=words.state(country)) if country else ""
        return Markup('<div class="csto-story"><p>{}</p></div>').format(none or words.text("No exercise is recorded."))
    return Markup('<div class="csto-story csto-places"><p>{}</p>{}{}{}</div>').format(
        _tally(words, rows, country), grid.draw(atlas, rows, _years(atlas)), _series(atlas), _listed(atlas, rows)
    )


def _rows(atlas: Atlas, country: str) -> list[Row]:
    """Exercises in order of time; with a country those on its soil, with it, or from which it stayed away."""
    rows = atlas.timeline.data.exercises
    named = [row for row in rows if country in ("", *row.hosts, *(row.participants or ()), *(row.absent or ()))]
    return sorted(named, key=lambda row: (row.starts.last, row.name))


def _years(atlas: Atlas) -> range:
    years = [row.starts.last.year for row in atlas.timeline.data.exercises]
    return range(min(years), max(years) + 1)


def _tally(words: Words, rows: list[Row], country: str) -> str:
    """How many exercises became what, and what the list leaves out."""
    counts = Counter(row.outcome for row in rows)
    kinds = [f"{counts[kind]} {grid.outcome(words, kind)}" for kind in grid.OUTCOMES if counts[kind]]
    said = words.count("{count} exercise is recorded", "{count} exercises are recorded", len(rows))
    limits = words.text("Those of which nothing was found are missing here.")
    if country:
        limits = words.text(
            "They were on the soil of {state}, or a source names it as taking part or absent; sources do not name "
            "everybody.", state=words.state(country),
        )  # fmt: skip
    return words.text("{said}: {kinds}. {limits}", said=said, kinds=words.listed(kinds), limits=limits)


def _series(atlas: Atlas) -> Markup:
    """What each name is in Russian, which force trains under it, and for what."""
    words, data = atlas.words, atlas.timeline.data
    forces = {row.id: words.text(row.name) for row in data.forces}
    names = [
        (words.text(row.name), words.text(row.russian_name or ""), forces.get(row.force_id, ""),
         Markup("{} {}").format(words.text(row.text), cite.cited(atlas, "exercise_series", row)))
        for row in sorted(data.exercise_series, key=lambda row: row.order)
    ]  # fmt: skip
    heads = (words.text("Name"), words.text("In Russian"), words.text("Force that trains"), words.text("What for"))
    return cite.table(words.text("The names under which exercises return"), heads, names)


def _listed(atlas: Atlas, rows: list[Row]) -> Markup:
    words = atlas.words
    heads = (
        words.text("Exercise"), words.text("Days"), words.text("Host and place"), words.text("Who took part"),
        words.text("Strength"), words.text("Outcome"), words.text("What is recorded"),
    )  # fmt: skip
    years = groupby(rows, key=lambda row: row.starts.last.year)
    groups = [(year, [_cells(atlas, row) for row in group]) for year, group in years]
    return listing.grouped(words.text("Every exercise by year"), heads, groups)


def _cells(atlas: Atlas, row: Row) -> tuple[object, ...]:
    words = atlas.words
    return (
        listing.anchored("exercises", row, words.text(row.name)),
        phrase.days(atlas, row.starts, row.ends, row.hosts[0], "exercises"),
        listing.stacked(phrase.states(words, row.hosts), _places(atlas, row)),
        listing.stacked(_present(words, row), _absent(words, row)),
        phrase.people(words, row.low, row.high),
        became(atlas, row),
        listing.told(words.text(row.text), words.text(row.note or ""), _cited(atlas, row)),
    )


def _places(atlas: Atlas, row: Row) -> str:
    return atlas.words.listed([cite.place(atlas, place) for place in row.place_ids or ()])


def _present(words: Words, row: Row) -> str:
    return words.text("took part: {states}", states=phrase.states(words, row.participants)) if row.participants else ""


def _absent(words: Words, row: Row) -> str:
    return words.text("absent: {states}", states=phrase.states(words, row.absent)) if row.absent else ""
