"""The map's scripts and styles as one text each; nothing is fetched, nothing is generated on disk."""

from __future__ import annotations

from pathlib import Path

import xstatic.pkg.leaflet

from dashboard import palette

HERE = Path(__file__).parent
LEAFLET = Path(xstatic.pkg.leaflet.BASE_DIR)
SCRIPTS = (
    "dom", "store", "calendar", "shapes", "labels", "lens", "legend", "glyphs", "kinds", "tools", "areas", "hint",
    "marks", "operation", "head", "player", "typed", "control", "around", "pick", "bridge", "start",
)  # fmt: skip
STYLES = ("frame", "shapes", "layers", "marks", "control")


def script() -> str:
    """Leaflet from its package, then the map's JavaScript; every part of it adds to the one global, `csto`."""
    return (LEAFLET / "leaflet.js").read_text(encoding="utf-8") + _joined("script", SCRIPTS, "js")


def style() -> str:
    """Leaflet's CSS, the palette as variables, then the map's CSS."""
    leaflet = (LEAFLET / "leaflet.css").read_text(encoding="utf-8")
    return leaflet + palette.variables() + _joined("style", STYLES, "css")


def _joined(folder: str, stems: tuple[str, ...], kind: str) -> str:
    return "\n".join((HERE / folder / f"{stem}.{kind}").read_text(encoding="utf-8") for stem in stems)
