"""What the app serves from its own origin, asked for as a browser does, and the header that asks for it early."""

from __future__ import annotations

import gzip
import json
import re
import sys
from importlib.util import find_spec
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import urljoin

import pytest
import streamlit
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from dashboard import assets, preload
from dashboard.assets import Asset, Shelf
from dashboard.atlas import load
from dashboard.preload import Preload
from tests.asgi import fetch

SCRIPT = assets.text("map", "js", "console.log('Серж')")
STATIC = Path(streamlit.__file__).parent / "static"
COMPONENT_FILE = find_spec("streamlit_folium").origin
COMPONENT = "http://127.0.0.1:8501{base}/component/streamlit_folium.st_folium/index.html"


@pytest.fixture
def shelf() -> Shelf:
    offered = Shelf()
    offered.put(SCRIPT)
    return offered


@pytest.fixture
def app(shelf: Shelf) -> Starlette:
    return Starlette(routes=shelf.routes())


# Names


def test_a_name_is_that_of_the_content():
    assert re.fullmatch(r"map\.[0-9a-f]{12}\.js", SCRIPT.name)
    assert assets.text("map", "js", "console.log('Серж')").name == SCRIPT.name
    assert assets.text("map", "js", "console.log('серж')").name != SCRIPT.name


def test_the_same_content_is_offered_once_and_an_older_name_stays_but_is_not_asked_for_early(app, shelf):
    newer = shelf.put(assets.text("map", "js", "1"))
    assert shelf.put(assets.text("map", "js", "1")) is newer
    assert shelf.names() == [newer.name]
    assert fetch(app, f"/csto/{SCRIPT.name}")[::2] == (200, SCRIPT.body)


def test_what_is_offered_again_is_the_newest(shelf):
    shelf.put(assets.text("map", "js", "1"))
    shelf.put(SCRIPT)
    assert shelf.names() == [SCRIPT.name]


def test_the_oldest_go_when_there_is_too_much_and_the_newest_stays(app, shelf, monkeypatch):
    monkeypatch.setattr(assets, "KEPT", 25)
    first, second, third = (shelf.put(assets.text("scene", "json", letter * 10)) for letter in "abc")
    assert [fetch(app, f"/csto/{asset.name}")[0] for asset in (SCRIPT, first, second, third)] == [404, 404, 200, 200]
    huge = shelf.put(assets.text("geometry", "json", "d" * 30))
    assert shelf.names() == [huge.name]


@pytest.mark.parametrize("base", ["", "/below/another/path"])
def test_a_link_leads_from_the_component_to_the_asset_below_any_base_path(base):
    address = urljoin(COMPONENT.format(base=base), SCRIPT.link)
    assert address == f"http://127.0.0.1:8501{base}/csto/{SCRIPT.name}"


@pytest.mark.parametrize("base", ["", "/below/another/path"])
def test_an_address_leads_from_the_page_to_the_asset_below_any_base_path(base):
    address = urljoin(f"http://127.0.0.1:8501{base}/?page=data", SCRIPT.address)
    assert address == f"http://127.0.0.1:8501{base}/csto/{SCRIPT.name}"


def test_a_document_is_compact_json_in_utf_8():
    asset = assets.document("scene", {"name": "Кыргызстан", "years": [1992, 1993]})
    assert asset.body.decode() == '{"name":"Кыргызстан","years":[1992,1993]}'
    assert asset.name.endswith(".json")


# Answers


def test_an_asset_is_served_with_its_type_and_may_be_kept_for_ever(app):
    status, headers, body = fetch(app, f"/csto/{SCRIPT.name}")
    assert (status, body) == (200, SCRIPT.body)
    assert headers["content-type"] == "text/javascript; charset=utf-8"
    assert headers["cache-control"] == "public, max-age=31536000, immutable"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["content-security-policy"] == "default-src 'none'; frame-ancestors 'none'"
    assert headers["vary"] == "Accept-Encoding"
    assert "content-encoding" not in headers


def test_a_browser_that_takes_gzip_gets_it(app):
    status, headers, body = fetch(app, f"/csto/{SCRIPT.name}", accept_encoding="br, gzip, deflate")
    assert (status, headers["content-encoding"]) == (200, "gzip")
    assert gzip.decompress(body) == SCRIPT.body
    assert int(headers["content-length"]) == len(body)
    assert headers["vary"] == "Accept-Encoding"


@pytest.mark.parametrize(
    ("kind", "type_"),
    [("zip", "application/zip"), ("geojson", "application/geo+json"), ("csv", "text/csv; charset=utf-8")],
)
def test_a_download_is_saved_under_a_name_without_the_fingerprint(app, shelf, kind, type_):
    file = shelf.put(Asset("states", kind, b"body"))
    for headers in ({}, {"accept_encoding": "gzip"}):
        status, answered, _ = fetch(app, f"/csto/{file.name}", **headers)
        assert (status, answered["content-type"]) == (200, type_)
        assert answered["content-disposition"] == f'attachment; filename="states.{kind}"'
        assert answered["cache-control"] == "public, max-age=31536000, immutable"


def test_what_the_map_loads_is_no_download(app):
    assert "content-disposition" not in fetch(app, f"/csto/{SCRIPT.name}")[1]


def test_gzip_is_the_same_every_time():
    assert assets.text("map", "js", "1").packed == assets.text("map", "js", "1").packed


@pytest.mark.parametrize("name", ["map.000000000000.js", "map.js", "..%2Fapp.py", "%00", "app.py"])
def test_an_unknown_name_is_answered_in_words_and_not_kept(app, name):
    status, headers, body = fetch(app, f"/csto/{name}")
    assert (status, body) == (404, b"No such file. Reload the page.")
    assert "cache-control" not in headers


@pytest.mark.parametrize("path", ["/csto/", "/csto/../dashboard/app.py", "/csto/a/b"])
def test_nothing_beside_the_shelf_can_be_reached(app, path):
    assert fetch(app, path)[0] == 404


def test_nothing_can_be_sent_to_the_shelf(app):
    assert fetch(app, f"/csto/{SCRIPT.name}", "POST")[0] == 405


def test_the_map_asks_for_two_texts_and_two_documents_that_are_all_on_offer():
    links = load().links
    served = Starlette(routes=assets.SHELF.routes())
    for link in (links.script, links.style, links.geometry, links.scene):
        status, headers, body = fetch(
            served, urljoin(COMPONENT.format(base=""), link).removeprefix("http://127.0.0.1:8501")
        )
        assert (status, bool(body)) == (200, True)
        assert "json" not in headers["content-type"] or json.loads(body)


# The header that has the browser ask early


async def page(request: object) -> PlainTextResponse:
    return PlainTextResponse("a page")


@pytest.fixture
def site(shelf: Shelf) -> Starlette:
    return Starlette(
        routes=[*shelf.routes(), Route("/", page), Route("/below/", page), Route("/_stcore/health", page)],
        middleware=[Middleware(Preload, names=shelf.names)],
    )


@pytest.mark.parametrize("path", ["/", "/below/"])
def test_the_page_names_what_the_map_needs(site, path):
    _, headers, body = fetch(site, path)
    assert body == b"a page"
    named = headers["link"].split(", ")
    wanted = [f"<./csto/{SCRIPT.name}>; rel=prefetch", *preload.frame(), *preload.parts()]
    assert len(named) > 10
    assert named == wanted[: len(named)]


def test_a_proxy_has_room_for_the_header_and_what_is_first_is_in_it():
    entries = [f"<./csto/{number}.js>; rel=prefetch" for number in range(1000)]
    named = preload.header(entries)
    assert preload.ROOM - 60 < len(named) <= preload.ROOM
    assert named.split(", ") == entries[: named.count(",") + 1]
    assert preload.header([]) == ""


@pytest.mark.parametrize("path", ["/_stcore/health", f"/csto/{SCRIPT.name}", "/nowhere"])
def test_nothing_else_has_the_header(site, path):
    assert "link" not in fetch(site, path)[1]


def test_what_is_offered_later_is_named_too(site, shelf):
    later = shelf.put(assets.text("map", "css", "svg {}"))
    assert f"<./csto/{later.name}>; rel=prefetch" in fetch(site, "/")[1]["link"]


def test_a_download_is_not_asked_for_early(site, shelf):
    file = shelf.put(Asset("states", "geojson", b"{}"))
    assert file.name not in fetch(site, "/")[1]["link"]


@pytest.mark.parametrize("stem", preload.PARTS)
def test_every_part_that_is_named_is_one_of_this_streamlit(stem):
    assert any(f"/{stem}." in part for part in preload.parts())


def test_a_part_is_named_by_the_address_of_a_file_that_exists_and_once():
    paths = [re.fullmatch(r"<\./([\w./-]+)>; rel=modulepreload; crossorigin", part)[1] for part in preload.parts()]
    assert all((STATIC / path).is_file() for path in paths)
    assert len(set(paths)) == len(paths)


def test_the_frame_s_script_is_named_only_once_the_component_is_known(monkeypatch):
    monkeypatch.delitem(sys.modules, "streamlit_folium", raising=False)
    assert preload.frame() == []
    monkeypatch.setitem(sys.modules, "streamlit_folium", SimpleNamespace(__file__=COMPONENT_FILE))
    (entry,) = preload.frame()
    assert re.fullmatch(r"<\./component/streamlit_folium\.st_folium/static/js/main\.\w+\.js>; rel=prefetch", entry)
