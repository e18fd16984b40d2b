"""What a state took part in: forces, calls for help, exercises, units, bases, offices and the budget."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from markupsafe import Markup

from dashboard.atlas import Atlas
from dashboard.panels import cite, grid, phrase
from membership_data.records import Row

Line = tuple[object, Markup]
"""What leads a line, and its text."""


def taken(atlas: Atlas, state: str) -> Markup:
    """All parts a state took, each folded to its title and count; those without a record are left out."""
    words = atlas.words
    parts = (
        (words.text("Forces it contributes to"), _forces(atlas, state), "forces"),
        (words.text("Calls for help"), _calls(atlas, state), "calls"),
        (_hosted(atlas, state), _exercises(atlas, state), "exercises"),
        (words.text("Units named"), _units(atlas, state), "forces"),
        (words.text("Bases on its soil"), _bases(atlas, state, "host_iso_a3", "holder_iso_a3"), "bases"),
        (words.text("Bases elsewhere"), _bases(atlas, state, "holder_iso_a3", "host_iso_a3"), "bases"),
        (words.text("Other deployments"), _deployments(atlas, state), "bases"),
        (words.text("Offices held"), _offices(atlas, state), "organisation"),
        (words.text("Share of the budget"), _budget(atlas, state), "organisation"),
    )
    return Markup("").join(_part(atlas, title, lines, page) for title, lines, page in parts)


def folded(title: str, count: int, *parts: Markup) -> Markup:
    """A part that opens when asked for; nothing at all where it has no content."""
    content = Markup("").join(parts)
    whole = Markup('<details class="csto-part"><summary>{} <small>({})</small></summary>{}</details>')
    return whole.format(title, count, content) if content else Markup("")


def _part(atlas: Atlas, title: str, lines: list[Line], page: str) -> Markup:
    if not lines:
        return Markup("")
    more = Markup('<p class="csto-more">{}</p>').format(cite.turn(page, atlas.words.text("More in the records")))
    return folded(title, len(lines), cite.lines(lines), more)


def _told(atlas: Atlas, table: str, row: Row, *said: object) -> Markup:
    """What is said of a row, as sentences, and who says so."""
    parts = [part for part in said if part]
    return Markup("{} {}").format(Markup(" ").join(parts), cite.cited(atlas, table, row))


def _of(rows: Iterable[Row], state: str, column: str = "iso_a3") -> list[Row]:
    return [row for row in rows if state in (getattr(row, column) or ())]


def _forces(atlas: Atlas, state: str) -> list[Line]:
    words, data = atlas.words, atlas.timeline.data
    named = {row.id: words.text(row.name) for row in data.forces}
    return [
        (
            named[row.force_id],
            _told(
                atlas, "force_contributors", row,
                Markup("{}.").format(phrase.period(atlas, row.starts, row.ends, state)),
                words.text(row.text),
                words.text("Persons pledged: {count}.", count=words.number(row.persons)) if row.persons else "",
                words.text("Inferred from membership.") if row.basis == "inferred" else "",
            ),
        )
        for row in _of(data.force_contributors, state)
    ]  # fmt: skip


def _calls(atlas: Atlas, state: str) -> list[Line]:
    words = atlas.words
    return [
        (
            cite.when(atlas, row.starts, state),
            _told(
                atlas, "crises", row, Markup("{}.").format(words.text(row.title)),
                words.text(row.request), words.text(row.outcome),
            ),
        )
        for row in _of(atlas.timeline.data.crises, state, "states")
    ]  # fmt: skip


def _hosted(atlas: Atlas, state: str) -> str:
    words = atlas.words
    counts = Counter(row.outcome for row in _of(atlas.timeline.data.exercises, state, "hosts"))
    kinds = [f"{counts[kind]} {grid.outcome(words, kind)}" for kind in grid.OUTCOMES if counts[kind]]
    return words.text("Exercises hosted: {counts}", counts=words.listed(kinds))


def _exercises(atlas: Atlas, state: str) -> list[Line]:
    words = atlas.words
    return [
        (
            words.text(row.name),
            _told(
                atlas, "exercises", row,
                Markup("{}.").format(phrase.days(atlas, row.starts, row.ends, state)),
                "" if row.outcome == "held" else Markup("<i>{}.</i>").format(grid.outcome(words, row.outcome)),
                "" if row.organisation else words.text("Not an exercise of the Organization."),
            ),
        )
        for row in _of(atlas.timeline.data.exercises, state, "hosts")
    ]  # fmt: skip


def _units(atlas: Atlas, state: str) -> list[Line]:
    words = atlas.words
    return [
        (words.text(row.name), _told(atlas, "units", row, words.text(row.text)))
        for row in _of(atlas.timeline.data.units, state)
    ]


def _bases(atlas: Atlas, state: str, own: str, other: str) -> list[Line]:
    """Bases whose column `own` is the state; the one in the column `other` is named."""
    words = atlas.words
    return [
        (
            words.text(row.name),
            _told(
                atlas, "bases", row,
                Markup("{} ({}).").format(words.state(getattr(row, other)), words.text(row.label)),
                phrase.period(atlas, row.starts, row.ends, row.host_iso_a3),
            ),
        )
        for row in _of(atlas.timeline.data.bases, state, own)
    ]  # fmt: skip


def _deployments(atlas: Atlas, state: str) -> list[Line]:
    words, rows = atlas.words, atlas.timeline.data.other_deployments
    return [
        (words.text(row.name), _told(atlas, "other_deployments", row, words.text(row.mandate)))
        for row in rows
        if state in (row.host_iso_a3, *row.contributors)
    ]


def _offices(atlas: Atlas, state: str) -> list[Line]:
    words = atlas.words
    titles = {
        "chair": words.text("Chair of the Collective Security Council"),
        "secretary_general": words.text("Secretary-General"),
        "chief_of_joint_staff": words.text("Chief of the Joint Staff"),
    }
    return [
        (
            titles[row.office],
            _told(
                atlas, "office_holders", row,
                Markup("{}.").format(phrase.period(atlas, row.starts, row.ends, state)), words.text(row.text),
            ),
        )
        for row in _of(atlas.timeline.data.office_holders, state)
    ]  # fmt: skip


def _budget(atlas: Atlas, state: str) -> list[Line]:
    words = atlas.words
    return [
        (
            words.text("{percent} %", percent=words.number(row.percent)),
            _told(atlas, "budget_shares", row, f"({words.dated(row.as_of.text)})", words.text(row.text)),
        )
        for row in _of(atlas.timeline.data.budget_shares, state)
    ]
