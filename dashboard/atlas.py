"""Everything the page needs, loaded once for the whole process and shared by all sessions."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from functools import cache, cached_property

from dashboard import assets, shapes, timeline
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
        return Links(
            script=put(assets.text("map", "js", bundle.script())).link,
            style=put(assets.text("map", "css", bundle.style())).link,
            geometry=put(assets.document("geometry", payload.geometry(self.timeline, self.shapes, self.words))).link,
            scene=put(assets.document("scene", payload.scenes(self.timeline, self.shapes, self.words))).link,
        )


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
