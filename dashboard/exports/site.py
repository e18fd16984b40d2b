"""The map as a folder of files for any web server: `python -m dashboard.exports.site FOLDER [--link URL]`.

`index.html` and a page for each language have names that stay. Beside them stands, for each change and language, a page
that opens on it and its picture, under names with a fingerprint of their content: they may be kept for ever, and what
is pinned shows for ever what it showed. `manifest.json` lists them. Every page is there packed as well (`.gz`).
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from dashboard import atlas, view
from dashboard.atlas import Atlas
from dashboard.exports import html, picture, still
from dashboard.words import DEFAULT, LOCALES

SIZE = (1280, 720)
"""Of the pictures, in pixels."""


def build(folder: Path, link: str = "") -> list[str]:
    """Writes the site into a folder that is empty or new; returns the names of its files, packed ones left out.

    `link` is where the live dashboard is, if there is one. Raises OSError where a file cannot be written.
    """
    written: list[str] = []
    pinned: dict[str, dict[str, dict[str, str]]] = {}
    for language in LOCALES:
        loaded = atlas.load(language)
        page = html.build(loaded.timeline, loaded.shapes, loaded.words, view.default(loaded.timeline), "", link)
        names = [f"{language}.html", *(["index.html"] if language == DEFAULT else [])]
        written += [_write(folder, name, page) for name in names]
        pinned[language] = {}
        for year in loaded.timeline.stops:
            made = {kind: (_named(f"{language}/{year}", kind, content), content)
                    for kind, content in _pinned(loaded, year, link)}  # fmt: skip
            files = {kind: _write(folder, name, content) for kind, (name, content) in made.items()}
            pinned[language][str(year)] = files
            written += files.values()
    data = atlas.load().timeline.data
    manifest = {"version": data.version, "checked_on": data.checked_on.isoformat(), "pinned": pinned}
    return [*written, _write(folder, "manifest.json", json.dumps(manifest, indent=1).encode())]


def _pinned(loaded: Atlas, year: int, link: str) -> Iterator[tuple[str, bytes]]:
    """The page that opens on a year, and its picture."""
    shown = replace(view.default(loaded.timeline), year=year)
    parts = (loaded.timeline, loaded.shapes, loaded.words, shown)
    yield "html", html.build(*parts, "", link)
    yield "png", still.png(picture.of(*parts, "light", *SIZE, link))


def _named(stem: str, kind: str, content: bytes) -> str:
    return f"{stem}.{hashlib.sha256(content).hexdigest()[:12]}.{kind}"


def _write(folder: Path, name: str, content: bytes) -> str:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    if path.suffix != ".png":
        path.with_name(f"{path.name}.gz").write_bytes(gzip.compress(content, 9, mtime=0))
    return name


def main() -> int:
    """Writes the site; returns the exit code, 2 where it cannot be written."""
    parser = argparse.ArgumentParser(prog="python -m dashboard.exports.site", description=__doc__)
    parser.add_argument("folder", metavar="FOLDER", type=Path, help="a folder that is empty or new")
    parser.add_argument("--link", metavar="URL", default="", help="where the live dashboard is, if there is one")
    options = parser.parse_args()
    try:
        if options.folder.exists() and any(options.folder.iterdir()):
            print(f"{options.folder} is not empty; expected an empty folder or a new one", file=sys.stderr)
            return 2
        names = build(options.folder, options.link)
    except (OSError, ValueError) as problem:
        print(f"{options.folder}: the site cannot be written: {problem}", file=sys.stderr)
        return 2
    except atlas.BROKEN as problem:
        print(problem, file=sys.stderr)
        return 1
    print(f"{len(names)} files in {options.folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
