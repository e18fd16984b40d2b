"""What to paste into another page so that it shows the map: frames, each with a still for where none may stand."""

from __future__ import annotations

from urllib.parse import urlencode

from markupsafe import Markup, escape

from dashboard import offprint, view
from dashboard.atlas import Atlas
from dashboard.exports import order
from dashboard.panels import link
from dashboard.view import View

SIZE = (960, 540)
"""Of a frame, in CSS pixels; whoever pastes one may change both numbers."""
ALLOWED = Markup(' sandbox="allow-scripts allow-popups" allow="fullscreen"')
"""What the offline page needs of the page around it: its own scripts, and its links in a tab of their own."""


def frames(atlas: Atlas, shown: View, base: str) -> Markup:
    """The snippets for a view as texts to copy, each with what it is good for."""
    words = atlas.words
    live = link.address(atlas, shown, base)
    embedded = f"{live}{'&' if '?' in live else '?'}embed=true"
    said = {name: value for name, value in view.write(shown, atlas.timeline).items() if name in order.SHOWN}
    place = f"#{urlencode(said)}" if said else ""
    newest, pinned = (
        f"{base}{offprint.address(version, words.language)}{place}" for version in ("", atlas.timeline.data.version)
    )
    snippets = (
        (words.text("The live app, with all its pages behind it"), embedded, Markup("")),
        (words.text("The map alone, always of the newest records: a file, for an article many read"), newest, ALLOWED),
        (words.text("The same, of the records as they are now ({version})", version=atlas.timeline.data.version),
         pinned, ALLOWED),
    )  # fmt: skip
    return Markup("").join(_snippet(atlas, shown, base, *snippet) for snippet in snippets)


def _snippet(atlas: Atlas, shown: View, base: str, use: str, source: str, attributes: Markup) -> Markup:
    """A frame as text: a page that takes frames out, or runs no script, is left with the still in it."""
    width, height = SIZE
    still = base + link.made(atlas, shown, "png", size=f"{width}x{height}", inline="1")
    frame = Markup(
        '<iframe src="{}" title="{}" width="{}" height="{}"{} loading="lazy" style="border:0;max-width:100%">\n'
        '  <a href="{}"><img src="{}" alt="{}" width="{}" height="{}"></a>\n</iframe>'
    ).format(
        source, atlas.words.text("CSTO through time"), width, height, attributes,
        link.address(atlas, shown, base), still, link.said(atlas, shown), width, height,
    )  # fmt: skip
    return Markup('<p>{}</p><pre class="csto-copy" tabindex="0">{}</pre>').format(use, escape(str(frame)))
