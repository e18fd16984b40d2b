"""What a panel is made of: sources as short links, links to other views, lines and sections."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlencode

from markupsafe import Markup

from dashboard import view
from dashboard.atlas import Atlas
from dashboard.view import View
from membership_data.records import Row


def sources(atlas: Atlas, ids: Iterable[str]) -> Markup:
    """The sources with these ids as links, in order; one that has no address is named on hover."""
    known = {row.id: row for row in atlas.timeline.data.sources}
    return Markup(" ").join(_link(known[one]) for one in ids)


def _link(row: Row) -> Markup:
    title = f"{row.publisher}: {row.title}" if row.publisher else row.title
    # Only what leads to a page: no other kind of address becomes a link.
    if not (row.url or "").startswith(("https://", "http://")):
        return Markup('<span class="csto-source" title="{}">{}</span>').format(title, row.id)
    return Markup('<a class="csto-source" href="{}" target="_blank" rel="noopener" title="{}">{}</a>').format(
        row.url, title, row.id
    )


def go(atlas: Atlas, there: View, text: str | Markup, here: bool = False) -> Markup:
    """A link to another view. The map takes it without loading the page again; it can be copied as it is."""
    query = urlencode(view.write(there, atlas.timeline)) or "?"
    current = Markup(' aria-current="true"') if here else ""
    return Markup('<a class="csto-go" href="{}"{}>{}</a>').format(f"?{query.lstrip('?')}", current, text)


def lines(rows: Iterable[tuple[str, object]], kind: str = "csto-lines") -> Markup:
    """A list of lines, each with what leads it (a date, a name) and its text; nothing where there is none."""
    items = Markup("").join(_line(lead, text) for lead, text in rows)
    return Markup('<ul class="{}">{}</ul>').format(kind, items) if items else Markup("")


def _line(lead: str | Markup, text: str | Markup) -> Markup:
    marked = Markup("<b>{}</b> ").format(lead) if lead else ""
    return Markup("<li>{}<span>{}</span></li>").format(marked, text)


def section(title: str, *parts: Markup) -> Markup:
    """A titled part of a panel; nothing at all where it has no content."""
    content = Markup("").join(part for part in parts if part)
    return Markup("<section><h3>{}</h3>{}</section>").format(title, content) if content else Markup("")
