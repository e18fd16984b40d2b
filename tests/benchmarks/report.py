"""The figures of a run as a Markdown table, with the machine they were measured on."""

from __future__ import annotations

import os
import platform
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from statistics import median

Samples = defaultdict[str, list[float]]


@dataclass(frozen=True)
class Measure:
    """A row: the samples it compares, and a limit, if any, of our median or of its ratio to the baseline."""

    title: str
    ours: str
    baseline: str | None = None
    limit: float | None = None
    ratio_limit: float | None = None


@dataclass(frozen=True)
class Section:
    """A part of the report: its title, what it means for a user, its tables in Markdown, and every sample."""

    title: str
    means: str
    tables: str
    samples: object


MEASURES = (
    Measure("Drag: main-thread ms a year step (a bare slider)", "step ours", "step bare", limit=0.3),
    Measure("Drag, processor slowed to a quarter: main-thread ms a step (a bare slider)", "step4 ours", "step4 bare"),
    Measure("Drag by mouse: ms a step, its frame and the mouse included (a bare slider)", "task ours", "task bare"),
    Measure("Drag by mouse: of it script, style and layout (a bare slider)", "page ours", "page bare"),
    Measure("Drag: steps not painted in the next frame, %", "late ours", limit=0),
    Measure("Drag: requests and messages to the server", "requests ours", limit=0),
    Measure("Card after release, ms (st.slider, one line)", "release card", "release floor", ratio_limit=2),
    Measure("Card after a click, ms (the same)", "click ours", "release floor", ratio_limit=2),
    Measure("New year and card, ms (usual way: new year)", "release ours", "release usual", ratio_limit=0.25),
    Measure("First usable map, ms (usual way)", "first ours", "first usual", ratio_limit=0.8),
    Measure("The same, coming back, ms (usual way)", "again ours", "again usual"),
    Measure("Websocket bytes a commit (usual way)", "bytes ours", "bytes usual", limit=8192),
    Measure("Records read, checked, folded, ms (pandas reads them, unchecked)", "read ours", "read pandas", limit=300),
    Measure("Still 1920 x 1080, first of its size, ms (geopandas plot)", "still ours", "still plot", limit=300),
    Measure("Still 3840 x 2160, first of its size, ms (geopandas plot)", "large ours", "large plot", limit=1000),
    Measure("Hand-out of all stops, A4, ms (12 geopandas plots)", "grid ours", "grid plot"),
    Measure("GIF of all stops, ms (12 geopandas plots and Pillow)", "gif ours", "gif plot", limit=4000),
    Measure("Deck of all years, ms (build_freeform: the states of one slide)", "deck ours", "deck usual", limit=1500),
    Measure("Deck of all years, kB", "deck size", limit=2000),
)


def row(measure: Measure, samples: Samples) -> str:
    """A line of the table."""
    ours = median(samples[measure.ours])
    against = samples[measure.baseline] if measure.baseline else []
    baseline = median(against) if against else None
    ratio = ours / baseline if baseline else None
    aim, met = verdict(measure, ours, ratio)
    cells = [measure.title, number(ours), number(baseline), number(ratio), aim, met]
    return f"| {' | '.join(cells)} |"


def verdict(measure: Measure, ours: float, ratio: float | None) -> tuple[str, str]:
    """The aim in words, and whether the medians meet it."""
    if measure.limit is not None:
        return f"<= {measure.limit:g}", "yes" if ours <= measure.limit else "no"
    if measure.ratio_limit is None:
        return "-", "-"
    met = ratio is not None and ratio <= measure.ratio_limit
    return f"ratio <= {measure.ratio_limit:g}", "yes" if met else "no"


def number(value: float | None) -> str:
    """Three figures are as many as such a run can stand for."""
    if value is None:
        return "-"
    return f"{value:.0f}" if abs(value) >= 100 else f"{value:.3g}"


def table(samples: Samples, measures: Sequence[Measure] = MEASURES) -> str:
    """A row for each measure, medians of the samples."""
    head = ["| measure | ours | baseline | ratio | aim | met? |", "|---|---:|---:|---:|---|---|"]
    return "\n".join(head + [row(measure, samples) for measure in measures])


def machine() -> str:
    """One sentence on where and with what this was measured."""
    packages = ", ".join(f"{name} {version(name)}" for name in ("streamlit", "streamlit-folium", "folium"))
    return (
        f"{processor()}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}; "
        f"Python {platform.python_version()}, {packages}."
    )


def processor() -> str:
    """The processor's name, as far as the system tells."""
    cpuinfo = Path("/proc/cpuinfo")
    lines = cpuinfo.read_text().splitlines() if cpuinfo.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or "unknown processor"
