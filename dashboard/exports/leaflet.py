"""Leaflet for the offline page: without the classes that a map with neither tiles nor controls has no use for."""

from __future__ import annotations

import re

from dashboard.map import bundle

SPARED = (
    "GridLayer", "TileLayer", "TileLayerWMS", "Canvas", "Layers", "Zoom", "Scale", "Attribution",
    "ImageOverlay", "VideoOverlay", "SVGOverlay", "Popup", "Keyboard", "TapHold", "MarkerDrag",
)  # fmt: skip
"""Classes of Leaflet, by their names in its source, that the page leaves out."""


def script() -> str:
    """Leaflet's source, with null in the place of every class that is spared, and without its comments.

    Raises ValueError for one that the source does not define in the usual way, as another release may.
    """
    source = (bundle.LEAFLET / "leaflet-src.js").read_text(encoding="utf-8")
    for name in SPARED:
        whole = rf"\n  var {name} = \w+\.extend\({{\n.*?\n  }}\);\n"
        source, found = re.subn(whole, f"\n  var {name} = null;\n", source, flags=re.DOTALL)
        if found != 1:
            raise ValueError(f"leaflet-src.js: {found} definitions of {name}; expected one")
    source = re.sub(r"/\*.*?\*/", "", source, flags=re.DOTALL)
    return re.sub(r"^  TileLayer\.WMS = .*$|^\s*//.*$", "", source, flags=re.MULTILINE)
