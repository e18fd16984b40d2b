"""The deck of all years, beside python-pptx drawing the states of a single slide with `build_freeform`."""

from __future__ import annotations

import io
import time
from collections.abc import Callable

from pptx import Presentation
from pptx.util import Emu

from dashboard import view
from dashboard.atlas import load
from dashboard.exports import deck, picture, shape
from dashboard.exports.plate import Area

ADDRESS = "https://example.org/"


def samples() -> dict[str, float]:
    """Milliseconds of our deck of all years and of the usual way's one slide; kilobytes of the deck."""
    made: list[bytes] = []
    return {"deck ours": _clock(lambda: made.append(_ours())), "deck usual": _clock(_usual)} | {
        "deck size": len(made[0]) / 1000
    }


def _ours() -> bytes:
    atlas = load()
    years = list(atlas.timeline.years)
    return deck.deck(atlas.timeline, atlas.shapes, atlas.words, years, "light", ADDRESS)


def _usual() -> bytes:
    """The states of one picture, without the land around, which would take a minute."""
    atlas = load()
    plate = picture.of(atlas.timeline, atlas.shapes, atlas.words, view.default(atlas.timeline), "light", *deck.SIZE)
    file = Presentation()
    slide = file.slides.add_slide(file.slide_layouts.get_by_name("Blank"))
    areas = [item for item in plate.items if isinstance(item, Area) and item.iso_a3]
    for area in areas:
        rings = [ring.tolist() for polygon in area.polygons for ring in polygon]
        builder = slide.shapes.build_freeform(*rings[0][0], scale=shape.WIDTH / plate.width)
        for number, (first, *others) in enumerate(rings):
            if number:
                builder.move_to(*first)
            builder.add_line_segments(others, close=True)
        builder.convert_to_shape(Emu(0), Emu(0))
    written = io.BytesIO()
    file.save(written)
    return written.getvalue()


def _clock(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000
