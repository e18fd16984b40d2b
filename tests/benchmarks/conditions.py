"""What counts as shown, for each app: JavaScript expressions over the top page, as clock.js reads them."""

from __future__ import annotations

import json

from tests.benchmarks import statuses


def card(name: str, value: object) -> str:
    """Our card is written for this year or country."""
    return f"""document.querySelector('.csto-card[data-{name}="{value}"]')"""


def line(year: int) -> str:
    """The floor's line says this year."""
    return f"""[...document.querySelectorAll("p")].some((line) => line.textContent === "Year {year}")"""


def our_year(year: int, status: dict[str, str]) -> str:
    """Our map shows this year, every state in its status, and the card is written for it."""
    return f"""
      mapDocument().querySelector('.leaflet-container[data-year="{year}"]') &&
      Object.entries({json.dumps(status)}).every(([iso, status]) =>
        mapDocument().querySelector(`[data-iso="${{iso}}"]`)?.dataset.status === status) &&
      {card("shown-year", year)}"""


def usual_year(status: dict[str, str]) -> str:
    """The usual map fills every state with the colour of its status."""
    colours = {iso: statuses.COLOURS[name] for iso, name in status.items()}
    return f"""
      Object.entries({json.dumps(colours)}).every(([iso, colour]) =>
        mapDocument().querySelector(`path.${{iso}}`)?.getAttribute("fill") === colour)"""


def our_map(states: int) -> str:
    """Our map can be used: its slider is there, and all states with records are drawn."""
    return f"""
      mapDocument().querySelector("input[type=range]")?.offsetWidth > 0 &&
      {drawn(".leaflet-container[data-year] [data-iso]", states)}"""


def usual_map(shapes: int) -> str:
    """The usual map can be used: all shapes are drawn."""
    return drawn("path.leaflet-interactive", shapes)


def drawn(selector: str, count: int) -> str:
    """At least so many elements of the map's frame match, and the first has a size."""
    return f"""
      mapDocument().querySelectorAll("{selector}").length >= {count} &&
      mapDocument().querySelector("{selector}").getBoundingClientRect().width > 0"""
