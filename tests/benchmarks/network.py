"""Answers for the content networks that Folium's own page links to: the same files, from their npm packages.

There may be no network where this runs. The files come from the disk, without any delay, which flatters the usual
way: its readers wait for them. A file of no package here, and every file where npm cannot be asked, is empty.
"""

from __future__ import annotations

import re
import subprocess
import tarfile
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from playwright.sync_api import Route
from xstatic.pkg import leaflet

PACKAGES = ("leaflet@1.9.3", "jquery@3.7.1", "bootstrap@5.2.2", "@fortawesome/fontawesome-free@6.2.0")
ELSEWHERE = {
    "jquery-3.7.1.min.js": "jquery@3.7.1/dist/jquery.min.js",
    "leaflet.awesome-markers.js": "leaflet.awesome-markers@2.0.4/dist/leaflet.awesome-markers.js",
    "leaflet.awesome-markers.css": "leaflet.awesome-markers@2.0.4/dist/leaflet.awesome-markers.css",
}
"""Files that are not on jsDelivr, whose addresses name package, version and path."""


def answer(route: Route) -> None:
    """Fulfils a request for a file of a content network."""
    address = route.request.url
    path = found(address)
    if path:
        route.fulfill(path=path)
    else:
        route.fulfill(body="", content_type="text/css" if address.endswith(".css") else "text/javascript")


def found(address: str) -> Path | None:
    """The file behind an address, from its package; Leaflet from the installed one where npm cannot be asked."""
    name = address.rsplit("/", 1)[-1]
    wanted = ELSEWHERE.get(name) or address.partition("/npm/")[2]
    match = re.fullmatch(r"(@?[^@]+@[\d.]+)/(.+)", wanted)
    if match:
        folder = package(match[1])
        if folder and (folder / match[2]).is_file():
            return folder / match[2]
    installed = Path(leaflet.BASE_DIR, name)
    return installed if installed.is_file() else None


@cache
def package(name: str) -> Path | None:
    """The unpacked npm package, `name@version`; None where npm is not there or does not find it."""
    folder = Path(mkdtemp(prefix="benchmark-"))
    try:
        subprocess.run(["npm", "pack", name, "--silent"], cwd=folder, check=True, capture_output=True, timeout=120)
    except (OSError, subprocess.SubprocessError):
        return None
    with tarfile.open(next(folder.glob("*.tgz"))) as packed:
        packed.extractall(folder, filter="data")
    return folder / "package"


def complete() -> bool:
    """Whether the usual way's page gets its own files; fetches them now, not in the middle of a measurement."""
    return all(package(name) for name in (*PACKAGES, ELSEWHERE["leaflet.awesome-markers.js"].partition("/")[0]))
