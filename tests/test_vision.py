"""The statuses told apart by every eye and on every wall: simulated colour-vision deficiencies, grey, a pale projector.

Near to, a fill is its colours: ground, ink of the pattern, and the outline where it has one; what has stripes of a
colour that the other lacks is told apart by them. From afar it is the mean of ground and ink. Two fills are as far
apart as the better of the two makes them. Distances are those of CAM02-UCS, in which 1 is about what an eye can just
see side by side.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from itertools import combinations

import numpy as np
import pytest
from colorspacious import cspace_convert, deltaE

from dashboard import palette
from dashboard.exports import hatch

Colour = np.ndarray
Eye = Callable[[Colour], Colour]
THEMES = ("light", "dark")
PAIRS = list(combinations(palette.STATUS, 2))
PALE = 0.12
"""White that a lit room adds to every colour on the wall, of the lamp's own white."""


def decoded(colour: Colour) -> Colour:
    """Linear light of an sRGB colour, 0 to 1."""
    return np.where(colour <= 0.04045, colour / 12.92, ((colour + 0.055) / 1.055) ** 2.4)


def encoded(light: Colour) -> Colour:
    """The sRGB colour of linear light, 0 to 1."""
    return np.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)


def normal(colour: Colour) -> Colour:
    return colour


def without(cone: str) -> Eye:
    """An eye without a kind of cones, as Machado et al. (2009) simulate it at severity 1."""
    space = {"name": "sRGB1+CVD", "cvd_type": f"{cone}anomaly", "severity": 100}
    return lambda colour: np.clip(cspace_convert(colour, space, "sRGB1"), 0, 1)


def grey(colour: Colour) -> Colour:
    """A copy without colour, of the same luminance."""
    return encoded(np.full(3, decoded(colour) @ (0.2126, 0.7152, 0.0722)))


def projected(colour: Colour) -> Colour:
    """On a wall that is not dark."""
    return encoded(decoded(colour) * (1 - PALE) + PALE)


EYES: dict[str, Eye] = {
    "normal": normal,
    "protanopia": without("prot"),
    "deuteranopia": without("deuter"),
    "tritanopia": without("trit"),
    "grey": grey,
}
ON_A_WALL: dict[str, Eye] = {
    f"{name}, projected": lambda one, eye=eye: eye(projected(one)) for name, eye in EYES.items()
}


def colour(shade: palette.Shade, theme: str) -> Colour:
    """A shade in a theme, as sRGB from 0 to 1."""
    return np.array(list(bytes.fromhex(getattr(shade, theme)[1:]))) / 255


def near(status: str, theme: str) -> list[Colour]:
    """The colours of a fill."""
    fill = palette.STATUS[status]
    outlines = [palette.OBSERVER_OUTLINE] if status == "observer" else []
    return [colour(shade, theme) for shade in (fill.ground, fill.ink, *outlines)]


def afar(status: str, theme: str) -> Colour:
    """The mean of a fill's ground and ink, by the share of the tile that the ink takes."""
    fill = palette.STATUS[status]
    tile = hatch.TILES.get(fill.kind)
    share = (np.prod(tile.band) + np.pi * tile.radius**2) / tile.size**2 if tile else 0
    ground, ink = (decoded(colour(shade, theme)) for shade in (fill.ground, fill.ink))
    return encoded(ground * (1 - share) + ink * share)


def distance(one: Colour, other: Colour, eye: Eye) -> float:
    return float(deltaE(eye(one), eye(other), input_space="sRGB1"))


@cache
def apart(one: str, other: str, theme: str, eye: Eye) -> float:
    """How far apart two fills are to an eye."""
    table = np.array([[distance(a, b, eye) for b in near(other, theme)] for a in near(one, theme)])
    from_afar = distance(afar(one, theme), afar(other, theme), eye)
    return max(from_afar, table.min(axis=0).max(), table.min(axis=1).max())


# The figures

FLOOR = 10
"""Distance at which two fills are told apart without a look at their patterns."""
LEAST = 6.5
RESTS = {
    ("frozen", "signatory"): "wide stripes aslant, thin lines across",
    ("frozen", "suspended"): "stripes aslant, one way and the other",
    ("frozen", "former"): "stripes, dots",
    ("signatory", "former"): "lines, dots",
    ("suspended", "former"): "stripes, dots",
}
"""Pairs that come closer in grey or on a wall, and what then tells them apart."""

in_every_theme = pytest.mark.parametrize("theme", THEMES)
to_every_eye = pytest.mark.parametrize("eye", [*EYES, *ON_A_WALL])


def test_distances_are_those_of_the_eye_named():
    red, green = np.array([0.8, 0.1, 0.1]), np.array([0.1, 0.5, 0.1])
    assert distance(red, green, EYES["deuteranopia"]) < distance(red, green, normal) / 2
    assert distance(red, green, EYES["tritanopia"]) > distance(red, green, EYES["deuteranopia"])
    assert distance(red, green, projected) < distance(red, green, normal)
    assert np.ptp(grey(red)) == 0


@in_every_theme
@to_every_eye
@pytest.mark.parametrize("pair", [pair for pair in PAIRS if pair not in RESTS], ids="-".join)
def test_two_statuses_are_told_apart_by_colour(pair, eye, theme):
    assert apart(*pair, theme, (EYES | ON_A_WALL)[eye]) >= FLOOR


@in_every_theme
@to_every_eye
@pytest.mark.parametrize("pair", RESTS, ids="-".join)
def test_two_statuses_that_rest_on_their_patterns_have_different_ones_and_still_differ(pair, eye, theme):
    assert apart(*pair, theme, (EYES | ON_A_WALL)[eye]) >= LEAST
    one, other = (palette.STATUS[status].kind for status in pair)
    assert "solid" not in (one, other)
    assert hatch.TILES[one] != hatch.TILES[other]


@in_every_theme
@pytest.mark.parametrize("name", ["normal", "protanopia", "deuteranopia", "tritanopia"])
def test_in_colour_and_near_to_no_pair_needs_its_pattern(name, theme):
    assert min(apart(*pair, theme, EYES[name]) for pair in PAIRS) >= FLOOR


@in_every_theme
@pytest.mark.parametrize(("text", "floor"), [(palette.INK, 4.5), (palette.ACCENT, 3), (palette.QUIET, 2.8)])
def test_text_can_be_read_on_a_wall_that_is_not_dark(text, floor, theme):
    ink, paper = (
        decoded(projected(colour(shade, theme))) @ (0.2126, 0.7152, 0.0722) for shade in (text, palette.PAPER)
    )
    assert (max(ink, paper) + 0.05) / (min(ink, paper) + 0.05) >= floor


@in_every_theme
def test_the_rim_of_the_focus_is_seen_against_its_core_the_land_and_the_sea(theme):
    rim = decoded(colour(palette.ACCENT, theme)) @ (0.2126, 0.7152, 0.0722)
    for ground in (palette.PAPER, palette.LAND, palette.SEA):
        beside = decoded(colour(ground, theme)) @ (0.2126, 0.7152, 0.0722)
        assert (max(rim, beside) + 0.05) / (min(rim, beside) + 0.05) >= 3
