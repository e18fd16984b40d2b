"""Any record in a few words, as a link to where it is shown, and which records are about a state."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from markupsafe import Markup

from dashboard import tour, view
from dashboard.atlas import Atlas, once
from dashboard.panels import cite, claims
from dashboard.sections import entries
from dashboard.view import View
from dashboard.words import Words
from membership_data import dictionary
from membership_data.records import Row

PAGES = {
    **dict.fromkeys(("stages", "milestones"), "timeline"),
    **dict.fromkeys(("forces", "force_strengths", "force_contributors", "units"), "forces"),
    **dict.fromkeys(("air_defence_agreements", "glossary"), "forces"),
    "crises": "calls",
    **dict.fromkeys(("exercises", "exercise_series"), "exercises"),
    **dict.fromkeys(("bodies", "legal_articles", "budget_shares", "relations", "office_holders"), "organisation"),
    **dict.fromkeys(("bases", "other_deployments"), "bases"),
    **dict.fromkeys(("sources", "coverage"), "sources"),
    **dict.fromkeys(("questions", "claims", "theses"), "disagreements"),
}
"""The page that shows a table; the tables that are missing here are shown on the map, places where they are used."""
QUOTED = ("sources", "coverage")
"""Tables whose rows are named in the words of a source, which are not translated."""
SHORT = 100
"""Characters of a record that are enough to know it by; all of it stands where the link leads."""


def link(atlas: Atlas, record: str) -> str | Markup:
    """A record, given as `table.id`, in few words that lead to where it is shown."""
    table, found = _table(record), row(atlas, record)
    text = named(atlas, found)
    if there := _on_map(atlas, table, found):
        return cite.go(atlas, there, text)
    return cite.turn(f"{PAGES[table]}#{_place(table, found)}", text) if table in PAGES else text


def grouped(atlas: Atlas, records: Iterable[str]) -> Markup:
    """The records by table, each table with its count; records of one table are expected together."""
    by_table = [(table, list(found)) for table, found in groupby(records, key=_table)]
    return Markup("").join(_group(atlas, table, found) for table, found in by_table)


def _group(atlas: Atlas, table: str, records: list[str]) -> Markup:
    items = Markup("").join(Markup("<li>{}</li>").format(link(atlas, record)) for record in records)
    return Markup("<h5>{} ({})</h5><ul>{}</ul>").format(titled(atlas.words, table), len(records), items)


def titled(words: Words, table: str) -> str:
    """The name of a table as a title."""
    return words.text(dictionary.title(table))


def named(atlas: Atlas, row: Row) -> str:
    """The title of a record, or the beginning of its text; a state in an area has neither, and is named by both."""
    words = atlas.words
    columns = ("title", "name", "question", "label", "subject", "english", "claim", "text", "opening")
    column = next((column for column in columns if hasattr(row, column)), None)
    if column is None:
        return f"{words.state(row.iso_a3)}, {named(atlas, _rows(atlas)[f'security_areas.{row.area_id}'])}"
    if type(row).__name__ in QUOTED:
        return cite.quoted(_short(getattr(row, column)))
    return _short(words.text(getattr(row, column)))


def _short(text: str) -> str:
    return text if len(text) <= SHORT else f"{text[:SHORT].rstrip()}…"


@once
def about(atlas: Atlas, state: str) -> frozenset[str]:
    """The records about a state, as `table.id`: those that name it, and what is said of those."""
    named = {
        record for record, row in _rows(atlas).items() if any(state in _codes(row, name) for name in claims.NAMING)
    }
    named |= {f"questions.{row.id}" for rows in claims.about(atlas, state) for row in rows}
    said = {record for record, row in _rows(atlas).items() if not named.isdisjoint(_parents(row))}
    return frozenset(named | said)


def _codes(row: Row, column: str) -> tuple[str, ...]:
    value = getattr(row, column, None) or ()
    return (value,) if isinstance(value, str) else value


def _parents(row: Row) -> set[str]:
    """The records that a record says something of."""
    columns = {"event_id": "membership_events", "deployment_id": "deployments", "question_id": "questions"}
    return {f"{table}.{getattr(row, column)}" for column, table in columns.items() if hasattr(row, column)}


def row(atlas: Atlas, record: str) -> Row:
    """The record given as `table.id`."""
    return _rows(atlas)[record]


@once
def _rows(atlas: Atlas) -> dict[str, Row]:
    """Every record by `table.id`."""
    return {f"{table}.{row.id}": row for table, rows in atlas.timeline.data.tables.items() for row in rows}


def _table(record: str) -> str:
    return record.partition(".")[0]


def _place(table: str, row: Row) -> str:
    """The place on its page where a record is shown."""
    if table == "questions":
        return row.id
    if table == "claims":
        return row.question_id
    if table in ("sources", "coverage"):
        return f"source-{getattr(row, 'source_id', row.id)}"
    return f"forces.{row.force_id}" if getattr(row, "force_id", None) else f"{table}.{row.id}"


def _on_map(atlas: Atlas, table: str, row: Row) -> View | None:
    """The view of the map that shows a record; None for what has a page of its own."""
    timeline, rows = atlas.timeline, _rows(atlas)
    usual = view.default(timeline)
    operating = replace(usual, layer="operation")
    match table:
        case "statuses" | "event_types":
            return usual
        case "membership_events":
            return entries.view_of(timeline, row.date.last, row.iso_a3)
        case "positions":
            return _on_map(atlas, "membership_events", rows[f"membership_events.{row.event_id}"])
        case "security_areas":
            return replace(usual, layer="areas")
        case "area_memberships":
            return replace(entries.view_of(timeline, row.starts.last, row.iso_a3), layer="areas")
        case "chapters":
            return next(chapter.view for chapter in tour.chapters(timeline, atlas.words) if chapter.id == row.id)
        case "operations" | "operation_sites":
            return operating
        case "operation_days":
            return replace(operating, day=row.date.text)
        case "deployments":
            return replace(operating, country=row.iso_a3)
        case "deployment_figures":
            return _on_map(atlas, "deployments", rows[f"deployments.{row.deployment_id}"])
    return None
