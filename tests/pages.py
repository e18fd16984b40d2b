"""Everything a reader can be shown, built as the app builds it, in whatever words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from types import SimpleNamespace

import streamlit
from pytest import MonkeyPatch

from dashboard import scene, view
from dashboard.atlas import Atlas, load
from dashboard.exports import cover, facts, notes, picture
from dashboard.exports.layout import sizes
from dashboard.exports.plate import Words as Written
from dashboard.exports.setting import Setting
from dashboard.map import interface, payload
from dashboard.panels import card, foot, header, operation, share, sheet, stops, trouble
from dashboard.sections import strengths
from dashboard.words import Words

SIZE = (1920, 1080)
VIEWS = (
    {"year": 2012, "country": "UZB"}, {"year": 1999, "compare": "2012"}, {"layer": "areas"},
    {"layer": "operation", "day": "2022-01-09"},
)  # fmt: skip


def in_words(words: Words) -> Atlas:
    """The atlas as it is, said in these words."""
    return replace(load(), words=words)


def html(atlas: Atlas, patch: MonkeyPatch) -> Iterator[tuple[str, str]]:
    """Every page and panel as HTML, each with what it is."""
    written: list[object] = []
    patch.setattr(streamlit, "html", written.append)
    for name in ("title", "write", "code", "altair_chart"):
        patch.setattr(streamlit, name, lambda *_, **__: None)
    reader = {"url": "http://localhost", "theme": SimpleNamespace(type="light"), "is_embedded": False, "locale": ""}
    patch.setattr(streamlit, "context", SimpleNamespace(**reader))
    for name, draw in _drawn(atlas):
        draw()
        yield name, "\n".join(map(str, written))
        written.clear()


def _drawn(atlas: Atlas) -> Iterator[tuple[str, object]]:
    timeline = atlas.timeline
    usual = view.default(timeline)
    yield "header", lambda: header.draw(atlas, view.default(atlas.timeline))
    yield "foot", lambda: foot.draw(atlas)
    yield "share", lambda: share.draw(atlas, replace(usual, page="share"))
    yield "trouble", lambda: trouble.draw(ValueError(""), atlas.words.language)
    for year in timeline.years:
        yield f"changes {year}", lambda year=year: stops.draw(atlas, replace(usual, year=year))
    for state in timeline.states:
        for year in timeline.stops:
            shown = replace(usual, year=year, country=state)
            yield f"card {state} {year}", lambda shown=shown: card.draw(atlas, shown)
    for day in sorted({row.date.text for row in timeline.data.operation_days}):
        shown = replace(usual, layer="operation", day=day)
        yield f"operation {day}", lambda shown=shown: operation.draw(atlas, shown)
    for page in view.PAGES:
        if page in sheet.titles(atlas):
            for state in ("", *timeline.states):
                shown = replace(usual, page=page, country=state)
                yield f"page {page} {state}", lambda shown=shown: sheet.draw(atlas, shown)


def texts(atlas: Atlas) -> Iterator[tuple[str, str]]:
    """Every text of the map, of pictures and of slides' notes, and what is said of a link that is not understood."""
    timeline = atlas.timeline
    for name, document in (
        ("scenes", payload.scenes(timeline, atlas.shapes, atlas.words)),
        ("marks", payload.small_marks(timeline, atlas.words)),
        ("facts", facts.of(timeline, atlas.words)),
        ("alone", interface.alone(timeline, atlas.words)),
    ):
        yield from _strings(name, json.loads(json.dumps(document)))
    wrong = {field: "?" for field in view.FIELDS}
    yield from (("notice", notice) for notice in view.read(wrong, timeline, atlas.words)[1])
    for fields in VIEWS:
        shown = replace(view.default(timeline), **fields)
        setting = Setting(timeline, atlas.shapes, atlas.words, shown, "light", sizes(*SIZE))
        plate = picture.of(timeline, atlas.shapes, atlas.words, shown, "light", *SIZE)
        yield from _lettered(f"picture {fields}", plate.items)
        yield f"notes {fields}", notes.of(setting)
        yield f"year {fields}", scene.of_year(timeline, shown.year, atlas.words).headline
    yield from _lettered("cover", cover.of(timeline, atlas.shapes, atlas.words, "light", *SIZE).items)
    yield "about", notes.about(timeline, atlas.words)
    for force in timeline.data.forces:
        yield from (("strengths", figure["text"]) for figure in strengths.figures(atlas, [force]))


def _lettered(name: str, items: tuple[object, ...]) -> Iterator[tuple[str, str]]:
    yield from ((f"{name}, {item.name}", " ".join(item.lines)) for item in items if isinstance(item, Written))


def _strings(name: str, value: object) -> Iterator[tuple[str, str]]:
    match value:
        case str():
            yield name, value
        case dict():
            for key, inner in value.items():
                yield from _strings(f"{name}.{key}", inner)
        case list():
            for at, inner in enumerate(value):
                yield from _strings(f"{name}.{at}", inner)

