"""The Organization: its bodies, who held its offices, its rules and dues, and what others make of it."""

from __future__ import annotations

from markupsafe import Markup

from dashboard.atlas import Atlas, once
from dashboard.panels import cite
from dashboard.sections import offices, relations
from dashboard.view import View
from dashboard.words import Words
from membership_data.records import Row


def today(atlas: Atlas, shown: View) -> Markup:
    """What the body was on the day shown, and who held each office, or that it is not recorded."""
    words, day = atlas.words, shown.shown(atlas.timeline)
    stage = atlas.timeline.stage(day)
    told = words.text(stage.label), words.text(stage.definition)
    body = Markup("<b>{}.</b> {} {}").format(*told, cite.cited(atlas, "stages", stage))
    held = [(offices.label(office, words), offices.on(atlas, office, day)) for office in offices.OFFICES]
    return Markup('<div class="csto-story csto-records"><p>{}</p>{}</div>').format(body, cite.lines(held, "csto-facts"))


@once
def whole(atlas: Atlas, country: str) -> Markup:
    """All that is recorded of the Organization, or what of it is about one state."""
    if country:
        parts = offices.tables(atlas, country) + _observers(atlas, country) + _budget(atlas, country)
    else:
        parts = Markup("").join([
            _bodies(atlas), _rules(atlas), offices.tables(atlas, ""), _observers(atlas, ""), _budget(atlas, ""),
            relations.sentences(atlas), relations.judgements(atlas),
        ])  # fmt: skip
    return Markup('<div class="csto-story csto-records">{}</div>').format(parts or _nothing(country, atlas.words))


def _nothing(country: str, words: Words) -> Markup:
    said = words.text("Nothing is recorded of the Organization itself.")
    if country:
        said = words.text("No office, observer or share of {state} is recorded.", state=words.state(country))
    return Markup("<p>{}</p>").format(said)


def _bodies(atlas: Atlas) -> Markup:
    """Who answers to whom, as a list in a list."""
    return cite.section(atlas.words.text("Bodies, each under the one it answers to"), _under(atlas, None))


def _under(atlas: Atlas, superior: str | None) -> Markup:
    rows = [row for row in atlas.timeline.data.bodies if row.answers_to == superior]
    items = Markup("").join(_body(atlas, row) for row in sorted(rows, key=lambda row: row.order))
    return Markup('<ul class="csto-bodies">{}</ul>').format(items) if items else Markup("")


def _body(atlas: Atlas, row: Row) -> Markup:
    words = atlas.words
    return Markup('<li><b>{}</b> <span class="csto-quiet">{}</span><br>{} {}{}</li>').format(
        words.text(row.name), words.text(row.made_of), words.text(row.text), cite.cited(atlas, "bodies", row),
        _under(atlas, row.id),
    )  # fmt: skip


def _rules(atlas: Atlas) -> Markup:
    words = atlas.words
    rows = [
        (
            words.text(row.subject), words.text(row.instrument), words.text(row.article),
            " ".join(words.text(said) for said in (row.text, row.note) if said),
            cite.cited(atlas, "legal_articles", row),
        )
        for row in sorted(atlas.timeline.data.legal_articles, key=lambda row: row.order)
    ]  # fmt: skip
    heads = [
        words.text("About"), words.text("Text"), words.text("Article"), words.text("What it says"),
        words.text("Sources"),
    ]  # fmt: skip
    title = words.text("How decisions are made, and the articles that matter")
    return cite.section(title, cite.table(words.text("In other words than their own"), heads, rows))


def _observers(atlas: Atlas, country: str) -> Markup:
    """The events that made a parliament an observer in the Parliamentary Assembly, or ended it."""
    words = atlas.words
    rows = [
        (
            words.state(row.iso_a3), cite.when(atlas, row.date, row.iso_a3), words.text(row.text),
            cite.cited(atlas, "membership_events", row),
        )
        for row in _observed(atlas)
        if country in ("", row.iso_a3)
    ]  # fmt: skip
    heads = [words.text("State"), words.text("Date"), words.text("What is said"), words.text("Sources")]
    caption = words.text("In the Parliamentary Assembly: a parliament observes, not a state")
    return cite.section(words.text("Observers"), cite.table(caption, heads, rows))


def _observed(atlas: Atlas) -> list[Row]:
    timeline = atlas.timeline
    found = [spell for state in timeline.states for spell in timeline.spells[state] if spell.status == "observer"]
    turns = {(spell.iso_a3, day) for spell in found for day in (spell.start, spell.end)}
    events = (row for row in timeline.data.membership_events if row.status_after)
    return sorted((row for row in events if (row.iso_a3, row.date.last) in turns), key=lambda row: row.date)


def _budget(atlas: Atlas, country: str) -> Markup:
    words = atlas.words
    rows = [
        (
            words.state(row.iso_a3), words.text("{share} %", share=words.number(row.percent)),
            cite.when(atlas, row.as_of, row.iso_a3), words.text(row.text), cite.cited(atlas, "budget_shares", row),
        )
        for row in atlas.timeline.data.budget_shares
        if country in ("", row.iso_a3)
    ]  # fmt: skip
    heads = [
        words.text("State"), words.text("Share of the budget"), words.text("As of"), words.text("What is said"),
        words.text("Sources"),
    ]  # fmt: skip
    return cite.section(words.text("Budget"), cite.table(words.text("Shares as published"), heads, rows))
