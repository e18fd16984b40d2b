"""The picture as PNG and PDF: its size, its colours where the states are, and text that stays text in the PDF."""

from __future__ import annotations

import io
import re
import zlib
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image
from shapely.geometry import MultiPolygon, Polygon

from dashboard import palette, shapes
from dashboard.exports import letters, metrics, still
from dashboard.exports.plate import Area, Words
from tests.plates import ENGLISH, LINK, VIEWS, named, plate, words_of


def pixels(found, scale=1) -> np.ndarray:
    return np.asarray(Image.open(io.BytesIO(still.png(found, scale))))


def colour(shade: str) -> tuple[int, ...]:
    return tuple(int(shade[at : at + 2], 16) for at in (1, 3, 5))


def without_words(found):
    """The picture without its words and outlines, so that every pixel inside a state is the state's."""
    kept = [item for item in found.items if isinstance(item, Area) and not item.name.startswith(("Change", "Chosen"))]
    return replace(found, items=tuple(kept))


def streams(document: bytes) -> bytes:
    """All compressed streams of a PDF, unpacked."""
    found = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", document, re.DOTALL)
    unpacked = []
    for stream in found:
        try:
            unpacked.append(zlib.decompress(stream))
        except zlib.error:
            unpacked.append(stream)
    return b"\n".join(unpacked)


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 720), (1080, 1350)], ids=str)
def test_a_png_has_the_size_that_was_asked_for(size):
    image = Image.open(io.BytesIO(still.png(plate("2012", size))))
    assert (image.format, image.mode, image.size) == ("PNG", "RGB", size)


def test_a_scale_makes_the_same_picture_larger():
    large = still.image(plate("2012", (1280, 720)), 3)
    assert large.size == (3840, 2160)
    small = still.image(plate("2012", (1280, 720)))
    difference = np.asarray(large.resize((160, 90), Image.Resampling.BOX), float) - np.asarray(
        small.resize((160, 90), Image.Resampling.BOX), float
    )
    assert np.abs(difference).mean() < 2


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", ["1992", "1999", "2012", "2013", "2024"])
def test_a_state_has_the_colours_of_its_status(name, theme):
    found = without_words(plate(name, theme=theme))
    shown = pixels(found)
    for area in (item for item in found.items if item.iso_a3):
        whole = MultiPolygon([Polygon(rings[0], rings[1:]) for rings in area.polygons])
        inside = whole.buffer(-4)
        if inside.is_empty:  # Armenia, at this size
            inside = whole.buffer(-1.5)
        point = shapes.middle(inside)
        x, y = int(point.x), int(point.y)
        around = {tuple(int(part) for part in one) for one in shown[y - 1 : y + 2, x - 1 : x + 2].reshape(-1, 3)}
        fill = palette.STATUS[area.status]
        expected = {colour(getattr(shade, theme)) for shade in (fill.ground, fill.ink)}
        between = [np.min([np.abs(np.subtract(one, other)).sum() for other in expected]) for one in around]
        assert min(between) < 60, f"{area.name} is {around}, expected {expected}"


def test_the_ground_is_the_paper_of_the_theme():
    for theme in ("light", "dark"):
        assert tuple(pixels(plate("2012", theme=theme))[2, 2]) == colour(getattr(palette.PAPER, theme))


def test_letters_are_as_wide_as_they_are_measured():
    for bold in (False, True):
        for size in (9.6, 14, 40):
            said = "On 20 April Azerbaijan, Georgia and Uzbekistan did not renew the Treaty."
            drawn = letters.path(said, 100, 50, size, bold).get_extents()
            wide = metrics.width(said, size, bold)
            assert drawn.x1 - 100 == pytest.approx(wide, abs=0.3 * size)
            assert metrics.ASCENT * size + 1 > 50 - drawn.y0 > 0.6 * size, "above the baseline"
            assert 0 < drawn.y1 - 50 < metrics.DESCENT * size + 1, "below the baseline"


def test_an_empty_line_and_a_letter_that_the_font_lacks_are_no_problem():
    assert not len(letters.path("", 0, 0, 10, False).vertices)
    words = Words(100, 100, ("", "\U0001f5fa $x^2$ Кыргызстан", "日本"), 20, "#000000", halo="#FFFFFF")
    found = replace(plate("2012"), items=(words,))
    assert still.png(found)
    assert still.pdf(found)


@pytest.mark.parametrize("name", VIEWS)
def test_a_pdf_is_drawn_in_vectors_with_text_as_text(name):
    found = plate(name, (1280, 720))
    document = still.pdf(found)
    assert document.startswith(b"%PDF-")
    assert b"/Subtype /Image" not in document
    assert b"/MediaBox [ 0 0 1280 720 ]" in document
    drawn = streams(document)
    assert drawn.count(b"BT\n") + drawn.count(b"BT ") >= sum(len(words.lines) for words in words_of(found))
    assert b"/FontFile2" in document, "a font that can be searched and copied from"
    assert b"/ToUnicode" in document


def test_the_link_leads_somewhere_in_a_pdf():
    document = still.pdf(plate("2012", (1280, 720)))
    assert LINK.encode() in document.replace(b"\\", b"")
    assert b"/URI" in document


def test_a_pdf_states_title_and_subject_and_no_time():
    found = plate("2012", (1280, 720))
    document = still.pdf(found)
    assert b"/Title" in document
    assert b"/Subject" in document
    assert b"CreationDate" not in document
    assert document == still.pdf(found)


def test_the_year_stands_in_the_still_as_it_is_said():
    (year,) = named(plate("2012"), "Year")
    assert year.lines == ("2012",)
    assert ENGLISH.day(plate("2012").day) == "31 December 2012"
