"""Slides as LibreOffice prints them, beside the still of the same picture: what a second program makes of the file."""

from __future__ import annotations

import io
from functools import cache
from itertools import chain

import numpy as np
import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from dashboard import palette, view
from dashboard.atlas import load
from dashboard.exports import deck, picture, slide, still, textbox
from dashboard.exports.plate import Area, Dot, Item, Line, Plate, Points, Words
from tests import office

ATLAS = load()
T, DRAWN, EN = ATLAS.timeline, ATLAS.shapes, ATLAS.words
YEARS = (1992, 1999, 2022, T.last_year)
WIDTH, HEIGHT = deck.SIZE
EDGE, ENOUGH = 4, 20
"""Pixels kept from every edge and line, and how many have to be left of a state."""
NEAR = 4
"""Steps of 255 by which a colour may differ from the one that is written."""

both_themes = pytest.mark.parametrize("theme", ["light", "dark"])
every_picture = pytest.mark.parametrize(("year", "theme"), [(y, t) for t in ("light", "dark") for y in YEARS])


@cache
def printed(theme: str) -> pypdfium2.PdfDocument:
    """The deck of the years as LibreOffice prints it."""
    return pypdfium2.PdfDocument(office.pdf(deck.deck(T, DRAWN, EN, YEARS, theme)))


@cache
def page(year: int, theme: str) -> np.ndarray:
    """The pixels of the slide of a year."""
    sheet = printed(theme)[1 + YEARS.index(year)]
    return np.asarray(sheet.render(scale=WIDTH / sheet.get_width()).to_pil().convert("RGB"), dtype=float)


@cache
def plate(year: int, theme: str) -> Plate:
    return picture.of(T, DRAWN, EN, view.View(year), theme, *deck.SIZE)


@cache
def drawn(year: int, theme: str) -> np.ndarray:
    """The pixels of the still of the same picture."""
    return np.asarray(Image.open(io.BytesIO(still.png(plate(year, theme)))), dtype=float)


def filled(items: list[Area]) -> Image.Image:
    """A mask of what areas fill; of what lies in a hole, nothing."""
    mask = Image.new("L", deck.SIZE)
    pen = ImageDraw.Draw(mask)
    polygons = [polygon for item in items for polygon in item.polygons]
    for outer, *_ in polygons:
        pen.polygon(corners(outer), fill=255)
    for hole in chain.from_iterable(holes for _, *holes in polygons):
        pen.polygon(corners(hole), fill=0)
    return mask


def corners(ring: Points) -> list[tuple[float, float]]:
    return [(float(x), float(y)) for x, y in ring]


def covered(items: list[Item], lens: bool) -> Image.Image:
    """A mask of words, lines, dots, outlines and the code, and a little around them; of the `lens` too, if wanted."""
    mask = filled([item for item in items if item.name.startswith("QR code") or (lens and item.name == "Lens")])
    pen = ImageDraw.Draw(mask)
    for item in items:
        if isinstance(item, Words):
            left, top, width, height = textbox.box(item)
            pen.rectangle((left - EDGE, top - EDGE, left + width + EDGE, top + height + EDGE), fill=255)
        elif isinstance(item, Dot):
            reach = item.radius + EDGE
            pen.ellipse((item.x - reach, item.y - reach, item.x + reach, item.y + reach), fill=255)
        elif isinstance(item, Line):
            pen.line(corners(item.points), fill=255, width=2 * EDGE)
        elif item.stroke and not item.paint:
            for ring in chain.from_iterable(item.polygons):
                pen.line(corners(np.vstack([ring, ring[:1]])), fill=255, width=round(item.stroke.width) + 2 * EDGE)
    return mask


@cache
def inside(year: int, theme: str) -> dict[str, np.ndarray]:
    """By state, where its fill alone is to be seen: on the map or, where too little of it is there, in the lens."""
    shown = [item for item in slide.items(plate(year, theme)) if item.name != "Borders"]
    areas = [item for item in shown if isinstance(item, Area)]
    over = {"": covered(shown, lens=True), "Lens: ": covered(shown, lens=False)}
    found = {}
    for state in (item for item in areas if item.iso_a3):
        for before, cover in over.items():
            same = filled([item for item in areas if item.name == before + state.name])
            clear = ImageChops.subtract(same.filter(ImageFilter.MinFilter(2 * EDGE + 1)), cover)
            if (mask := np.asarray(clear) > 0).sum() >= ENOUGH:
                found[state.iso_a3] = mask
                break
    return found


def rgb(colour: str) -> np.ndarray:
    return np.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)], dtype=float)


def share(colours: np.ndarray, ground: str, ink: str) -> tuple[float, float]:
    """How much of a mean colour is ink, and how far it is from any mixture of ink and ground."""
    way = rgb(ink) - rgb(ground)
    mean = colours.mean(axis=0) - rgb(ground)
    part = float(mean @ way / (way @ way))
    return part, float(np.abs(mean - part * way).max())


@both_themes
def test_every_slide_is_a_page_with_its_words(theme):
    document = printed(theme)
    assert len(document) >= 1 + len(YEARS) + 1
    for year in YEARS:
        text = " ".join(document[1 + YEARS.index(year)].get_textpage().get_text_range().split())
        for item in (item for item in plate(year, theme).items if isinstance(item, Words) and item.name != "Link"):
            for line in item.lines:
                assert " ".join(line.split()) in text, item.name


@every_picture
def test_every_state_has_a_place_at_which_its_fill_can_be_seen(year, theme):
    assert set(inside(year, theme)) == set(T.states)


@every_picture
def test_a_plain_fill_is_printed_in_the_colour_of_the_still(year, theme):
    masks = inside(year, theme)
    plain = {state: status for state, status in plate(year, theme).statuses.items() if status in ("member", "none")}
    assert plain
    for state in plain:
        wanted = rgb(getattr(palette.STATUS[plain[state]].ground, theme))
        for pixels in (page(year, theme), drawn(year, theme)):
            beside = np.abs(pixels[masks[state]] - wanted).max(axis=1)
            assert np.mean(beside <= NEAR) > 0.99, state


@every_picture
def test_a_pattern_is_printed_as_a_mixture_of_its_ink_and_its_ground(year, theme):
    masks = inside(year, theme)
    patterned = {s: status for s, status in plate(year, theme).statuses.items() if status not in ("member", "none")}
    assert patterned
    for state in patterned:
        fill = palette.STATUS[patterned[state]]
        ground, ink = getattr(fill.ground, theme), getattr(fill.ink, theme)
        for pixels in (page(year, theme), drawn(year, theme)):
            part, beside = share(pixels[masks[state]], ground, ink)
            assert 0.02 < part < 0.8, state
            assert beside <= 2 * NEAR, state


@both_themes
def test_sea_and_land_around_are_printed_in_their_colours(theme):
    pixels = page(2022, theme)
    window = next(item for item in plate(2022, theme).items if item.name == "Sea")
    left, top = np.rint(window.polygons[0][0].min(axis=0)).astype(int)
    right, bottom = np.rint(window.polygons[0][0].max(axis=0)).astype(int)
    part = pixels[top:bottom, left:right]
    for shade in (palette.SEA, palette.LAND):
        same = np.abs(part - rgb(getattr(shade, theme))).max(axis=-1) <= NEAR
        assert same.mean() > 0.1
