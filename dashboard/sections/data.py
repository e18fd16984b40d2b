"""The data: what every table and column holds, how it was checked, and the files to take away."""

from __future__ import annotations

from markupsafe import Markup

from dashboard import scene
from dashboard.assets import Asset
from dashboard.atlas import Atlas, once
from dashboard.panels import cite
from dashboard.sections import pointer
from dashboard.view import View
from dashboard.words import Words
from membership_data import dictionary
from membership_data.descriptor import Column, Spec


def today(atlas: Atlas, shown: View) -> Markup:
    """What the records count on the day shown, and the command that lists it."""
    words, day = atlas.words, shown.shown(atlas.timeline)
    command = Markup("<code>python -m membership_data status --on {}</code>").format(day.isoformat())
    said = Markup("<p>{}. {} {}</p>").format(
        scene.tally(atlas.timeline, day, words), words.text("The status of every state on this day:"), command
    )
    return Markup('<div class="csto-story">{}{}</div>').format(said, _about(atlas, shown.country))


def _about(atlas: Atlas, country: str) -> Markup:
    """How many rows of each table are about a state; nothing where none is chosen."""
    words, data = atlas.words, atlas.timeline.data
    if not country:
        return Markup("")
    about = [record.partition(".")[0] for record in pointer.about(atlas, country)]
    counts = ((pointer.titled(words, table), about.count(table)) for table in data.tables)
    listed = "; ".join(f"{title} {count}" for title, count in counts if count)
    return Markup("<p>{}</p>").format(
        words.text("Rows about {state}: {tables}.", state=words.state(country), tables=listed)
    )


@once
def whole(atlas: Atlas, country: str) -> Markup:
    """State of the data, downloads and dictionary: the same for every state."""
    words = atlas.words
    specs = atlas.timeline.data.specs
    return Markup('<div class="csto-story csto-data">{}{}{}</div>').format(
        cite.section(words.text("State of the data"), _state(atlas)),
        cite.section(words.text("Take the data away"), _downloads(atlas)),
        cite.section(words.text("What every table and column holds"), *(_table(atlas, spec) for spec in specs)),
    )


def _state(atlas: Atlas) -> Markup:
    words, data = atlas.words, atlas.timeline.data
    # The page is drawn only where the check has found nothing; otherwise all it found is shown instead.
    checked = words.text(
        "{rows} rows in {tables} tables; no problem found.",
        rows=words.number(sum(map(len, data.tables.values()))), tables=len(data.tables),
    )  # fmt: skip
    licence = Markup('<a class="csto-source" href="{}" target="_blank" rel="noopener">{}</a>')
    return cite.lines(
        (
            (words.text("Check"), checked),
            (words.text("Last compared with the sources"), words.day(data.checked_on)),
            (words.text("Version"), data.version),
            (words.text("Licence"), licence.format(data.licence.url, cite.quoted(data.licence.title))),
        ),
        "csto-facts",
    )


def _downloads(atlas: Atlas) -> Markup:
    words, day = atlas.words, atlas.words.day(atlas.timeline.last_day)
    said = {
        "zip": words.text(
            "All tables as CSV, with their descriptor (Frictionless) and a README. An apostrophe stands before a text "
            "that begins with = + - or @, so that no spreadsheet runs it; numbers are unchanged."
        ),
        "geojson": words.text(
            "The states with their statuses on {day} and all their spells, as GeoJSON (RFC 7946): longitude and "
            "latitude, cut at 180 degrees.", day=day,
        ),
        "csv": words.text("The country-year panel as CSV: year, state, status. A year is its 31 December."),
    }  # fmt: skip
    rows = ((_download(file, words), said[kind]) for kind, file in atlas.downloads.items())
    return cite.lines(rows, "csto-downloads")


def _download(file: Asset, words: Words) -> Markup:
    """A link to a file of the app's own origin, with its size; the address works below any base path."""
    size = words.text("{size} KB", size=words.number(round(len(file.body) / 1024)))
    return Markup('<a href="{}" download>{}.{}</a> <small>{}</small>').format(file.address, file.stem, file.kind, size)


def _table(atlas: Atlas, spec: Spec) -> Markup:
    words = atlas.words
    count = len(atlas.timeline.data.tables[spec.name])
    said = words.count("{count} row", "{count} rows", count)
    heads = (words.text("Column"), words.text("Type"), words.text("Meaning"))
    columns = cite.table(words.text(spec.description), heads, (_column(atlas, column) for column in spec.columns))
    return Markup('<details id="table-{}"><summary>{} <small><code>{}</code> {}</small></summary>{}</details>').format(
        spec.name, pointer.titled(words, spec.name), spec.file, said, columns
    )


def _column(atlas: Atlas, column: Column) -> tuple[object, ...]:
    words = atlas.words
    kind = words.text(dictionary.kind(column)).replace("`", "")
    allowed = words.text("one of {values}", values=", ".join(column.enum)) if column.enum else ""
    name = Markup("<code>{}</code>").format(column.name)
    return name, f"{kind}: {allowed}" if allowed else kind, words.text(column.description)
