"""The map as one file: everything in it, nothing asked of any network, opened from disk, stick or server alike.

- The view is in the address behind `#`, with the names and values of the app: `#year=1999&country=UZB`, `layer`, `on`,
  `day`, `marks`, `theme`, `present=1` for a talk, `controls=none` for one locked view.
- In a frame it tells the page around it how high it would like to be, whenever its width changes:
  `{type: "csto-height", height}`, in CSS pixels, by `postMessage`. `sandbox="allow-scripts"` is all that it needs.
- In a frame it takes no key that it is not given: in a deck of slides they stay the deck's until, in a talk, the map is
  clicked; in an article space and Page Down scroll the article.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import minify_html

from dashboard import palette, stance
from dashboard.exports import facts, layout, leaflet
from dashboard.exports.pack import packed
from dashboard.exports.setting import THEMES, Setting
from dashboard.map import bundle, interface, payload
from dashboard.shapes import Shapes
from dashboard.timeline import Timeline
from dashboard.view import PAGES, View
from dashboard.words import Words

HERE = Path(__file__).parent / "page"
SCRIPTS = ("unpack", "address", "card", "page")
STYLES = ("page", "print")
ELSEWHERE = ("bridge", "share")
"""Scripts of the map that only the app has a use for."""
UNUSED = re.compile(r"\.leaflet-(control|popup|bar|oldie|tile|left|right|top|bottom|vml|div-icon)\b|\.lvml")
"""Parts of Leaflet that the map has none of."""
ESCAPES = str.maketrans({sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"})
"""JSON that ends no script and starts no comment, whatever its texts say."""


def build(
    timeline: Timeline, drawn: Shapes, words: Words, view: View, theme: str = "", link: str = ""
) -> bytes:
    """The page, in UTF-8, which opens on the view.

    `theme` is `light`, `dark` or, left empty, the reader's own; `link` is the address of the app, to which the page
    then leads. Raises ValueError for another theme, or a link that leads to no page.
    """
    if theme not in ("", *THEMES):
        raise ValueError(f"theme {theme!r}; expected one of {', '.join(THEMES)}, or none")
    if link and not re.match(r"https?://|\.\./", link):
        raise ValueError(f"link {link!r}; expected an address that begins with https://, or with ../ beside the app")
    setting = Setting(timeline, drawn, words, view, theme or THEMES[0], layout.bare(1))
    # What reads alike stands together: gzip looks back no farther than 32 KB.
    documents = {
        "scene": payload.scenes(timeline, drawn, words),
        "page": _page(setting, theme, link),
        "records": facts.of(timeline, words),
        "marks": payload.small_marks(timeline, words),
        "geometry": packed(payload.geometry(timeline, drawn, words)),
    }
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{words.language}" data-theme="{theme}">',
        *_head(setting),
        "<body>",
        '<div id="map"></div>',
        *_unscripted(setting),
        *(f'<script type="application/json" id="{name}">{_json(value)}</script>' for name, value in documents.items()),
        f"<script>{script()}</script>",
        "</body>",
        "</html>",
    ]
    return "\n".join(lines).encode()


def policy() -> str:
    """The page's Content-Security-Policy: its own script and style, known by their hashes, and nothing else."""
    return (
        f"default-src 'none'; script-src '{_hash(script())}'; style-src '{_hash(style())}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


@cache
def script() -> str:
    """What the page needs of Leaflet, with its licence, the scripts of map and page, and the call that opens it."""
    licence = (HERE / "leaflet-licence.txt").read_text(encoding="utf-8")
    shared = tuple(name for name in bundle.SCRIPTS if name not in ELSEWHERE)
    own = bundle.joined(bundle.HERE / "script", shared, "js") + bundle.joined(HERE, SCRIPTS, "js")
    parts = [_minified("script", source) for source in (leaflet.script(), own)]
    return "\n".join(["/*", f"{licence}*/", *parts, "csto.open();"])


@cache
def style() -> str:
    """Leaflet's style for what the map has of it, the palette, then the styles of the map and of the page, minified."""
    kept = re.sub(r"([^{}]+){([^{}]*)}", _used, re.sub(r"url\((?!#)[^)]*\)", "none", bundle.leaflet("css")))
    own = bundle.joined(bundle.HERE / "style", bundle.STYLES, "css") + bundle.joined(HERE, STYLES, "css")
    return _minified("style", kept + palette.variables() + own)


def _used(rule: re.Match[str]) -> str:
    selectors = [selector for selector in rule[1].split(",") if not UNUSED.search(selector)]
    return f"{','.join(selectors)}{{{rule[2]}}}" if selectors else ""


def _minified(element: str, content: str) -> str:
    whole = minify_html.minify(f"<{element}>{content}</{element}>", minify_js=True, minify_css=True)
    return whole.removeprefix(f"<{element}>").removesuffix(f"</{element}>")


def _hash(content: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}"


def _json(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).translate(ESCAPES)


def _page(setting: Setting, theme: str, link: str) -> dict[str, Any]:
    """What only this page knows: the view it opens on, and the words of its card and its notices."""
    shown = replace(setting.view, page=PAGES[0])
    return {
        "usual": shown.as_dict() | {"labels": True},
        "options": bundle.OPTIONS,
        "link": link,
        "words": interface.alone(setting.timeline, setting.words),
    }


def _head(setting: Setting) -> list[str]:
    words, data = setting.words, setting.timeline.data
    title = words.text("CSTO through time: {dated}", dated=setting.dated)
    about = interface.credit(data, words)
    return [
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{policy()}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{html.escape(title)}</title>",
        f'<meta name="description" content="{html.escape(setting.headline)}">',
        '<meta name="referrer" content="no-referrer">',
        '<link rel="icon" href="data:,">',
        f"<!-- {_comment(about['about'])} {_comment(about['drawn'])} Scripts of the map: MIT License. -->",
        f"<style>{style()}</style>",
        "</head>",
    ]


def _comment(text: str) -> str:
    return html.escape(text).replace("--", "- -")


def _unscripted(setting: Setting) -> list[str]:
    """The view in words, for a reader whose scripts do not run."""
    words = setting.words
    marks = [mark for mark in setting.scene.marks if mark.status != "none"]
    told = [", ".join(filter(None, (f"{mark.name}: {mark.label}", mark.since))) for mark in marks]
    return [
        "<noscript>",
        f"<h1>{html.escape(setting.headline)}</h1>",
        f"<p>{html.escape(setting.dated)}</p>",
        "<ul>",
        *(f"<li>{html.escape(line)}</li>" for line in told),
        "</ul>",
        f"<p>{html.escape(words.text('The map needs scripts, which do not run here.'))}</p>",
        f"<p>{html.escape(stance.disclaimer(words))}</p>",
        f"<p>{html.escape(interface.credit(setting.timeline.data, words)['about'])}</p>",
        "</noscript>",
    ]
