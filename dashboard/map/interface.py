"""The words of the map's controls: said by the browser, and taken from the catalogue like all others."""

from __future__ import annotations

from typing import Any

from dashboard import stance, view
from dashboard.timeline import Timeline
from dashboard.view import LAYERS, MARKS
from dashboard.words import Words
from membership_data.records import Records


def lines(words: Words) -> list[dict[str, str]]:
    """The legend of an operation's lines."""
    return [
        {"id": "stated", "label": words.text("Contingent, as wide as its stated strength")},
        {"id": "undisclosed", "label": words.text("Strength not disclosed")},
        {"id": "assumed", "label": words.text("Place of departure assumed")},
        {"id": "note", "label": words.text("Lines are schematic, not flight paths")},
    ]


def layers(words: Words) -> list[dict[str, str]]:
    """The switch between layers, in its order."""
    labels = {
        "membership": words.text("Membership"),
        "areas": words.text("Areas"),
        "operation": words.text("Operation 2022"),
    }
    return [{"id": layer, "label": labels[layer]} for layer in LAYERS]


def marks(words: Words) -> list[dict[str, object]]:
    """The kinds of small marks, in the order of their list: a name, and what an open and a dashed shape say."""
    unknown = {"dashed": words.text("beginning not found")}
    labels = {
        "units": (words.text("Units"), unknown),
        "exercises": (
            words.text("Exercises"),
            {"open": words.text("called off"), "dashed": words.text("announced only")},
        ),
        "crises": (words.text("Crises"), {"open": words.text("nobody was asked")}),
        "bases": (words.text("Bases (not the Organization's)"), unknown),
    }
    return [{"id": kind, "label": labels[kind][0], "forms": labels[kind][1]} for kind in MARKS]


def credit(data: Records, words: Words) -> dict[str, str]:
    """Below a map that stands alone: the version of the records, their licence, and what is said of borders."""
    about = words.text(
        "Data {version}, checked {day}, {licence}.",
        version=data.version, day=words.day(data.checked_on), licence=data.licence.name,
    )  # fmt: skip
    drawn = words.text("Boundaries: {source}. Drawn with Leaflet.", source=stance.boundaries(words))
    return {"about": about, "stance": stance.disclaimer(words), "drawn": drawn}


def said(words: Words) -> dict[str, str]:
    """Everything else that the map and its controls say, by the name the browser knows it by."""
    return {
        "map": words.text("Map of the Collective Security Treaty Organization through time"),
        "timeline": words.text("Timeline"),
        "layers": words.text("Layer"),
        "legend": words.text("Legend"),
        "lens": words.text("South Caucasus × 3, north up"),
        "inset": words.text("Guarded places in and around Almaty, and how uncertain each is"),
        "scale": words.text("10 km"),
        "names": words.text("Names"),
        "whole": words.text("Whole map"),
        "closer": words.text("Zoom in"),
        "farther": words.text("Zoom out"),
        "marks": words.text("Marks"),
        "marksNote": words.text("Drawn where the place is known; a dashed circle shows how exactly."),
        "marksBases": words.text("Bases ({labels})"),
        "marksIn": words.text("In {year}"),
        "marksOn": words.text("In {year}; units and bases on {day}"),
        "find": words.text("Find a country"),
        "tools": words.text("Map"),
        "states": words.text("States"),
        "roam": words.text(
            "Arrow keys: the next state that way. Letter: by name. Enter: its card. F6: to the card and back. Escape: "
            "close."
        ),
        "card": words.text("Card: {state}."),
        "cardClosed": words.text("Card closed."),
        "toCard": words.text("To the card: {state}"),
        "table": words.text("Table"),
        "state": words.text("State"),
        "status": words.text("Status"),
        "since": words.text("When"),
        "pan": words.text("Move the map"),
        "west": words.text("Move the map left"),
        "north": words.text("Move the map up"),
        "south": words.text("Move the map down"),
        "east": words.text("Move the map right"),
        "fingers": words.text("Move the map with two fingers"),
        "year": words.text("Year"),
        "day": words.text("Day"),
        "play": words.text("Play"),
        "pause": words.text("Pause"),
        "previous": words.text("Previous change"),
        "next": words.text("Next change"),
        "typeYear": words.text("Type a year or a day"),
        "typed": words.text("1999 or 1999-03-24"),
        "badTyped": words.text("Not understood. Type a year, or a day as 1999-03-24, from {first} to {last}."),
        "on": words.text("On {day}"),
        "counted": words.text("Counted in on this day"),
        "compare": words.text("Compare"),
        "compareWith": words.text("Compare with"),
        "compared": words.text("Comparison"),
        "swap": words.text("Swap the two"),
        "endCompare": words.text("End the comparison"),
        "toOperation": words.text("The operation day by day"),
        "talk": words.text("Presentation"),
        "tour": words.text("Tour"),
        "present": words.text("Present"),
        "keys": words.text(
            "Right or Page Down: next. Left or Page Up: previous. Space: play. B or full stop: blank. F or F5: full "
            "screen. Escape: back."
        ),
        "chapter": words.text("{at} of {count}"),
        "making": words.text("Being made"),
        "made": words.text("Saved, {size}"),
        "unreached": words.text("The app does not answer. Please try again."),
    }


def alone(timeline: Timeline, words: Words) -> dict[str, Any]:
    """What a page that stands alone says beside: of its card, of the app, and of what its address got wrong."""
    return {
        "close": words.text("Close"),
        "records": words.text("Records"),
        "history": words.text("History"),
        "disputed": words.text("What sources disagree on"),
        "sources": words.text("Sources"),
        "nothing": words.text("Nothing is recorded of this day or year."),
        "opened": words.text("{name}: card opened, lines: {count}"),
        "app": words.text("Open the dashboard"),
        "notice": view.notice(words),
        "expected": view.expected(timeline, words) | {"theme": words.text("one of {codes}", codes="light dark")},
    }
