"""Bases and other deployments: troops abroad that are not the Organization's, and its own operations beside them."""

from __future__ import annotations

from datetime import date
from itertools import groupby

from markupsafe import Markup

from dashboard.atlas import Atlas, once
from dashboard.panels import cite, listing, phrase
from dashboard.view import View
from dashboard.words import Words
from membership_data.records import Row


def today(atlas: Atlas, shown: View) -> Markup:
    """The bases in place on the day shown, by host, and the deployments under way."""
    words, day = atlas.words, shown.shown(atlas.timeline)
    bases, others = _bases(atlas, shown.country), _others(atlas, shown.country)
    in_place = [row for row in bases if row.starts and row.starts.last <= day and not _over(row, day)]
    unknown = [row for row in bases if not row.starts and not _over(row, day)]
    under_way = [row for row in others if row.starts.last <= day and not (row.ends and row.ends.last < day)]
    parts = [
        cite.section(words.text("In place on this day"), cite.lines(_by_host(atlas, in_place))),
        cite.section(words.text("Since when is not known"), cite.lines(_by_host(atlas, unknown))),
        cite.section(words.text("Other deployments under way"), cite.lines(_under_way(atlas, under_way))),
    ]
    nothing = Markup("<p>{}</p>").format(words.text("No base or deployment on this day is recorded."))
    return Markup('<div class="csto-story csto-now">{}</div>').format(Markup("").join(parts) or nothing)


def _over(row: Row, day: date) -> bool:
    return row.ends is not None and row.ends.last <= day


def _by_host(atlas: Atlas, rows: list[Row]) -> list[tuple[str, Markup]]:
    words = atlas.words
    return [
        (words.state(host), Markup("; ").join(_brief(atlas, row) for row in group))
        for host, group in groupby(rows, key=lambda row: row.host_iso_a3)
    ]


def _brief(atlas: Atlas, row: Row) -> Markup:
    words = atlas.words
    name = cite.turn(f"bases#bases.{row.id}", words.text(row.name))
    return Markup("{} ({}) {}").format(name, words.text(row.label), cite.cited(atlas, "bases", row))


def _under_way(atlas: Atlas, rows: list[Row]) -> list[tuple[Markup, Markup]]:
    words = atlas.words
    return [
        (
            cite.turn(f"bases#other_deployments.{row.id}", words.text(row.name)),
            Markup("{} {}").format(words.text(row.mandate), cite.cited(atlas, "other_deployments", row)),
        )
        for row in rows
    ]


@once
def whole(atlas: Atlas, country: str) -> Markup:
    """Whose these are, what the Organization itself has sent, and every base and other deployment."""
    words = atlas.words
    parts = (_own(atlas, country), _base_table(atlas, country), _other_table(atlas, country))
    if not any(parts):
        return Markup('<div class="csto-story"><p>{}</p></div>').format(_nothing(words, country))
    ground = words.text(
        "The bases on this page rest on agreements between two states, and the other deployments on decisions taken "
        "outside the Organization. None of them is the Organization's; they are listed because they are often taken "
        "for it."
    )
    said = Markup('<p class="csto-statement">{}</p>').format(ground)
    return Markup('<div class="csto-story csto-places">{}{}{}{}</div>').format(said, *parts)


def _nothing(words: Words, country: str) -> str:
    if country:
        return words.text("No base or deployment of {state} or on its soil is recorded.", state=words.state(country))
    return words.text("No base or deployment is recorded.")


def _bases(atlas: Atlas, country: str) -> list[Row]:
    rows = [row for row in atlas.timeline.data.bases if country in ("", row.host_iso_a3, row.holder_iso_a3)]
    return sorted(rows, key=lambda row: atlas.words.state(row.host_iso_a3))


def _others(atlas: Atlas, country: str) -> list[Row]:
    rows = atlas.timeline.data.other_deployments
    return [row for row in rows if country in ("", row.host_iso_a3, *row.contributors)]


def _own(atlas: Atlas, country: str) -> Markup:
    """The operations of the Organization, which alone are deployments of its own."""
    words, data = atlas.words, atlas.timeline.data
    sent = {row.operation_id: set() for row in data.deployments}
    for row in data.deployments:
        sent[row.operation_id].add(row.iso_a3)
    rows = [row for row in data.operations if country in ("", row.host_iso_a3, *sent.get(row.id, ()))]
    title = words.count(
        "The only deployment of the Organization on record", "The deployments of the Organization on record",
        len(data.operations),
    )  # fmt: skip
    return cite.section(title, cite.lines((_operation(atlas, row), _described(atlas, row)) for row in rows))


def _operation(atlas: Atlas, row: Row) -> Markup:
    there = View(row.starts.last.year, day=row.starts.last.isoformat(), layer="operation")
    return cite.go(atlas, there, atlas.words.text(row.name))


def _described(atlas: Atlas, row: Row) -> Markup:
    said = phrase.days(atlas, row.starts, row.ends, row.host_iso_a3)
    return Markup("{}. {} {}").format(said, atlas.words.text(row.text), cite.cited(atlas, "operations", row))


def _base_table(atlas: Atlas, country: str) -> Markup:
    words = atlas.words
    heads = (
        words.text("Site"), words.text("Whose"), words.text("Kind"), words.text("In place"),
        words.text("Agreement"), words.text("Strength"), words.text("Place"), words.text("What is recorded"),
    )  # fmt: skip
    hosts = groupby(_bases(atlas, country), key=lambda row: row.host_iso_a3)
    groups = [(words.state(host), [_base(atlas, row) for row in group]) for host, group in hosts]
    return listing.grouped(words.text("Bases by host"), heads, groups)


def _base(atlas: Atlas, row: Row) -> tuple[object, ...]:
    words = atlas.words
    return (
        listing.anchored("bases", row, words.text(row.name)),
        words.text(row.label),
        words.text(row.kind),
        phrase.period(atlas, row.starts, row.ends, row.host_iso_a3, "bases") or words.text("beginning not found"),
        words.text("runs to {date}", date=words.dated(row.agreed_to.text, inside=True)) if row.agreed_to else "",
        phrase.people(words, row.low, row.high),
        cite.place(atlas, row.place_id),
        listing.told(words.text(row.text), words.text(row.note or ""), cite.cited(atlas, "bases", row)),
    )


def _other_table(atlas: Atlas, country: str) -> Markup:
    words = atlas.words
    heads = (
        words.text("Deployment"), words.text("Sent by"), words.text("Where"), words.text("When"),
        words.text("Strength"), words.text("Whose it was"), words.text("What is recorded"),
    )  # fmt: skip
    rows = [_other(atlas, row) for row in _others(atlas, country)]
    return cite.table(words.text("Other deployments"), heads, rows)


def _other(atlas: Atlas, row: Row) -> tuple[object, ...]:
    words = atlas.words
    return (
        listing.anchored("other_deployments", row, words.text(row.name)),
        phrase.states(words, row.contributors),
        listing.stacked(words.text(row.host), cite.place(atlas, row.place_id)),
        phrase.period(atlas, row.starts, row.ends, row.contributors[0]),
        phrase.people(words, row.low, row.high),
        words.text(row.mandate),
        listing.told(words.text(row.text), "", cite.cited(atlas, "other_deployments", row)),
    )
