"""Pictures as slides (pptx): native shapes and text that stay as they are under any theme, links and notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import count
from typing import NamedTuple
from xml.sax.saxutils import quoteattr

from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.slide import Slide

from dashboard.exports import qr, shape, textbox
from dashboard.exports.package import Package
from dashboard.exports.plate import Area, Dot, Item, Line, Plate, Stroke, Words

TITLE = "Headline"
"""Name of the words that are a slide's title."""
BORDERS = "Borders"
"""Name of the lines over the states of a picture."""
JUMP = "ppaction://hlinksldjump"
ARROW = (0.009, 0.05)
"""Width and height of the arrows to other slides, in widths and heights of the picture; they stand in its margins."""
ARROW_COLOUR = "#7D858D"


class Page(NamedTuple):
    """A slide to be: its picture, and what stands in its notes."""

    plate: Plate
    notes: str


def slide(page: Page, checked_on: date) -> bytes:
    """A presentation of one slide; `checked_on`, the day of the records, is the file's too."""
    return show([page], page.plate.title, checked_on)


def show(pages: Sequence[Page], title: str, checked_on: date) -> bytes:
    """A presentation of a slide for each page, all of the first one's shape, each linked to the ones beside it."""
    first = pages[0].plate
    file = Package(round(shape.WIDTH * first.height / first.width), title, checked_on)
    slides = [file.add(page.notes) for page in pages]
    for number, (page, made) in enumerate(zip(pages, slides, strict=True)):
        before = slides[number - 1] if number else None
        after = slides[number + 1] if number + 1 < len(slides) else None
        file.fill(made, _ground(page.plate) + _drawn(page.plate, made) + _arrows(page.plate, made, before, after))
    return file.save()


def with_code(plate: Plate) -> tuple[Item, ...]:
    """What is drawn of a picture, and the QR code of its link where it has one and there is room."""
    spot = qr.place(plate) if plate.link else None
    return (*plate.items, *qr.code(plate.link, *spot, plate.width)) if spot else plate.items


def with_borders(items: Sequence[Item]) -> tuple[Item, ...]:
    """The items without the lines that a picture draws over its states: each state has its border as its own line.

    A shape that is moved takes its border along. The line is dark or pale, whichever stands out from the fill; that of
    an observer stays as it is.
    """
    dark = next((item.stroke for item in items if isinstance(item, Area) and item.name == BORDERS), None)
    states = {item.name: item.status for item in items if isinstance(item, Area) and item.status}
    states |= {f"Lens: {name}": status for name, status in states.items()}
    kept = [item for item in items if item.name != BORDERS]
    return tuple(_bordered(item, states.get(item.name, ""), dark) for item in kept)


def _bordered(item: Item, status: str, dark: Stroke | None) -> Item:
    if not (isinstance(item, Area) and status and item.paint and item.stroke and dark) or status == "observer":
        return item
    ground = item.paint.ground
    best = max(dark.colour, item.stroke.colour, key=lambda colour: contrast(colour, ground))
    return replace(item, stroke=Stroke(best, dark.width))


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours `#RRGGBB` (WCAG 2.2), from 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _ground(plate: Plate) -> str:
    """A rectangle under all else: a slide's own background gives way to the theme it is pasted into."""
    whole = shape.preset("rect", (0, 0, plate.width, plate.height), _scale(plate))
    return shape.shape(2, "Background", "", whole, shape.solid(plate.background), shape.stroke(None, 1))


def _drawn(plate: Plate, made: Slide) -> str:
    numbers, scale = count(10, 2), _scale(plate)  # by twos: a line with a casing is two shapes
    return "".join(_item(item, next(numbers), scale, made) for item in with_borders(with_code(plate)))


def _item(item: Item, number: int, scale: float, made: Slide) -> str:
    match item:
        case Words():
            return textbox.words(item, number, scale, _click(made, item.link), title=item.name == TITLE)
        case Line():
            return shape.line(item, number, scale)
        case Dot():
            return shape.dot(item, number, scale)
        case Area():
            return shape.area(item, number, scale)


def _arrows(plate: Plate, made: Slide, before: Slide | None, after: Slide | None) -> str:
    """An arrow in the left margin to the slide before, one in the right margin to the one after."""
    wide, high = ARROW[0] * plate.width, ARROW[1] * plate.height
    left, top = wide / 2, (plate.height - high) / 2
    drawn = ""
    for number, name, to, x in ((4, "Previous", before, left), (6, "Next", after, plate.width - left - wide)):
        if to is not None:
            chevron = shape.preset("chevron", (x, top, wide, high), _scale(plate), mirrored=to is before)
            link = made.part.relate_to(to.part, RELATIONSHIP_TYPE.SLIDE)
            click = f'<a:hlinkClick r:id="{link}" action="{JUMP}" tooltip={quoteattr(name)}/>'
            fill = shape.solid(ARROW_COLOUR)
            drawn += shape.shape(number, name, f"{name} slide", chevron, fill, shape.stroke(None, 1), click)
    return drawn


def _click(made: Slide, link: str) -> str:
    if not link:
        return ""
    found = made.part.relate_to(link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    return f'<a:hlinkClick r:id="{found}"/>'


def _scale(plate: Plate) -> float:
    """EMU to a pixel."""
    return shape.WIDTH / plate.width
