"""Every colour and pattern of the product, light and dark, in one place.

In is teal, out is ochre, an observer is violet dots: none of them the colour of a party to any
dispute. The pairs were chosen for the largest worst-case CIEDE2000 distance over normal vision,
three simulated colour-vision deficiencies (Machado et al. 2009, severity 1) and greyscale; where
two fills come close, the pattern tells them apart.
"""

from __future__ import annotations

from typing import NamedTuple


class Shade(NamedTuple):
    """One colour in its light and its dark form, as `#RRGGBB`."""

    light: str
    dark: str


class Pattern(NamedTuple):
    """A fill: `kind` (solid, stripe, counter, lines, dots, dense), its ground and its ink."""

    kind: str
    ground: Shade
    ink: Shade


LAND = Shade("#ECEBE7", "#2B3036")
SEA = Shade("#F6F8F9", "#14171B")
COAST = Shade("#C9C8C3", "#454C54")
BORDER = Shade("#4A5057", "#AEB6BE")
INK = Shade("#14181C", "#F2F4F6")
QUIET = Shade("#565D64", "#A4ABB3")
PAPER = Shade("#FFFFFF", "#1B1F24")
ACCENT = Shade("#0E635C", "#43D6C4")

_MEMBER = Shade("#0E635C", "#43D6C4")

STATUS: dict[str, Pattern] = {
    "member": Pattern("solid", _MEMBER, _MEMBER),
    "frozen": Pattern("stripe", Shade("#CFE6E2", "#20504B"), _MEMBER),
    "signatory": Pattern("lines", Shade("#77B3A7", "#37716A"), Shade("#0E635C", "#8FE3D7")),
    "suspended": Pattern("counter", Shade("#B06A2B", "#DC9A4E"), Shade("#F2D9BD", "#5A3A16")),
    "former": Pattern("dots", Shade("#E7BC78", "#947041"), Shade("#8A5A1E", "#D8B27C")),
    "observer": Pattern("dense", LAND, Shade("#9B89BD", "#9E86C3")),
    "none": Pattern("solid", LAND, LAND),
}
"""Fill by status. Signatory and former fail 3:1 against the land as fills; their border carries it."""

TINT: dict[str, Shade] = {
    "member": Shade("#C3D8D5", "#2B5550"),
    "frozen": Shade("#C3D8D5", "#2B5550"),
    "signatory": Shade("#DDECE9", "#2A4441"),
}
"""Pale fills of the states that are counted in, where outlines of areas or lines of an operation speak."""

OBSERVER_OUTLINE = Shade("#6F5A99", "#B7A3D6")

AREA: dict[str, Shade] = {
    "east_european": Shade("#32408E", "#9C87CB"),
    "caucasus": Shade("#AA3D5C", "#E396A1"),
    "central_asian": Shade("#8C851A", "#E2E166"),
}
AREA_DASH: dict[str, str] = {"east_european": "", "caucasus": "10 4", "central_asian": "2 4"}
"""Line style of an area's outline, as an SVG dash array; the second channel beside its colour."""
SERIES = (
    _MEMBER, STATUS["suspended"].ground, OBSERVER_OUTLINE, AREA["caucasus"], AREA["central_asian"],
    AREA["east_european"],
)  # fmt: skip
"""Colours of a chart's series, in their order: those of the map."""


def variables() -> str:
    """CSS custom properties for every colour, each a `light-dark()` pair that follows `color-scheme`."""
    pairs = {
        "land": LAND, "sea": SEA, "coast": COAST, "border": BORDER, "ink": INK, "quiet": QUIET,
        "paper": PAPER, "accent": ACCENT, "observer-outline": OBSERVER_OUTLINE,
    }  # fmt: skip
    pairs |= {f"{status}-ground": fill.ground for status, fill in STATUS.items()}
    pairs |= {f"{status}-ink": fill.ink for status, fill in STATUS.items()}
    pairs |= {f"{status}-tint": shade for status, shade in TINT.items()}
    pairs |= {f"area-{area}": shade for area, shade in AREA.items()}
    lines = [f"  --{name}: light-dark({shade.light}, {shade.dark});" for name, shade in pairs.items()]
    lines += [f"  --dash-{area}: {dash or 'none'};" for area, dash in AREA_DASH.items()]
    return ":root {\n" + "\n".join(lines) + "\n}\n"
