"""What a force is made of, as tables: its published strengths, who contributes, and the units named for it."""

from __future__ import annotations

from datetime import date

from markupsafe import Markup

from dashboard.atlas import Atlas
from dashboard.panels import cite, phrase
from dashboard.panels.claims import span
from dashboard.words import Words
from membership_data.records import Row


def held(row: Row, day: date) -> bool:
    """Whether what a row says surely held on a day: from its start up to, not including, its end."""
    return row.starts.last <= day and (row.ends is None or day < row.ends.last)


def published(atlas: Atlas, force: Row) -> list[Row]:
    """The published strengths of a force in order of the day they speak of."""
    rows = (row for row in atlas.timeline.data.force_strengths if row.force_id == force.id)
    return sorted(rows, key=lambda row: row.as_of)


def strengths(atlas: Atlas, force: Row) -> Markup:
    """Every published strength of a force, with who says so."""
    words = atlas.words
    cells = [
        (
            cite.when(atlas, row.as_of), span(words, row.low, row.high), words.text(row.text),
            cite.cited(atlas, "force_strengths", row),
        )
        for row in published(atlas, force)
    ]  # fmt: skip
    heads = [words.text("As of"), words.text("Persons"), words.text("What is said"), words.text("Who says so")]
    return cite.table(words.text("Published strengths (nominal figures, never added up)"), heads, cells)


def contributors(atlas: Atlas, force: Row, country: str) -> list[Row]:
    """Who contributed to a force, in order of their first day; of a country only its own rows."""
    rows = (row for row in atlas.timeline.data.force_contributors if row.force_id == force.id)
    return sorted((row for row in rows if country in ("", row.iso_a3)), key=lambda row: row.starts)


def contributed(atlas: Atlas, force: Row, country: str) -> Markup:
    """Who contributed from when to when; what is inferred, and what is an exception, is said in the row."""
    words = atlas.words
    rows = [
        (
            words.state(row.iso_a3), phrase.period(atlas, row.starts, row.ends, row.iso_a3),
            words.number(row.persons) if row.persons is not None else "",
            _contribution(row, words), cite.cited(atlas, "force_contributors", row),
        )
        for row in contributors(atlas, force, country)
    ]  # fmt: skip
    heads = [
        words.text("State"), words.text("Period"), words.text("Persons pledged"),
        words.text("What is said"), words.text("Sources"),
    ]  # fmt: skip
    return cite.table(words.text("Contributors"), heads, rows)


def _contribution(row: Row, words: Words) -> str:
    parts = [words.text(row.text), words.text(row.exception) if row.exception else ""]
    if row.basis == "inferred":
        parts.append(words.text("Inferred from membership; no source names the state."))
    return " ".join(part for part in parts if part)


def units(atlas: Atlas, force_id: str | None, country: str) -> Markup:
    """The units named for a force, or for none, with their garrisons."""
    words = atlas.words
    rows = [
        (
            words.text(row.name), words.state(row.iso_a3), cite.place(atlas, row.place_id) or words.text("not found"),
            phrase.period(atlas, row.starts, row.ends, row.iso_a3), _noted(row, words), cite.cited(atlas, "units", row),
        )
        for row in atlas.timeline.data.units
        if row.force_id == force_id and country in ("", row.iso_a3)
    ]  # fmt: skip
    heads = [
        words.text("Unit"), words.text("State"), words.text("Garrison"), words.text("Named so"),
        words.text("What is said"), words.text("Sources"),
    ]  # fmt: skip
    return cite.table(words.text("Units and garrisons"), heads, rows)


def _noted(row: Row, words: Words) -> str:
    return " ".join(words.text(said) for said in (row.text, row.note) if said)
