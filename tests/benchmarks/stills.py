"""Pictures, a hand-out and an animation, beside geopandas' plot of the same boundaries in the same colours.

The plots have neither names nor lens, neither legend nor credits, nor patterns.
"""

from __future__ import annotations

import io
import time
from collections.abc import Callable, Sequence
from dataclasses import replace

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from PIL import Image

from dashboard import view
from dashboard.atlas import load
from dashboard.exports import animation, grid, picture, still
from tests.benchmarks import statuses

ATLAS = load()
TIMELINE = ATLAS.timeline
SMALL, LARGE, A4, FRAME = (1920, 1080), (3840, 2160), (1754, 1240), (1280, 720)
DOTS = 100
"""To the inch."""


def samples(repeat: int) -> dict[str, float]:
    """Milliseconds of each kind of picture, ours and plotted.

    Every repeat has a width of its own and another year, so that nothing is there from the one before.
    """
    year, stops = TIMELINE.stops[repeat % len(TIMELINE.stops)], TIMELINE.stops
    made = (TIMELINE, ATLAS.shapes, ATLAS.words)
    wider = 2 * (repeat + 1)
    return {
        "still ours": _clock(lambda: _still(year, SMALL[0] + wider, SMALL[1])),
        "still plot": _clock(lambda: _saved(_plot([year], 1, SMALL))),
        "large ours": _clock(lambda: _still(year, LARGE[0] - wider, LARGE[1])),
        "large plot": _clock(lambda: _saved(_plot([year], 1, LARGE))),
        "grid ours": _clock(lambda: still.png(grid.plate(*made, stops, "light", A4[0] + wider, A4[1]))),
        "grid plot": _clock(lambda: _saved(_plot(stops, 4, A4))),
        "gif ours": _clock(lambda: animation.gif(*made, stops, "light")),
        "gif plot": _clock(lambda: _animated([_plot([year], 1, FRAME) for year in stops])),
    }


def _still(year: int, width: int, height: int) -> bytes:
    shown = replace(view.default(TIMELINE), year=year)
    return still.png(picture.of(TIMELINE, ATLAS.shapes, ATLAS.words, shown, "light", width, height))


def _plot(years: Sequence[int], columns: int, size: tuple[int, int]) -> Figure:
    """The states of each year in their colours."""
    figure = Figure(figsize=(size[0] / DOTS, size[1] / DOTS), dpi=DOTS)
    FigureCanvasAgg(figure)
    for at, year in enumerate(years):
        axes = figure.add_subplot(-(-len(years) // columns), columns, at + 1)
        status = TIMELINE.statuses(TIMELINE.day_of(year))
        colours = [statuses.COLOURS[status.get(code, "none")] for code in ATLAS.shapes.frame["code"]]
        ATLAS.shapes.frame.plot(ax=axes, color=colours, edgecolor="#4a5057", linewidth=0.5)
        axes.set_title(str(year))
        axes.set_axis_off()
    return figure


def _saved(figure: Figure) -> bytes:
    written = io.BytesIO()
    figure.savefig(written)
    return written.getvalue()


def _animated(figures: Sequence[Figure]) -> bytes:
    first, *others = [Image.open(io.BytesIO(_saved(figure))).convert("P") for figure in figures]
    written = io.BytesIO()
    first.save(written, "GIF", save_all=True, append_images=others, loop=0, duration=5000)
    return written.getvalue()


def _clock(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000
