"""Everything the page needs, loaded once for the whole process, shared by all sessions, and anew when it changes."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property, wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from dashboard import assets, shapes, timeline
from dashboard.assets import Asset
from dashboard.exports import archive, geojson, panel
from dashboard.keeper import PAUSE, Keeper
from dashboard.map import bundle, payload
from dashboard.map.element import Links
from dashboard.shapes import Shapes
from dashboard.timeline import JoinError, Timeline
from dashboard.words import DEFAULT, Words, words
from geodata import boundaries
from geodata.boundaries import BoundaryError
from membership_data import records
from membership_data.records import RecordsError, Row

BROKEN = (RecordsError, BoundaryError, JoinError)
"""What loading raises when the data cannot be trusted: nothing is drawn then."""


@dataclass(frozen=True, eq=False)
class Atlas:
    """Boundaries, records and words joined, with the addresses of what the browser loads."""

    timeline: Timeline
    shapes: Shapes
    disputed: tuple[Row, ...]
    """How each disputed place in the frame is drawn."""
    words: Words
    made: dict[tuple, Any] = field(default_factory=dict, init=False, repr=False)
    """What was worked out from this atlas once, by the function and what it was given (`once`)."""

    @cached_property
    def links(self) -> Links:
        """Addresses of the map's assets; asking for them puts the assets on offer."""
        put = assets.SHELF.put
        scenes = payload.scenes(self.timeline, self.shapes, self.words)
        return Links(
            script=put(assets.text("map", "js", bundle.script())).link,
            style=put(assets.text("map", "css", bundle.style())).link,
            geometry=put(assets.document("geometry", payload.geometry(self.timeline, self.shapes, self.words))).link,
            scene=put(assets.document("scene", scenes, early=self.words.language == DEFAULT)).link,
            marks=put(assets.document("marks", payload.small_marks(self.timeline, self.words), early=False)).link,
        )

    @cached_property
    def downloads(self) -> dict[str, Asset]:
        """The files to take away, by kind; asking for them puts them on offer."""
        data, day = self.timeline.data, self.timeline.last_day
        states = geojson.build(self.timeline, self.shapes.frame, day, self.words)
        files = (
            Asset(f"csto-records-{data.version}", "zip", archive.build()),
            Asset(f"csto-states-{day}", "geojson", states),
            Asset("csto-country-years", "csv", panel.build(data)),
        )
        return {file.kind: assets.SHELF.put(file) for file in files}


Made = TypeVar("Made")
Given = ParamSpec("Given")


def once(make: Callable[Concatenate[Atlas, Given], Made]) -> Callable[Concatenate[Atlas, Given], Made]:
    """A function of an atlas, and of values that can be keys, that is worked out once for each: the atlas keeps it.

    What was made of an atlas goes when the atlas goes.
    """

    @wraps(make)
    def kept(atlas: Atlas, *given: Given.args) -> Made:
        key = (make, *given)
        if key not in atlas.made:
            atlas.made[key] = make(atlas, *given)
        return atlas.made[key]

    return kept


class Edition:
    """The data as it was read at one time, joined, with its atlas in each language that was asked for."""

    def __init__(self, timeline: Timeline, drawn: Shapes, disputed: tuple[Row, ...]) -> None:
        self._parts = (timeline, drawn, disputed)
        self._atlases: dict[str, Atlas] = {}

    def atlas(self, language: str = DEFAULT) -> Atlas:
        """The atlas in a language, one and the same for all who ask."""
        found = self._atlases.get(language)
        return found or self._atlases.setdefault(language, Atlas(*self._parts, words(language)))


def _data() -> Edition:
    data = records.load()
    if not data.operations:
        raise JoinError("operations.csv: no operation; at least one, which the map has a view for; add its row")
    drawn = shapes.load()
    return Edition(timeline.join(data, drawn.codes), drawn, boundaries.disputed())


def _stamp() -> frozenset[tuple[str, int, int]]:
    """Name, time and size of every file that the data is read from."""
    with os.scandir(records.FOLDER) as entries:
        files = [entry for entry in entries if entry.name.endswith((".csv", ".json"))]
        found = [(file.name, file.stat()) for file in (*files, boundaries.PATH, boundaries.DISPUTED_PATH)]
    return frozenset((name, stat.st_mtime_ns, stat.st_size) for name, stat in found)


def _offer(edition: Edition) -> None:
    edition.atlas().links  # noqa: B018
    edition.atlas().downloads  # noqa: B018


_KEEPER = Keeper(_data, _stamp, _offer)


def load(language: str = DEFAULT, pause: float = PAUSE) -> Atlas:
    """The atlas in a language, of the newest data that can be trusted; the files are looked at once in `pause` seconds.

    One of `BROKEN` says in full what is wrong with the data where none could be trusted since the process began.
    """
    return _KEEPER.get(pause).atlas(language)


def trouble() -> Exception | None:
    """What is wrong with the data as it is now, where an atlas of earlier data is shown; usually None."""
    return _KEEPER.trouble


def warm() -> None:
    """Loads the atlas and its assets before the first reader comes; what is broken is said to the reader."""
    with suppress(*BROKEN):
        _offer(_KEEPER.get())
