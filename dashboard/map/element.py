"""The scene as a Folium map: no tiles, no projection of Folium's own, no link to any network."""

from __future__ import annotations

from dataclasses import dataclass

import folium
from branca.element import Element, Figure, MacroElement
from folium.template import Template

from dashboard.map import bundle


@dataclass(frozen=True)
class Links:
    """Addresses of what the map loads, as seen from its document."""

    script: str
    style: str
    geometry: str
    scene: str
    marks: str


class Timeline(MacroElement):
    """Starts the time map on its parent map; `options` are the addresses of what it loads."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
            csto.start({{ this._parent.get_name() }}, {{ this.options|tojson }});
        {% endmacro %}
        """
    )

    def __init__(self, links: Links) -> None:
        super().__init__()
        self._name = "Timeline"
        self.options = {
            "geometryUrl": links.geometry,
            "sceneUrl": links.scene,
            "styleUrl": links.style,
            "marksUrl": links.marks,
        }


class Command(MacroElement):
    """A numbered order from Python to the map; the map acts on each number once."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
            csto.command({{ this.order|tojson }});
        {% endmacro %}
        """
    )

    def __init__(self, number: int, view: dict[str, object], seen: int) -> None:
        super().__init__()
        self._name = "Command"
        self.order = {"number": number, "view": view, "seen": seen}


class TimeMap(folium.Map):
    """A Folium map in flat coordinates whose page may be zoomed and asks no other origin for anything."""

    def __init__(self, links: Links) -> None:
        super().__init__(
            location=(0, 0),
            zoom_start=-4,
            tiles=None,
            crs="Simple",
            control_scale=False,
            zoom_control=False,
            min_zoom=bundle.OPTIONS["minZoom"],
            max_zoom=bundle.OPTIONS["maxZoom"],
            **bundle.OPTIONS,
        )
        self.default_js = [("map", links.script)]
        self.default_css = []  # the map's own script loads its style: streamlit-folium would load it twice
        Timeline(links).add_to(self)

    def render(self, **kwargs: object) -> None:
        """Renders as Folium does, without its viewport tag, which forbids zooming the page."""
        super().render(**kwargs)
        figure = self.get_root()
        if isinstance(figure, Figure):
            figure.header.add_child(Element(""), name=self.get_name())


def order(number: int, view: dict[str, object], seen: int = 0) -> folium.FeatureGroup:
    """A feature group that carries a command and draws nothing; `seen` is the number of the last commit known."""
    group = folium.FeatureGroup(name="command")
    Command(number, view, seen).add_to(group)
    return group


def build(links: Links) -> TimeMap:
    """The map; its script is the same for every year, day, layer and country."""
    return TimeMap(links)
