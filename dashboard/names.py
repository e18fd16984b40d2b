"""What a state is called, per language: CLDR's names through Babel, with a short table of overrides."""

from __future__ import annotations

from functools import cache

from babel import Locale
from babel.core import get_global

from membership_data import iso

OVERRIDES: dict[tuple[str, str], str] = {
    # CLDR has the form of Moscow's 1995 list; the state's own form in Russian is this one.
    ("ru", "KGZ"): "Кыргызстан",
    # Not assigned by ISO 3166-1, so unknown to CLDR by alpha-3 code.
    ("en", "XKX"): "Kosovo",
    ("ru", "XKX"): "Косово",
}


@cache
def country(code: str, language: str = "en") -> str:
    """Name of the state with this ISO 3166-1 alpha-3 code; KeyError names a code that CLDR lacks."""
    override = OVERRIDES.get((language, code))
    if override:
        return override
    alias = get_global("territory_aliases").get(code)
    if code not in iso.ASSIGNED or not alias:
        raise KeyError(f"{code}: no country name in CLDR for this code; expected ISO 3166-1 alpha-3")
    return Locale.parse(language).territories[alias[0]]
