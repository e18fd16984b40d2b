"""The map's scripts and styles as one text each; nothing is fetched, nothing is generated on disk."""

from __future__ import annotations

from pathlib import Path

import xstatic.pkg.leaflet

from dashboard import palette

HERE = Path(__file__).parent
LEAFLET = Path(xstatic.pkg.leaflet.BASE_DIR)
SCRIPTS = (
    "dom", "store", "calendar", "between", "shapes", "labels", "drawing", "lens", "legend", "glyphs", "kinds",
    "language", "tools", "areas", "hint", "marks", "operation", "head", "player", "typed", "steps", "control", "share",
    "around", "tour", "presenter", "credit", "pick", "beside", "compare", "bridge", "start",
    "motion", "table", "pan", "speech", "roam", "passage", "touch", "theme",
)  # fmt: skip
STYLES = ("frame", "shapes", "layers", "marks", "control", "compare", "presenter", "access", "contrast")
OPTIONS = {
    "minZoom": -8, "maxZoom": 3, "zoomSnap": 0, "zoomDelta": 0.5, "keyboard": False, "attributionControl": False,
}  # fmt: skip
"""How Leaflet is set up, by its own names, wherever the map is shown."""


def script() -> str:
    """Leaflet from its package, then the map's JavaScript; every part of it adds to the one global, `csto`."""
    return leaflet("js") + joined(HERE / "script", SCRIPTS, "js")


def style() -> str:
    """Leaflet's CSS, the palette as variables, then the map's CSS."""
    return leaflet("css") + palette.variables() + joined(HERE / "style", STYLES, "css")


def leaflet(kind: str) -> str:
    """Leaflet's own script (`js`) or style (`css`)."""
    return (LEAFLET / f"leaflet.{kind}").read_text(encoding="utf-8")


def joined(folder: Path, stems: tuple[str, ...], kind: str) -> str:
    """The files of these stems as one text, in this order."""
    return "\n".join((folder / f"{stem}.{kind}").read_text(encoding="utf-8") for stem in stems)
