"""What the app serves from its own origin: the map's scripts, styles, geometry and scenes, and files to take away."""

from __future__ import annotations

import gzip
import hashlib
import json
from dataclasses import dataclass
from functools import cached_property

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

ROUTE = "/csto/{name}"
HEADERS = {
    "Cache-Control": "public, max-age=31536000, immutable",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
}
TYPES = {"js": "text/javascript", "css": "text/css", "json": "application/json"}
KEPT = 64 * 2**20
"""Bytes on offer, after which the oldest go: the records may change often while the app runs."""
DOWNLOADS = {"zip": "application/zip", "geojson": "application/geo+json", "csv": "text/csv"}
"""Kinds that a browser saves and never shows; it asks for one only when its reader does."""


@dataclass(frozen=True)
class Asset:
    """A file of the app's own, named by its content, so that a browser may keep it for ever."""

    stem: str
    kind: str
    body: bytes
    early: bool = True
    """Every reader needs it; one that is not early is asked for when its reader first does."""

    @cached_property
    def name(self) -> str:
        """File name with the content's fingerprint."""
        return f"{self.stem}.{hashlib.sha256(self.body).hexdigest()[:12]}.{self.kind}"

    @cached_property
    def packed(self) -> bytes:
        """The body gzipped, once."""
        return gzip.compress(self.body, 9, mtime=0)

    @cached_property
    def headers(self) -> dict[str, str]:
        """What is said of the asset beside its type: how long it keeps, and the name to save a download under."""
        saved = {"Content-Disposition": f'attachment; filename="{self.stem}.{self.kind}"'}
        return HEADERS | {"Vary": "Accept-Encoding"} | (saved if self.kind in DOWNLOADS else {})

    @property
    def address(self) -> str:
        """Address as seen from the page, which works below any base path."""
        return ROUTE.format(name=self.name).lstrip("/")

    @property
    def link(self) -> str:
        """Address as seen from a component's document, which works below any base path."""
        return f"../..{ROUTE.format(name=self.name)}"


def text(stem: str, kind: str, content: str) -> Asset:
    """A script or a style."""
    return Asset(stem, kind, content.encode())


def document(stem: str, content: object, early: bool = True) -> Asset:
    """A JSON document."""
    return Asset(stem, "json", json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode(), early)


class Shelf:
    """The assets on offer, by name. Older names stay for a page that holds one, as far as `KEPT` reaches."""

    def __init__(self) -> None:
        self._assets: dict[str, Asset] = {}

    def put(self, asset: Asset) -> Asset:
        """Offers an asset, as the newest of all, and hands it back."""
        kept = self._assets.pop(asset.name, asset)
        # Made anew, for others read it meanwhile.
        assets, held = {**self._assets, kept.name: kept}, 0
        for name in reversed([*assets]):
            held += len(assets[name].body)
            if held > KEPT and name != kept.name:
                del assets[name]
        self._assets = assets
        return kept

    def names(self) -> list[str]:
        """File names of what every reader needs, in the order in which it was offered: the newest of each stem."""
        early = [asset for asset in self._assets.values() if asset.early and asset.kind in TYPES]
        return list({(asset.stem, asset.kind): asset.name for asset in early}.values())

    async def serve(self, request: Request) -> Response:
        """The asset of the address, gzipped where the browser takes it; 404 in words otherwise."""
        asset = self._assets.get(request.path_params["name"])
        if asset is None:
            return PlainTextResponse("No such file. Reload the page.", status_code=404)
        kind = (TYPES | DOWNLOADS)[asset.kind]
        if "gzip" not in request.headers.get("accept-encoding", ""):
            return Response(asset.body, media_type=kind, headers=asset.headers)
        return Response(asset.packed, media_type=kind, headers=asset.headers | {"Content-Encoding": "gzip"})

    def routes(self) -> list[Route]:
        """The routes to add to the app."""
        return [Route(ROUTE, self.serve)]


SHELF = Shelf()
