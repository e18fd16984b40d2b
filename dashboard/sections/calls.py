"""Calls for help: every recorded crisis, whether anyone was asked, what was answered and what came."""

from __future__ import annotations

from collections import Counter

from markupsafe import Markup

from dashboard.atlas import Atlas, once
from dashboard.panels import cite, phrase
from dashboard.view import View, default
from dashboard.words import Words
from membership_data.records import Row

SHAPES = {"council": "●", "consultations": "◐", "bilateral": "◇", "none": "○"}
"""A shape for each answer to the question who was asked: it stands beside the words, and is not read aloud."""


def today(atlas: Atlas, shown: View) -> Markup:
    """How many cases there had been by the day shown, and those of its year up to that day."""
    words, day = atlas.words, shown.shown(atlas.timeline)
    so_far = [row for row in _cases(atlas, shown.country) if row.starts.last <= day]
    this_year = [row for row in so_far if row.starts.last.year == day.year]
    none = words.text("None of them began in {year}.", year=day.year) if so_far and not this_year else ""
    return Markup('<div class="csto-story csto-records"><p>{} {}</p>{}</div>').format(
        _counted(so_far, words), none, _brief(atlas, this_year)
    )


def _counted(rows: list[Row], words: Words) -> str:
    said = words.count(
        "{count} case is recorded up to this day", "{count} cases are recorded up to this day", len(rows)
    )
    helped = sum(row.asked == "council" for row in rows)
    if not helped:
        return words.text("{said}.", said=said)
    return words.text(
        "{said}; the Organization or its members were asked for help in {count}.", said=said, count=helped
    )


def _brief(atlas: Atlas, rows: list[Row]) -> Markup:
    """The cases in a line each, which leads to the whole of it further down."""
    said = [
        (
            cite.when(atlas, row.starts, row.states[0], "crises"),
            Markup("{}. {} {}").format(
                cite.turn(f"calls#crises.{row.id}", atlas.words.text(row.title)),
                _mark(row.asked, atlas.words),
                cite.cited(atlas, "crises", row),
            ),
        )
        for row in rows
    ]
    return cite.lines(said, "csto-brief")


@once
def whole(atlas: Atlas, country: str) -> Markup:
    """Every case in order of date, or those of one state, after what they add up to."""
    rows, words = _cases(atlas, country), atlas.words
    if not rows:
        return Markup('<div class="csto-story csto-records"><p>{}</p></div>').format(_nothing(country, words))
    blocks = Markup("").join(_case(atlas, row, country or row.states[0]) for row in rows)
    return Markup('<div class="csto-story csto-records csto-calls">{}{}{}</div>').format(
        _summary(rows, words), _sent(atlas, country), blocks
    )


def _cases(atlas: Atlas, country: str) -> list[Row]:
    rows = (row for row in atlas.timeline.data.crises if not country or country in row.states)
    return sorted(rows, key=lambda row: row.starts)


def _nothing(country: str, words: Words) -> str:
    if country:
        return words.text("No case about {state} is recorded.", state=words.state(country))
    return words.text("No case is recorded.")


def _sent(atlas: Atlas, country: str) -> Markup:
    """The operations that are recorded, each a link to its days on the map."""
    words, usual = atlas.words, default(atlas.timeline)
    said = [
        Markup("{} {}").format(
            cite.go(atlas, View(usual.year, day=row.starts.last.isoformat(), layer="operation"), words.text(row.name)),
            cite.cited(atlas, "operations", row),
        )
        for row in atlas.timeline.data.operations
        if country in ("", row.host_iso_a3)
    ]
    lead = words.count("Operation of the Organization on record", "Operations of the Organization on record", len(said))
    return Markup("<p>{}: {}</p>").format(lead, Markup(", ").join(said)) if said else Markup("")


def _summary(rows: list[Row], words: Words) -> Markup:
    """How many of the cases fall under each answer to the question who was asked: counted, not judged."""
    counts = Counter(row.asked for row in rows)
    items = Markup("").join(Markup("<li>{}: {}</li>").format(_mark(asked, words), counts[asked]) for asked in SHAPES)
    said = words.count(
        "{count} case on record, by who was asked", "{count} cases on record, by who was asked", len(rows)
    )
    return Markup('<section><h3>{}</h3><ul class="csto-key">{}</ul></section>').format(said, items)


def _mark(asked: str, words: Words) -> Markup:
    """Who was asked, as a shape and in words."""
    label = {
        "council": words.text("The Organization or its members were asked for help"),
        "consultations": words.text("Consultations were asked for"),
        "bilateral": words.text("One state was asked"),
        "none": words.text("No request for help is recorded"),
    }[asked]
    shape = Markup('<span aria-hidden="true">{}</span>').format(SHAPES[asked])
    return Markup('<span class="csto-asked is-{}">{} {}</span>').format(asked, shape, label)


def _case(atlas: Atlas, row: Row, country: str) -> Markup:
    words = atlas.words
    return Markup(
        '<article class="csto-call is-{}" id="crises.{}" tabindex="-1"><h3>{}</h3><p>{}</p>{}<p>{}</p></article>'
    ).format(
        row.asked, row.id, words.text(row.title), _mark(row.asked, words), _facts(atlas, row, country),
        cite.cited(atlas, "crises", row),
    )  # fmt: skip


def _facts(atlas: Atlas, row: Row, country: str) -> Markup:
    """When, where and about whom; what happened; who was asked for what on which ground; what came of it."""
    words = atlas.words
    said = [
        (words.text("When"), phrase.days(atlas, row.starts, row.ends, country, "crises")),
        (words.text("Where"), cite.place(atlas, row.place_id)),
        (words.text("States"), words.listed([words.state(state) for state in row.states])),
        (words.text("What happened"), words.text(row.event)),
        (words.text("Request"), words.text(row.request)),
        (words.text("Asked of"), _whom(atlas, row, country)),
        (words.text("Ground"), _ground(row, words)),
        (words.text("Answer"), words.text(row.answer)),
        (words.text("Outcome"), words.text(row.outcome)),
        (words.text("Note"), words.text(row.note) if row.note else ""),
    ]
    return cite.lines(((label, text) for label, text in said if text), "csto-facts")


def _whom(atlas: Atlas, row: Row, country: str) -> Markup | str:
    if not row.asked_of:
        return ""
    day = Markup(" ({})").format(cite.when(atlas, row.asked_on, country)) if row.asked_on else ""
    return Markup("{}{}").format(atlas.words.text(row.asked_of), day)


def _ground(row: Row, words: Words) -> str:
    if row.ground:
        return words.text(row.ground)
    return words.text("none named") if row.asked != "none" else ""
