"""A table whose rows stand in groups, and the places in it that links lead to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from dashboard.panels import cite
from membership_data.records import Row


def anchored(table: str, row: Row, name: str) -> Markup:
    """The name of a row, as the place that a link to the row leads to."""
    return Markup('<span class="csto-anchor" id="{}.{}" tabindex="-1">{}</span>').format(table, row.id, name)


def grouped(caption: str, heads: Sequence[str], groups: Iterable[tuple[object, Iterable[Sequence[object]]]]) -> Markup:
    """A table of groups, each a title and its rows, whose first cell names the row; nothing without a group."""
    bodies = Markup("").join(_group(title, rows, len(heads)) for title, rows in groups)
    head = Markup("").join(Markup('<th scope="col">{}</th>').format(name) for name in heads)
    whole = Markup(
        '<div class="csto-wide"><table class="csto-table csto-grouped"><caption>{}</caption>'
        "<thead><tr>{}</tr></thead>{}</table></div>"
    )
    return whole.format(caption, head, bodies) if bodies else Markup("")


def _group(title: object, rows: Iterable[Sequence[object]], width: int) -> Markup:
    title_row = Markup('<tr><th scope="rowgroup" colspan="{}">{}</th></tr>').format(width, title)
    return Markup("<tbody>{}{}</tbody>").format(title_row, Markup("").join(cite.row(cells) for cells in rows))


def stacked(first: str, second: str) -> Markup:
    """A cell of two parts, the second quiet and below; either may be missing."""
    below = Markup('<small class="csto-below">{}</small>').format(second) if second else ""
    return Markup("{}{}").format(first, below)


def told(text: str, note: str, cited: Markup) -> Markup:
    """The cell with what is recorded of a row: its text, what a reader should know beside it, and its sources."""
    return Markup("{} {}").format(stacked(text, note), cited)
