"""Everything the page needs, loaded once for the whole process and shared by all sessions."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from functools import cache, cached_property

from dashboard import assets, shapes, timeline
from dashboard.assets import Asset
from dashboard.exports import archive, geojson, panel
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


@cache
def load(language: str = DEFAULT) -> Atlas:
    """The atlas in a language; one of `BROKEN` says in full what is wrong with the data."""
    data = records.load()
    if not data.operations:
        raise JoinError("operations.csv: no operation; at least one, which the map has a view for; add its row")
    drawn = shapes.load()
    return Atlas(timeline.join(data, drawn.codes), drawn, boundaries.disputed(), words(language))


def warm() -> None:
    """Loads the atlas and its assets before the first reader comes; what is broken is said to the reader."""
    with suppress(*BROKEN):
        load().links  # noqa: B018
        load().downloads  # noqa: B018
