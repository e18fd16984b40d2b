"""What became of every paragraph of the articles: carried by records, or left out for a reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from membership_data.rules.finding import Finding, Tables

READ = {
    "sources": ("id", "paragraphs"),
    "coverage": ("source_id", "paragraph", "records", "left_out"),
}


def _filled(tables: Tables, checked_on: date) -> Iterator[Finding]:
    """A paragraph is carried by records, or something of it was left out, or both."""
    for line, row in tables["coverage"].sound():
        if row.records is None and row.left_out is None:
            expected = "the records that carry the paragraph, or why it was left out"
            yield Finding("coverage", line, "records and left_out are blank", expected, "fill in one of them")


def _within(tables: Tables, checked_on: date) -> Iterator[Finding]:
    """A paragraph is one that the article has."""
    paragraphs = {row.id: row.paragraphs for _, row in tables["sources"].sound()}
    for line, row in tables["coverage"].sound():
        if row.source_id not in paragraphs:
            continue
        last = paragraphs[row.source_id]
        if last is None:
            found, expected = f"source_id is {row.source_id}", "a source whose paragraphs are counted"
            yield Finding("coverage", line, found, expected, "correct source_id, or count them in sources.csv")
        elif row.paragraph > last:
            found, expected = f"paragraph is {row.paragraph}", f"1 to {last}, the paragraphs of {row.source_id}"
            yield Finding("coverage", line, found, expected, "correct paragraph, or the count in sources.csv")


def _every_paragraph(tables: Tables, checked_on: date) -> Iterator[Finding]:
    """Every paragraph of an article is listed.

    A row of which the source cannot be read may be the one that is missing, from whichever article; one of
    which only the paragraph cannot be read, from its own.
    """
    listed: dict[str | None, set[int | None]] = defaultdict(set)
    for row in tables["coverage"].rows:
        listed[row.source_id].add(row.paragraph)
    if None in listed or not tables["coverage"].complete:
        return
    for line, row in tables["sources"].sound():
        missing = [str(number) for number in range(1, (row.paragraphs or 0) + 1) if number not in listed[row.id]]
        if missing and None not in listed[row.id]:
            found = f"paragraph {', '.join(missing)} of {row.id} in no row of coverage.csv"
            yield Finding("sources", line, found, "every paragraph once", "add the row, or correct paragraphs")


RULES = (_filled, _within, _every_paragraph)
