"""Exercises at a glance: hosts by years, a small mark for each exercise."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

from markupsafe import Markup

from dashboard.atlas import Atlas
from dashboard.panels import cite
from dashboard.view import View
from dashboard.words import Words
from membership_data.records import Row

OUTCOMES = ("held", "cancelled", "announced")
"""What may become of an exercise, in the order of the key."""


def draw(atlas: Atlas, rows: Sequence[Row], years: range) -> Markup:
    """A table of the hosts of these exercises by years, and the key to its marks; nothing where there is none."""
    words = atlas.words
    hosts = sorted({host for row in rows for host in row.hosts}, key=words.state)
    body = Markup("").join(_host(atlas, host, rows, years) for host in hosts)
    head = Markup("").join(Markup('<th scope="col">{}</th>').format(_year(atlas, year)) for year in years)
    whole = Markup(
        '<div class="csto-wide"><table class="csto-grid"><caption>{}</caption>'
        '<thead><tr><th scope="col">{}</th>{}</tr></thead><tbody>{}</tbody></table></div>{}'
    )
    key = _key(words, rows)
    return whole.format(words.text("Hosts by years"), words.text("Host"), head, body, key) if hosts else Markup("")


def outcome(words: Words, kind: str) -> str:
    """What became of an exercise, in few words."""
    return {
        "held": words.text("held"),
        "cancelled": words.text("called off"),
        "announced": words.text("announced only"),
    }[kind]


def _year(atlas: Atlas, year: int) -> Markup | str:
    if year not in atlas.timeline.years:
        return str(year)
    return cite.go(atlas, View(year, marks="exercises"), str(year))


def _host(atlas: Atlas, host: str, rows: Sequence[Row], years: range) -> Markup:
    there = {year: [row for row in rows if host in row.hosts and row.starts.last.year == year] for year in years}
    cells = Markup("").join(_cell(atlas.words, there[year]) for year in years)
    return Markup('<tr><th scope="row">{}</th>{}</tr>').format(atlas.words.state(host), cells)


def _cell(words: Words, rows: Sequence[Row]) -> Markup:
    if not rows:
        return Markup("<td></td>")
    said = "; ".join(_named(words, row) for row in rows)
    return Markup('<td title="{}">{}</td>').format(said, Markup("").join(_mark(words, row) for row in rows))


def _named(words: Words, row: Row) -> str:
    return words.text("{name}: {outcome}", name=words.text(row.name), outcome=outcome(words, row.outcome))


def _mark(words: Words, row: Row) -> Markup:
    """One exercise as a mark that leads to its row in the list."""
    link = Markup('<a class="csto-go" data-keep href="?page=exercises#exercises.{}" aria-label="{}">{}</a>')
    return link.format(row.id, _named(words, row), _sign(row.outcome, row.organisation))


def _sign(kind: str, organisation: bool) -> Markup:
    return Markup('<i class="csto-mark is-{}{}"></i>').format(kind, "" if organisation else " is-other")


def _key(words: Words, rows: Sequence[Row]) -> Markup:
    """What the marks mean, as far as they occur."""
    present = {(row.outcome, row.organisation) for row in rows}
    pairs = [pair for pair in product(OUTCOMES, (True, False)) if pair in present]
    items = Markup("").join(Markup("<li>{} {}</li>").format(_sign(*pair), _meaning(words, *pair)) for pair in pairs)
    return Markup('<ul class="csto-marks" aria-label="{}">{}</ul>').format(words.text("Key"), items)


def _meaning(words: Words, kind: str, organisation: bool) -> str:
    said = outcome(words, kind)
    return said if organisation else words.text("{outcome}, not the Organization's", outcome=said)
