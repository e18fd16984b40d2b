"""What the card of a page that stands alone can say: histories, days, disputed questions, each with its sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from dashboard import operation
from dashboard.timeline import Timeline
from dashboard.words import Words
from membership_data.records import Row

Json = dict[str, Any]


def of(timeline: Timeline, words: Words) -> Json:
    """The records by state, by day of an operation and by topic, as page/card.js reads them.

    A record is a list that ends with the ids of its sources; `sources` has the title and the address of each.
    """
    said = {
        "events": _events(timeline, words),
        "days": _days(timeline, words),
        "questions": _questions(timeline, words),
    }
    cited = set(_cited(said))
    return said | {
        "sources": {row.id: _source(row) for row in timeline.data.sources if row.id in cited},
        "definitions": {row.id: words.text(row.definition or "") for row in timeline.data.statuses},
    }


def _events(timeline: Timeline, words: Words) -> dict[str, list[Json]]:
    found = defaultdict(list)
    for row in sorted(timeline.data.membership_events, key=lambda row: row.date.last):
        found[row.iso_a3].append([row.date.text, words.dated(row.date.text), words.text(row.text), row.source_ids])
    return found


def _days(timeline: Timeline, words: Words) -> dict[str, list[Json]]:
    found = defaultdict(list)
    for row in timeline.data.operation_days:
        found[row.date.text].append([operation.told(row, words), row.source_ids])
    return found


def _questions(timeline: Timeline, words: Words) -> dict[str, list[Json]]:
    """What sources disagree on about a state or an operation: the question, the reading and why, and each claim."""
    topics = {*timeline.states, *(row.id for row in timeline.data.operations)}
    found = defaultdict(list)
    for row in timeline.data.questions:
        if row.topic in topics:
            claims = [
                [words.text(claim.claim), claim.source_ids, bool(claim.best)]
                for claim in timeline.data.claims
                if claim.question_id == row.id
            ]
            reading = f"{words.text(row.reading)} {words.text(row.reason)}"
            found[row.topic].append([words.text(row.question), reading, *claims])
    return found


def _cited(said: Json) -> Iterator[str]:
    """The ids of all sources in lists of records."""
    for records in (*said["events"].values(), *said["days"].values()):
        for *_, ids in records:
            yield from ids
    for questions in said["questions"].values():
        for _, _, *claims in questions:
            for _, ids, _ in claims:
                yield from ids


def _source(row: Row) -> list[str]:
    title = f"{row.publisher}: {row.title}" if row.publisher else row.title
    return [title, row.url or ""]
