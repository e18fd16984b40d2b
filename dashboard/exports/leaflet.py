"""Leaflet for the offline page: without the classes that a map with neither tiles nor controls has no use for."""

from __future__ import annotations

import re

from dashboard.map import bundle

SPARED = {
    **dict.fromkeys(("GridLayer", "TileLayer", "TileLayerWMS", "ImageOverlay", "VideoOverlay", "SVGOverlay"), "{}"),
    **dict.fromkeys(("Canvas", "GeoJSON", "Popup", "Layers", "Zoom", "Scale", "Attribution"), "{}"),
    **dict.fromkeys(("Keyboard", "TapHold", "MarkerDrag"), "null"),
}
"""Classes of Leaflet that the page leaves out, by their names in its source, and what stands in their place.

Leaflet asks of its handlers whether they are there, and hangs functions on some of the others.
"""


def script() -> str:
    """Leaflet's source without the classes that are spared, and without its comments.

    Raises ValueError for a class that the source does not define in the usual way, as another release may.
    """
    source = (bundle.LEAFLET / "leaflet-src.js").read_text(encoding="utf-8")
    for name, stand in SPARED.items():
        whole = rf"\n  var {name} = \w+\.extend\({{\n.*?\n  }}\);\n"
        source, found = re.subn(whole, f"\n  var {name} = {stand};\n", source, flags=re.DOTALL)
        if found != 1:
            raise ValueError(f"leaflet-src.js: {found} definitions of {name}; expected one")
    source = re.sub(r"/\*.*?\*/", "", source, flags=re.DOTALL)
    return re.sub(r"^\s*//.*$", "", source, flags=re.MULTILINE)
