"""TODO organisation."""

from __future__ import annotations

from functools import cache

from markupsafe import Markup

from dashboard.atlas import Atlas
from dashboard.view import View


def today(atlas: Atlas, shown: View) -> Markup:
    """What depends on the day."""
    return Markup("")


@cache
def whole(atlas: Atlas, country: str) -> Markup:
    """What does not."""
    return Markup('<div class="csto-story"></div>')
