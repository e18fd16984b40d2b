"""Published strengths of the forces as a chart over the years; the tables of `roster` say the same in words."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from datetime import date

import altair
import streamlit as st
from babel.numbers import get_decimal_symbol, get_group_symbol
from markupsafe import Markup

from dashboard import palette
from dashboard.atlas import Atlas
from dashboard.panels.claims import span
from dashboard.sections import roster
from dashboard.timeline import Timeline
from dashboard.words import Words
from membership_data.records import Row

HEIGHT = 420
"""Height of the chart with its legend, in pixels; its width is that of the page."""
LINE = 34
"""Characters in a line of the legend."""
INK = "currentColor"
"""The colour of the text around the chart, light or dark."""


def draw(atlas: Atlas, forces: Sequence[Row], day: date, theme: str = "") -> None:
    """Writes the chart with its title and how to read it; nothing where no strength is published.

    Streamlit draws it in its own theme, unless one is asked for (light or dark).
    """
    if not figures(atlas, forces):
        return
    words = atlas.words
    title = words.text("Published strengths over the years")
    how = words.text(
        "A mark is one published figure, two that are joined a range; the dashed line is the day shown. "
        "Every figure stands in the tables below, with its sources."
    )
    st.html(Markup('<div class="csto-story csto-records"><h3>{}</h3><p>{}</p></div>').format(title, how))
    drawn = picture(atlas, forces, day, theme)
    st.altair_chart(drawn, width="stretch", theme=None if theme else "streamlit", alt=f"{title}. {how}")


def figures(atlas: Atlas, forces: Sequence[Row]) -> list[dict[str, object]]:
    """What the chart shows: for each figure its force, when as a decimal year, low, high, text and sources."""
    words = atlas.words
    publishers = {row.id: row.publisher or row.title for row in atlas.timeline.data.sources}
    return [
        {
            "force": words.text(force.name),
            "series": _wrapped(words.text(force.name)),
            "on": decimal(row.as_of.first + (row.as_of.last - row.as_of.first) / 2),
            "low": row.low,
            "high": row.high,
            "persons": span(words, row.low, row.high),
            "dated": words.dated(row.as_of.text),
            "text": words.text(row.text),
            "sources": "; ".join(publishers[one] for one in row.source_ids),
        }
        for force in forces
        for row in roster.published(atlas, force)
    ]


def _wrapped(name: str) -> str:
    """A name in three lines at most, which a legend on a phone has room for."""
    return "\n".join(textwrap.wrap(name, LINE, max_lines=3, placeholder=" …"))


def decimal(day: date) -> float:
    """A day as a decimal year, which no browser's time zone moves."""
    return round(day.year + (day.timetuple().tm_yday - 1) / 366, 3)


def picture(atlas: Atlas, forces: Sequence[Row], day: date, theme: str = "") -> altair.LayerChart:
    """Every figure in the colour and the shape of its force, over the years of the map; a rule at the day shown."""
    low, high = (_persons(atlas, forces, field) for field in ("low:Q", "high:Q"))
    said = altair.Chart(altair.Data(values=figures(atlas, forces))).encode(
        x=_years(atlas.timeline), color=altair.Color("series:N", **_series(atlas, forces)), tooltip=_tooltip(atlas)
    )
    marks = said.mark_point(filled=True, size=90, opacity=1).encode(
        shape=altair.Shape("series:N", **_series(atlas, forces))
    )
    ranges = said.mark_rule(size=2).encode(y=low, y2="high:Q")
    both = [marks.encode(y=low), marks.encode(y=high).transform_filter("datum.high > datum.low")]
    chart = altair.layer(*_shown(atlas, day), ranges, *both).properties(height=HEIGHT)
    colours = coloured(theme) if theme else {}
    return chart.configure(lineBreak="\n", locale=altair.Locale(number=_numbers(atlas.words)), **colours)


def _numbers(words: Words) -> altair.NumberLocale:
    """How the figures of an axis are written in the language."""
    decimal, group = get_decimal_symbol(words.locale), get_group_symbol(words.locale)
    return altair.NumberLocale(decimal=decimal, thousands=group, grouping=[3], currency=["", ""])


def _persons(atlas: Atlas, forces: Sequence[Row], field: str) -> altair.Y:
    """Persons from none up, with some room above the highest figure."""
    most = max(row.high for force in forces for row in roster.published(atlas, force))
    scale, axis = altair.Scale(domain=[0, most * 1.1], nice=False), altair.Axis(tickCount=6)
    return altair.Y(field, title=atlas.words.text("Persons"), scale=scale, axis=axis)


def _years(timeline: Timeline) -> altair.X:
    scale = altair.Scale(domain=[timeline.first_year, timeline.last_year + 1], nice=False)
    return altair.X("on:Q", title=None, scale=scale, axis=altair.Axis(format="d", tickMinStep=1))


def _series(atlas: Atlas, forces: Sequence[Row]) -> dict[str, object]:
    """One legend for colour and shape, with the forces in their order."""
    names = [_wrapped(atlas.words.text(force.name)) for force in forces if roster.published(atlas, force)]
    legend = altair.Legend(orient="top", direction="vertical", labelLimit=0)
    return {"title": None, "scale": altair.Scale(domain=names), "legend": legend}


def _tooltip(atlas: Atlas) -> list[altair.Tooltip]:
    words = atlas.words
    labels = {
        "force": words.text("Force"),
        "dated": words.text("As of"),
        "persons": words.text("Persons"),
        "text": words.text("What is said"),
        "sources": words.text("Sources"),
    }
    return [altair.Tooltip(f"{field}:N", title=label) for field, label in labels.items()]


def _shown(atlas: Atlas, day: date) -> list[altair.Chart]:
    """A dashed rule at the day shown, with the day in words on the side that has room."""
    timeline = atlas.timeline
    late = day.year * 2 > timeline.first_year + timeline.last_year
    row = {"on": decimal(day), "day": atlas.words.day(day)}
    shown = altair.Chart(altair.Data(values=[row])).encode(x=_years(timeline))
    label = shown.mark_text(align="right" if late else "left", baseline="bottom", dy=-4, color=INK)
    return [shown.mark_rule(strokeDash=[5, 4], color=INK), label.encode(y=altair.value(0), text="day:N")]


def coloured(theme: str) -> dict[str, object]:
    """Settings that give a chart the page's colours in a theme, and the type of its text."""
    ink, quiet, edge = (getattr(shade, theme) for shade in (palette.INK, palette.QUIET, palette.COAST))
    series = [getattr(shade, theme) for shade in palette.SERIES]
    text = {"labelColor": quiet, "titleColor": ink}
    return {
        "background": getattr(palette.PAPER, theme),
        "view": {"stroke": None},
        "range": {"category": series},
        "axis": {**text, "gridColor": edge, "domainColor": edge, "tickColor": edge},
        "legend": {**text, "labelColor": ink},
    }
