"""The texts of a picture as text boxes of a slide: in Arial, broken where the picture breaks them."""

from __future__ import annotations

from dashboard.exports import markup, metrics
from dashboard.exports.plate import LEADING, Words
from dashboard.exports.shape import colour, position, solid

FONT = "Arial"
"""On every machine that has an Office; whoever has not gets a font of the same widths."""
ASCENT = 0.905
"""From the top of a box to its first baseline, in sizes of the type: Arial's own."""
SINGLE = 1.149
"""From one baseline to the next at single spacing, in sizes of the type: Arial's own."""
HALO = 0.12
"""Radius of a halo, in sizes of the type."""
CHIP = 0.75
"""How much a chip hides of the pattern under a text."""
NARROW = 0.86
"""Width of a text in Arial to that in the font that is measured, as near as a chip has to be."""
SLACK = 1.04
"""Width of a box to that of its text in the wider font that is measured: no line breaks by itself."""


def box(item: Words, slack: float = SLACK) -> tuple[float, float, float, float]:
    """Left, top, width and height of a text's box, in pixels."""
    width = slack * max(metrics.width(markup.allowed(line), item.size, item.bold) for line in item.lines)
    left = item.x - {"start": 0.0, "middle": 0.5, "end": 1.0}[item.align] * width
    return left, item.y - ASCENT * item.size, width, len(item.lines) * LEADING * item.size


def words(
    item: Words, number: int, scale: float, click: str = "", title: bool = False, chip: bool = False
) -> str:
    """A text box; `title` makes it the slide's title, by which outlines and screen readers know the slide.

    Not every program draws a halo: on a pattern the box is filled in its colour too, as a `chip`.

    A link belongs to the box: in the text it would take a colour of the theme. All that a master could set is set.
    """
    fill = solid(item.halo, CHIP) if chip else "<a:noFill/>"
    placed = position(*(round(length * scale) for length in box(item, NARROW if chip else SLACK)))
    body = _BODY.replace("square", "none") if chip else _BODY
    kind = "<p:cNvSpPr/><p:nvPr><p:ph type=\"title\"/></p:nvPr>" if title else '<p:cNvSpPr txBox="1"/><p:nvPr/>'
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name={markup.quoted(item.name)}>{click}</p:cNvPr>{kind}</p:nvSpPr>'
        f'<p:spPr>{placed}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{fill}<a:ln><a:noFill/></a:ln>'
        f"<a:effectLst/></p:spPr><p:txBody>{body}<a:lstStyle/><a:p>{_paragraph(item)}{_runs(item, scale)}</a:p>"
        "</p:txBody></p:sp>"
    )


_BODY = (
    '<a:bodyPr rot="0" spcFirstLastPara="0" vertOverflow="overflow" horzOverflow="overflow" vert="horz" wrap="square" '
    'lIns="0" tIns="0" rIns="0" bIns="0" numCol="1" rtlCol="0" anchor="t" anchorCtr="0"><a:noAutofit/></a:bodyPr>'
)


def _paragraph(item: Words) -> str:
    side = {"start": "l", "middle": "ctr", "end": "r"}[item.align]
    spacing = round(LEADING / SINGLE * 100_000) if len(item.lines) > 1 else 100_000
    return (
        f'<a:pPr marL="0" marR="0" lvl="0" indent="0" algn="{side}" defTabSz="914400" rtl="0" eaLnBrk="1" '
        f'fontAlgn="base" hangingPunct="1"><a:lnSpc><a:spcPct val="{spacing}"/></a:lnSpc>'
        '<a:spcBef><a:spcPts val="0"/></a:spcBef><a:spcAft><a:spcPts val="0"/></a:spcAft><a:buNone/></a:pPr>'
    )


def _runs(item: Words, scale: float) -> str:
    style = _style(item, scale)
    breaks = f"<a:br><a:rPr {style}</a:rPr></a:br>"
    return breaks.join(f"<a:r><a:rPr {style}</a:rPr><a:t>{markup.text(line)}</a:t></a:r>" for line in item.lines)


def _style(item: Words, scale: float) -> str:
    """Size in hundredths of a point; the halo is a glow in a literal colour."""
    size = round(item.size * scale / 127)
    radius = round(HALO * item.size * scale)
    glow = f'<a:glow rad="{radius}">{colour(item.halo)}</a:glow>' if item.halo else ""
    return (
        f'sz="{size}" b="{int(item.bold)}" i="0" u="none" strike="noStrike" kern="0" cap="none" spc="0" baseline="0" '
        f'noProof="1" dirty="0"><a:ln><a:noFill/></a:ln>{solid(item.colour)}<a:effectLst>{glow}</a:effectLst>'
        f'<a:latin typeface="{FONT}"/><a:ea typeface="{FONT}"/><a:cs typeface="{FONT}"/>'
    )
