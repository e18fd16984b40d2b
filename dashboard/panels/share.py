"""Share: the view on screen as a link, a citation, a frame for another page, and files to take away."""

from __future__ import annotations

from typing import NamedTuple

import segno
import streamlit as st
from markupsafe import Markup

from dashboard import view
from dashboard.atlas import Atlas, once
from dashboard.panels import cite, embed, link
from dashboard.view import View

PREVIEW = (640, 360)
"""Pixels of the picture that shows what is shared."""


class File(NamedTuple):
    """A line of the list: what a reader gets, for what it is good, and what the address of the file says."""

    title: str
    use: str
    kind: str
    fields: dict[str, str]


def draw(atlas: Atlas, shown: View) -> None:
    """Writes the panel for the view on screen; every part of it follows when the view changes."""
    words, base = atlas.words, f"{(st.context.url or '').rstrip('/')}/"
    usual = view.default(atlas.timeline)
    theme = shown.theme or st.context.theme.type or "light"
    there = link.address(atlas, shown, base)
    parts = (
        _preview(atlas, shown, theme),
        cite.section(words.text("Link"), _link(atlas, there)),
        cite.section(words.text("Files of this view"), _files(atlas, shown, theme, _single(atlas))),
        cite.section(words.text("Files of all changes"), _files(atlas, usual, theme, _whole(atlas))),
        cite.section(words.text("In a page of your own"), embed.frames(atlas, shown, base)),
        cite.section(words.text("Cite"), _citation(atlas, shown, there)),
    )
    whole = Markup('<div class="csto-story csto-share"><h2>{}</h2>{}</div>')
    st.html(whole.format(words.text("Share"), Markup("").join(parts)))


def _preview(atlas: Atlas, shown: View, theme: str) -> Markup:
    width, height = PREVIEW
    source = link.made(atlas, shown, "png", theme=theme, size=f"{width}x{height}", inline="1")
    return Markup('<img class="csto-preview" src="{}" width="{}" height="{}" alt="{}">').format(
        source, width, height, atlas.words.text("What is shared: {sentence}", sentence=link.said(atlas, shown))
    )


def _link(atlas: Atlas, there: str) -> Markup:
    code = segno.make(there, error="m", micro=False).svg_data_uri(scale=4, border=4, dark="#000", light="#fff")
    return Markup('<p class="csto-copy"><code>{}</code></p><img class="csto-code" src="{}" alt="{}">').format(
        there, code, atlas.words.text("QR code of the link")
    )


def _files(atlas: Atlas, shown: View, theme: str, files: tuple[File, ...]) -> Markup:
    items = Markup("").join(_file(atlas, shown, theme, file) for file in files)
    return Markup('<ul class="csto-files">{}</ul>').format(items)


def _file(atlas: Atlas, shown: View, theme: str, file: File) -> Markup:
    """A link that makes the file; the map's script shows how it goes, and how large the file is."""
    themed = {} if file.kind in ("html", "csv", "geojson") else {"theme": theme}
    target = link.made(atlas, shown, file.kind, **themed, **file.fields)
    return Markup('<li><a class="csto-make" href="{}" download>{}</a> <small>{}</small></li>').format(
        target, file.title, file.use
    )


@once
def _single(atlas: Atlas) -> tuple[File, ...]:
    text = atlas.words.text
    return (
        File(text("Slide (PPTX)"), text("editable: shapes, text and notes"), "pptx", {}),
        File(text("Picture (PNG)"), "1920 × 1080", "png", {}),
        File(text("Large picture (PNG)"), "3840 × 2160", "png", {"size": "3840x2160"}),
        File(text("Drawing (SVG)"), text("text stays text, one element for each state"), "svg", {}),
        File(text("Print (PDF)"), text("vectors, one page"), "pdf", {}),
        File(text("Offline page (HTML)"), text("one file: slider, clicks and tour without a network"), "html", {}),
        File(text("States (GeoJSON)"), text("boundaries and statuses on this day"), "geojson", {}),
    )


@once
def _whole(atlas: Atlas) -> tuple[File, ...]:
    text, paper = atlas.words.text, {"suffix": "pdf", "size": "1754x1240"}
    return (
        File(text("Deck (PPTX)"), text("a slide for each change, the operation, sources"), "pptx", {"years": "stops"}),
        File(text("Hand-out (PDF)"), text("all changes on one page of A4"), "grid", paper),
        File(text("Hand-out (PPTX)"), text("the same as one slide"), "grid", {"suffix": "pptx"}),
        File(text("Animation (GIF)"), "1280 × 720", "gif", {}),
        File(text("Film (MP4)"), text("where the server has ffmpeg"), "mp4", {}),
        File(text("Country-years (CSV)"), text("every state in every year"), "csv", {}),
    )


def _citation(atlas: Atlas, shown: View, there: str) -> Markup:
    words, data = atlas.words, atlas.timeline.data
    day, checked = words.day(shown.shown(atlas.timeline)), words.day(data.checked_on)
    text = words.text(
        "CSTO through time: {day}. Data {version}, checked {checked}. {licence}. {link}",
        day=day, version=data.version, checked=checked, licence=data.licence.name, link=there,
    )  # fmt: skip
    entry = "\n".join(
        (
            "@misc{csto-through-time,",
            f"  title = {{CSTO through time: {day}}},",
            f"  year = {{{data.checked_on.year}}},",
            f"  note = {{Data {data.version}, checked {data.checked_on}, {data.licence.name}}},",
            f"  url = {{{there}}}",
            "}",
        )
    )
    hint = words.text("Add the day you looked at it.")
    said = Markup('<p class="csto-copy">{}</p><pre class="csto-copy" tabindex="0">{}</pre><p class="csto-quiet">{}</p>')
    return said.format(text, entry, hint)
