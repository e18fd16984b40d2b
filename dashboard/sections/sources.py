"""The sources: every one with all that is taken from it, the articles first with what became of each paragraph."""

from __future__ import annotations

from collections import Counter

from markupsafe import Markup

from dashboard.atlas import Atlas, once
from dashboard.panels import cite
from dashboard.sections import coverage, pointer
from dashboard.view import View
from dashboard.words import Words
from membership_data.records import Row


def today(atlas: Atlas, shown: View) -> Markup:
    """How many sources there are, about the state chosen too, and how many were published by the day shown."""
    words, day = atlas.words, shown.shown(atlas.timeline)
    rows = _sources(atlas, shown.country)
    out = sum(bool(row.published and row.published.last <= day) for row in rows)
    undated = sum(row.published is None for row in rows)
    said = [
        _counted(atlas, shown.country, rows),
        words.count("{count} was published by the day shown.", "{count} were published by the day shown.", out),
        words.count("{count} has no date.", "{count} have no date.", undated) if undated else "",
    ]
    return Markup('<div class="csto-story"><p>{}</p></div>').format(" ".join(part for part in said if part))


def _counted(atlas: Atlas, country: str, rows: list[Row]) -> str:
    words, count = atlas.words, len(rows)
    if country:
        state = words.state(country)
        return words.count(
            "{count} source is cited by records about {state}.", "{count} sources are cited by records about {state}.",
            count, state=state,
        )  # fmt: skip
    articles = sum(is_article(row) for row in rows)
    said = words.count("The records rest on {count} source.", "The records rest on {count} sources.", count)
    begun = words.count(
        "They began with {count} article, which comes first.", "They began with {count} articles, which come first.",
        articles,
    )  # fmt: skip
    return f"{said} {begun}" if articles else said


@once
def whole(atlas: Atlas, country: str) -> Markup:
    """Every source, or those cited by records about a state: the articles, then the others in order of their ids."""
    words, rows = atlas.words, _sources(atlas, country)
    articles = [row for row in rows if is_article(row)]
    others = [row for row in rows if not is_article(row)]
    how = words.text(
        "Under each source stands every record that cites it, as a link to where the record is shown. Many sources "
        "were read as copies; an address is given only where it was recorded in full."
    )
    parts = (
        cite.section(
            words.text("The articles the records began with"), *(_source(atlas, row, country) for row in articles)
        ),
        cite.section(words.text("All other sources"), _columns(_source(atlas, row, country) for row in others)),
    )
    return Markup('<div class="csto-story csto-sources"><p>{}</p>{}{}</div>').format(how, *parts)


def _columns(items: object) -> Markup:
    said = Markup("").join(items)
    return Markup('<div class="csto-columns">{}</div>').format(said) if said else said


def is_article(source: Row) -> bool:
    """Whether it is one of the articles that the records start from: its paragraphs are counted."""
    return source.paragraphs is not None


def _sources(atlas: Atlas, country: str) -> list[Row]:
    rows = atlas.timeline.data.sources
    return [row for row in rows if not country or _taken(atlas, row, country)]


@once
def taken(atlas: Atlas) -> dict[str, list[str]]:
    """The records that cite a source, as `table.id`, by the id of the source; table by table."""
    found: dict[str, list[str]] = {}
    for table, rows in atlas.timeline.data.tables.items():
        for row in rows:
            for source in getattr(row, "source_ids", ()):
                found.setdefault(source, []).append(f"{table}.{row.id}")
    return found


def _taken(atlas: Atlas, source: Row, country: str) -> list[str]:
    records = taken(atlas).get(source.id, [])
    return [record for record in records if not country or record in pointer.about(atlas, country)]


def _source(atlas: Atlas, row: Row, country: str) -> Markup:
    words = atlas.words
    about = [cite.quoted(row.publisher), words.dated(row.published.text) if row.published else words.text("not dated")]
    note = Markup("<p>{}</p>").format(words.text(row.note)) if row.note else ""
    covered = coverage.told(atlas, row, country) if is_article(row) else ""
    return Markup(
        '<article class="csto-cited" id="source-{}" tabindex="-1"><h4><small>{}</small> {}</h4>'
        '<p class="csto-quiet">{} {}</p>{}{}{}</article>'
    ).format(
        row.id, row.id, cite.quoted(row.title), Markup(" · ").join(about), _address(row, words), note, covered,
        _records(atlas, _taken(atlas, row, country)),
    )  # fmt: skip


def _address(row: Row, words: Words) -> Markup | str:
    # Only what leads to a page: no other kind of address becomes a link.
    if not (row.url or "").startswith(("https://", "http://")):
        return ""
    return Markup('· <a class="csto-source" href="{}" target="_blank" rel="noopener">{}</a>').format(
        row.url, words.text("open the source")
    )


def _records(atlas: Atlas, records: list[str]) -> Markup:
    words = atlas.words
    if not records:
        return Markup("<p>{}</p>").format(words.text("Cited for what became of its paragraphs only."))
    counts = Counter(record.partition(".")[0] for record in records)
    tables = "; ".join(f"{pointer.titled(words, table)} {count}" for table, count in counts.items())
    title = words.count("{count} record", "{count} records", len(records))
    whole = Markup('<details class="csto-taken"><summary>{}: <small>{}</small></summary>{}</details>')
    return whole.format(title, tables, pointer.grouped(atlas, records))
