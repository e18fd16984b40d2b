"""Security areas of the regional groups, and the agreements on common air defence."""

from __future__ import annotations

from markupsafe import Markup

from dashboard.atlas import Atlas
from dashboard.panels import cite
from membership_data.records import Row


def area(atlas: Atlas, area_id: str | None) -> Markup:
    """A security area with what its list of states rests on; nothing where there is none."""
    row = _area(atlas, area_id)
    if row is None:
        return Markup("")
    words = atlas.words
    said = Markup("{}. {} {}")
    return said.format(words.text(row.label), words.text(row.definition), cite.cited(atlas, "security_areas", row))


def _area(atlas: Atlas, area_id: str | None) -> Row | None:
    return next((row for row in atlas.timeline.data.security_areas if row.id == area_id), None)


def agreements(atlas: Atlas, country: str) -> Markup:
    """Every agreement on air defence, or those of a country; what was promised for all is on the Timeline."""
    words = atlas.words
    rows = [row for row in atlas.timeline.data.air_defence_agreements if not country or country in row.parties]
    if not rows:
        return Markup("")
    promised = Markup("<p>{} {}</p>").format(
        words.text("What was promised for the whole Organization is among its decisions:"),
        cite.turn("timeline", words.text("Timeline")),
    )
    return cite.section(words.text("Common air defence"), _table(atlas, rows, country), promised)


def _table(atlas: Atlas, rows: list[Row], country: str) -> Markup:
    words = atlas.words
    cells = [
        (
            words.text(row.name), words.listed([words.state(party) for party in row.parties]), _short(atlas, row),
            cite.when(atlas, row.signed, country),
            cite.when(atlas, row.in_force, country) if row.in_force else words.text("not found"),
            words.text(row.text), cite.cited(atlas, "air_defence_agreements", row),
        )
        for row in sorted(rows, key=lambda row: row.signed)
    ]  # fmt: skip
    heads = [
        words.text("Agreement"), words.text("Parties"), words.text("Security area"), words.text("Signed"),
        words.text("In force"), words.text("What is said"), words.text("Sources"),
    ]  # fmt: skip
    return cite.table(words.text("Who agreed with whom"), heads, cells)


def _short(atlas: Atlas, row: Row) -> str:
    found = _area(atlas, row.area_id)
    return atlas.words.text(found.short_label) if found else ""
