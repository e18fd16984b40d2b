"""Pictures as slides (pptx): native shapes and text that stay as they are under any theme, links and notes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import count
from typing import NamedTuple

from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.slide import Slide

from dashboard.exports import edges, markup, qr, shape, textbox
from dashboard.exports.package import Package
from dashboard.exports.plate import Area, Dot, Item, Line, Plate, Words
from dashboard.words import Words as Said

TITLE = "Headline"
"""Name of the words that are a slide's title."""
JUMP = "ppaction://hlinksldjump"
ARROW = (0.011, 0.06)
"""Width and height of the arrows to other slides, in widths and heights of the picture; they stand in its margins."""
ARROW_COLOUR = "#7D858D"


class Page(NamedTuple):
    """A slide to be: its picture, and what stands in its notes."""

    plate: Plate
    notes: str


def slide(page: Page, checked_on: date) -> bytes:
    """A presentation of one slide; `checked_on`, the day of the records, is the file's too."""
    file = _file(page, page.plate.title, checked_on)
    made = file.add(page.notes)
    file.fill(made, _drawn(page.plate, made))
    return file.save()


def show(pages: Sequence[Page], title: str, checked_on: date, words: Said) -> bytes:
    """A presentation of a slide for each page, all of the first one's shape, each linked to the ones beside it."""
    file = _file(pages[0], title, checked_on)
    slides = [file.add(page.notes) for page in pages]
    for page, made, before, after in zip(pages, slides, [None, *slides], [*slides[1:], None], strict=False):
        file.fill(made, _drawn(page.plate, made) + _arrows(page.plate, made, before, after, words))
    return file.save()


def _file(page: Page, title: str, checked_on: date) -> Package:
    return Package(round(shape.WIDTH * page.plate.height / page.plate.width), title, checked_on)


def items(plate: Plate) -> list[Item]:
    """What a slide shows of a picture, each state with its own border, and the QR code of its link if there is room."""
    spot = qr.place(plate) if plate.link else None
    code = qr.code(plate.link, *spot, plate.width) if spot else ()
    return edges.own([*plate.items, *code])


def _drawn(plate: Plate, made: Slide) -> str:
    found = items(plate)
    numbers, scale = count(10, 2), _scale(plate)  # by twos: a line with a casing is two shapes
    chips = edges.on_patterns(found)
    return _ground(plate) + "".join(_item(item, next(numbers), scale, made, item in chips) for item in found)


def _ground(plate: Plate) -> str:
    """A rectangle under all else: a slide's own background gives way to the theme it is pasted into."""
    whole = shape.preset("rect", (0, 0, plate.width, plate.height), _scale(plate))
    return shape.shape(2, "Background", "", whole, shape.solid(plate.background), shape.stroke(None, 1))


def _item(item: Item, number: int, scale: float, made: Slide, chip: bool) -> str:
    match item:
        case Words():
            click = _click(made, item.address)
            return textbox.words(item, number, scale, click, title=item.name == TITLE, chip=chip)
        case Line():
            return shape.line(item, number, scale)
        case Dot():
            return shape.dot(item, number, scale)
        case Area():
            return shape.area(item, number, scale)


def _arrows(plate: Plate, made: Slide, before: Slide | None, after: Slide | None, words: Said) -> str:
    """An arrow in the left margin to the slide before, one in the right margin to the one after."""
    wide, high = ARROW[0] * plate.width, ARROW[1] * plate.height
    left, top = wide / 3, (plate.height - high) / 2
    sides = (
        (4, "Previous", words.text("Previous slide"), before, left),
        (6, "Next", words.text("Next slide"), after, plate.width - left - wide),
    )
    drawn = ""
    for number, name, told, to, x in sides:
        if to is not None:
            chevron = shape.preset("chevron", (x, top, wide, high), _scale(plate), mirrored=to is before)
            link = made.part.relate_to(to.part, RELATIONSHIP_TYPE.SLIDE)
            click = f'<a:hlinkClick r:id="{link}" action="{JUMP}" tooltip={markup.quoted(told)}/>'
            fill = shape.solid(ARROW_COLOUR)
            drawn += shape.shape(number, name, told, chevron, fill, shape.stroke(None, 1), click)
    return drawn


def _click(made: Slide, address: str) -> str:
    if not address:
        return ""
    target = markup.address(address)
    return f'<a:hlinkClick r:id="{made.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)}"/>'


def _scale(plate: Plate) -> float:
    """EMU to a pixel."""
    return shape.WIDTH / plate.width
