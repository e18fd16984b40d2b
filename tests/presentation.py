"""A presentation as other programs read it: slides, and of each shape its name, text, fill, outline and links."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import shapely
from lxml.etree import _Element
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.slide import Slide
from shapely.geometry.base import BaseGeometry

Fill = tuple[str, str, str]
"""`solid` or the name of a preset pattern, the ground and the ink, both `#RRGGBB`."""
EMU = 12_192_000 / 1920
"""To a pixel of the picture."""


@dataclass(frozen=True)
class Shape:
    """One shape of a slide."""

    element: _Element

    @property
    def _about(self) -> _Element:
        return self.element.find(".//" + qn("p:cNvPr"))

    @property
    def id(self) -> int:
        return int(self._about.get("id"))

    @property
    def name(self) -> str:
        return self._about.get("name")

    @property
    def told(self) -> str:
        """The alternative text."""
        return self._about.get("descr") or ""

    @property
    def decorative(self) -> bool:
        return any(mark.get("val") == "1" for mark in self._about.iter("{*}decorative"))

    @property
    def is_title(self) -> bool:
        return self.element.find(".//" + qn("p:ph")) is not None

    @property
    def text(self) -> str:
        """All text, with a space where a line ends."""
        return " ".join(run.text or "" for run in self.element.iter(qn("a:t")))

    @property
    def click(self) -> tuple[str, str] | None:
        """Id of the relationship that a click follows, and the action."""
        found = self._about.find(qn("a:hlinkClick"))
        return None if found is None else (found.get(qn("r:id")), found.get("action") or "")

    @cached_property
    def fill(self) -> Fill | None:
        properties = self.element.find(qn("p:spPr"))
        if (pattern := properties.find(qn("a:pattFill"))) is not None:
            ground, ink = (_colour(pattern.find(qn(name))) for name in ("a:bgClr", "a:fgClr"))
            return pattern.get("prst"), ground, ink
        if (plain := properties.find(qn("a:solidFill"))) is not None:
            return "solid", _colour(plain), _colour(plain)
        return None

    @cached_property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom in pixels of the picture."""
        place = self.element.find(".//" + qn("a:xfrm"))
        corner, size = place.find(qn("a:off")), place.find(qn("a:ext"))
        left, top = int(corner.get("x")) / EMU, int(corner.get("y")) / EMU
        return left, top, left + int(size.get("cx")) / EMU, top + int(size.get("cy")) / EMU

    @cached_property
    def rings(self) -> list[np.ndarray]:
        """The subpaths of a freeform, in pixels of the picture."""
        path = self.element.find(".//" + qn("a:path"))
        left, top, right, bottom = self.box
        scale = ((right - left) / int(path.get("w")), (bottom - top) / int(path.get("h")))
        return [points * scale + (left, top) for points in _subpaths(path)]

    @cached_property
    def area(self) -> BaseGeometry:
        """What a freeform fills: by the even-odd rule, as programs do."""
        found: BaseGeometry = shapely.Polygon()
        for ring in self.rings:
            found = found.symmetric_difference(shapely.make_valid(shapely.Polygon(ring)))
        return found


def _colour(element: _Element) -> str:
    (colour,) = element
    assert colour.tag == qn("a:srgbClr"), f"{colour.tag} is a colour of the theme"
    return f"#{colour.get('val')}"


def _subpaths(path: _Element) -> Iterator[np.ndarray]:
    points: list[tuple[int, int]] = []
    for command in path:
        if command.tag == qn("a:moveTo"):
            points = []
        if command.tag == qn("a:close"):
            yield np.array(points, dtype=float)
        points += [(int(point.get("x")), int(point.get("y"))) for point in command]


def slides(deck: bytes) -> list[Slide]:
    """The slides of a presentation."""
    return list(Presentation(io.BytesIO(deck)).slides)


def shapes(slide: Slide) -> list[Shape]:
    """The shapes of a slide, from the bottom up."""
    return [Shape(element) for element in slide.shapes._spTree.iter(qn("p:sp"))]


def named(slide: Slide, name: str) -> Shape:
    """The one shape of this name."""
    (found,) = [shape for shape in shapes(slide) if shape.name == name]
    return found


def link(slide: Slide, shape: Shape) -> str | Slide:
    """Where a click on a shape leads: an address, or a slide's part."""
    number, _ = shape.click
    relation = slide.part.rels[number]
    return relation.target_ref if relation.is_external else relation.target_part.slide


def notes(slide: Slide) -> str:
    """What stands in the notes of a slide."""
    return slide.notes_slide.notes_text_frame.text


def squeezed(text: str) -> str:
    """A text without any space, for texts that are broken into lines."""
    return re.sub(r"\s+", "", text)
