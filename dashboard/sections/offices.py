"""Who chaired the Council, headed the Secretariat and the Joint Staff; what is not recorded is said to be so."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from markupsafe import Markup

from dashboard.atlas import Atlas
from dashboard.panels import cite
from dashboard.words import Words
from membership_data.dates import PartialDate
from membership_data.records import Row

OFFICES = ("chair", "secretary_general", "chief_of_joint_staff")


def label(office: str, words: Words) -> str:
    """What an office is called."""
    return {
        "chair": words.text("Chair of the Council"),
        "secretary_general": words.text("Secretary-General"),
        "chief_of_joint_staff": words.text("Chief of the Joint Staff"),
    }[office]


def on(atlas: Atlas, office: str, day: date) -> Markup:
    """Who held an office on a day, with sources, or that it is not recorded.

    Where a change of holders is known to the year or month only, both are named for the days that may be either's.
    """
    words = atlas.words
    terms = list(pairwise((*_held(atlas, office), None)))
    surely = [row for row, after in terms if row.starts.last <= day < _until(row, after).first]
    either = [row for row, after in terms if row.starts.first <= day < _until(row, after).last]
    said = [_said(atlas, row) for row in surely or either]
    return Markup(" {} ").format(words.text("or")).join(said) or Markup("{}").format(words.text("not recorded"))


def _until(row: Row, after: Row | None) -> PartialDate:
    """When a row no longer speaks; where no end was found, the start of the next holder."""
    return row.ends or (after.starts if after else PartialDate.parse("9999"))


def _held(atlas: Atlas, office: str, country: str = "") -> list[Row]:
    rows = (row for row in atlas.timeline.data.office_holders if row.office == office and country in ("", row.iso_a3))
    return sorted(rows, key=lambda row: (row.starts.first, row.starts.last))


def _said(atlas: Atlas, row: Row) -> Markup:
    words = atlas.words
    since = words.text("since {date}", date=words.dated(row.starts.text, inside=True))
    open_end = "" if row.ends else words.text("no end recorded")
    aside = ", ".join(part for part in (since, open_end) if part)
    return Markup('{} <span class="csto-quiet">· {}</span> {}').format(
        _name(row, words), aside, cite.cited(atlas, "office_holders", row)
    )


def _name(row: Row, words: Words) -> str:
    """The person with the state, or the state that holds the chair; whether it was held for somebody else."""
    state = words.state(row.iso_a3)
    name = f"{words.text(row.holder)} ({state})" if row.holder else state
    return words.text("{name}, acting", name=name) if row.acting else name


def tables(atlas: Atlas, country: str) -> Markup:
    """The holders of each office in order; between two of them what the sources leave open."""
    words = atlas.words
    heads = [
        words.text("Held by"), words.text("From"), words.text("To"), words.text("What is said"), words.text("Sources"),
    ]  # fmt: skip
    found = [cite.table(label(office, words), heads, _rows(atlas, office, country)) for office in OFFICES]
    return cite.section(words.text("Offices"), *found)


def _rows(atlas: Atlas, office: str, country: str) -> list[tuple[object, ...]]:
    rows = _held(atlas, office, country)
    found = []
    for row, after in pairwise((*rows, None)):
        found.append(_row(atlas, row))
        # Of one state's turns it is no gap that others came between them.
        if after and not country and row.ends and row.ends.last < after.starts.first:
            found.append(_gap(atlas, row, after))
    return found


def _row(atlas: Atlas, row: Row) -> tuple[object, ...]:
    words = atlas.words
    start = cite.when(atlas, row.starts, row.iso_a3)
    end = cite.when(atlas, row.ends, row.iso_a3) if row.ends else words.text("no end recorded")
    return _name(row, words), start, end, words.text(row.text), cite.cited(atlas, "office_holders", row)


def _gap(atlas: Atlas, row: Row, after: Row) -> tuple[object, ...]:
    said = Markup('<span class="csto-quiet">{}</span>').format(atlas.words.text("not recorded"))
    return said, atlas.words.dated(row.ends.text), atlas.words.dated(after.starts.text), "", ""
