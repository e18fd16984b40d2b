"""What stands in the notes of a slide: what the picture shows, in words, and every source of it in full."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard import stance
from dashboard.areas import holds
from dashboard.exports.setting import Setting
from dashboard.timeline import Timeline
from dashboard.words import Words
from membership_data.records import Row


def of(setting: Setting) -> str:
    """The notes of a picture: its day and sentence, what holds, what sources differ on, and the sources."""
    words = setting.words
    sources = cited(setting)
    parts = (
        [setting.dated, setting.headline],
        holding(setting),
        differing(setting),
        [words.text("Sources"), *(full(row, words) for row in sources)] if sources else [],
        [words.text("Boundaries: {source}.", source=stance.boundaries(words)), stance.disclaimer(words)],
    )
    return "\n\n".join("\n".join(part) for part in parts if part)


def about(timeline: Timeline, words: Words) -> str:
    """The notes of a title: which data it is, under which licence, and how the dates are to be read."""
    data = timeline.data
    day = words.day(data.checked_on)
    parts = (
        words.text("Data {version}, checked {day}; later events are not shown.", version=data.version, day=day),
        words.text("Licence: {licence} ({address}).", licence=data.licence.title, address=data.licence.url),
        words.text("A year shows its last day. Each slide's sources are in its notes; the last slides list them all."),
        words.text("Boundaries: {source}.", source=stance.boundaries(words)),
        stance.disclaimer(words),
    )
    return "\n".join(parts)


def holding(setting: Setting) -> list[str]:
    """A line for each state that has a status on the day: which, since when and by which sources."""
    found = []
    for mark in setting.scene.marks:
        spell = setting.timeline.spell(mark.iso_a3, setting.day)
        if spell:
            found.append(f"{mark.name}: {mark.label}, {mark.since} {_ids(spell.event)}")
    return found


def differing(setting: Setting) -> list[str]:
    """Each question on which sources differ about what is new in the picture: the reading used, and every claim."""
    words, found = setting.words, []
    for question, claims in _disputes(setting):
        said = {"question": words.text(question.question), "reading": words.text(question.reading)}
        found.append(words.text("Sources differ. {question} {reading}", **said))
        found += [f"– {words.text(row.claim)} {_ids(row)}" for row in claims]
    return found


def _disputes(setting: Setting) -> Iterator[tuple[Row, list[Row]]]:
    data = setting.timeline.data
    shown = {f"{table}.{row.id}" for table, rows in news(setting).items() for row in rows}
    for question in data.questions:
        if shown & set(question.records):
            yield question, [row for row in data.claims if row.question_id == question.id]


def news(setting: Setting) -> dict[str, list[Row]]:
    """The records that the picture is about, by table: the year's changes, the areas, or the operation's day."""
    data, day = setting.timeline.data, setting.day
    if setting.operation:
        about = setting.operation.id
        return {
            "operation_days": list(setting.operation.entries.get(day, ())),
            "operations": [row for row in data.operations if row.id == about],
            "deployments": [row for row in data.deployments if row.operation_id == about],
        }
    if setting.view.layer == "areas":
        return {"area_memberships": [row for row in data.area_memberships if holds(row, day)]}
    return {
        "membership_events": [change.event for change in setting.changes],
        "stages": [row for row in data.stages if row.starts.last.year == day.year and row.starts.last <= day],
        "operations": [row for row in data.operations if row.starts.last.year == day.year and row.starts.last <= day],
    }


def cited(setting: Setting) -> list[Row]:
    """Every source of a picture once, in the order of the table `sources`."""
    timeline = setting.timeline
    rows = [row for found in news(setting).values() for row in found]
    rows += [spell.event for state in timeline.states if (spell := timeline.spell(state, setting.day))]
    rows += [row for _, claims in _disputes(setting) for row in claims]
    ids = {source for row in rows for source in row.source_ids or ()}
    return [row for row in timeline.data.sources if row.id in ids]


def full(source: Row, words: Words) -> str:
    """A source as it is cited: its id, publisher, title, date as exact as it is known, and address or note."""
    title = f"{source.publisher}: {source.title}" if source.publisher else source.title
    published = words.dated(source.published.text) if source.published else ""
    parts = [part for part in (title, published, source.url or words.text(source.note or "")) if part]
    *ended, last = [part if part.endswith(("?", "!")) else f"{part.rstrip('.')}." for part in parts]
    return f"[{source.id}] {' '.join([*ended, last.removesuffix('.')])}"


def _ids(row: Row) -> str:
    return f"[{' '.join(row.source_ids or ())}]"
