"""The offline page as the app serves it: its addresses, how long they keep, and who may frame it."""

from __future__ import annotations

import gzip

import pytest
from starlette.applications import Starlette

from dashboard import assets, atlas, offprint
from dashboard.exports import html
from tests.asgi import fetch

APP = Starlette(routes=[*offprint.routes(), *assets.SHELF.routes()])
VERSION = atlas.load().timeline.data.version
PAGE = offprint.page()


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("page.html", "public, max-age=300"),
        ("page.en.html", "public, max-age=300"),
        (f"page-{VERSION}.html", "public, max-age=3600"),
        (f"page-{VERSION}.en.html", "public, max-age=3600"),
        (PAGE.name, "public, max-age=31536000, immutable"),
    ],
)
def test_the_page_is_at_its_addresses_and_each_says_how_long_it_keeps(path, kept):
    status, headers, body = fetch(APP, f"/csto/{path}")
    assert (status, body) == (200, PAGE.body)
    assert headers["content-type"] == "text/html; charset=utf-8"
    assert headers["cache-control"] == kept
    assert headers["vary"] == "Accept-Encoding"
    assert headers["x-content-type-options"] == "nosniff"


def test_any_page_may_frame_it_and_it_may_run_only_its_own():
    _, headers, _ = fetch(APP, "/csto/page.html")
    assert headers["content-security-policy"] == html.policy()
    assert "x-frame-options" not in headers


def test_a_browser_that_takes_gzip_gets_it():
    status, headers, body = fetch(APP, "/csto/page.html", accept_encoding="br, gzip")
    assert (status, headers["content-encoding"]) == (200, "gzip")
    assert gzip.decompress(body) == PAGE.body


@pytest.mark.parametrize("asked", ["{}", '"another", {}'])
def test_a_browser_that_has_it_is_sent_nothing(asked):
    mark = fetch(APP, "/csto/page.html")[1]["etag"]
    status, headers, body = fetch(APP, "/csto/page.html", if_none_match=asked.format(mark))
    assert (status, body, headers["etag"]) == (304, b"", mark)


def test_a_browser_that_has_another_is_sent_the_page():
    assert fetch(APP, "/csto/page.html", if_none_match='W/"another"')[0] == 200


@pytest.mark.parametrize("path", ["page-0.9.0.html", "page-1.1.0.000000000000.html"])
def test_a_page_that_is_no_more_is_not_answered_with_another(path):
    status, headers, body = fetch(APP, f"/csto/{path}")
    assert status == 404
    assert f"csto/page-{VERSION}.html".encode() in body
    assert "cache-control" not in headers


@pytest.mark.parametrize("path", ["page.xx.html", "page.htm", "page-1.html", "pages.html", "page..html", "page-.html"])
def test_what_is_no_page_is_answered_in_words(path):
    status, _, body = fetch(APP, f"/csto/{path}")
    assert (status, body) == (404, b"No such page. The newest is at csto/page.html.")


def test_broken_records_are_said_and_no_traceback_is_shown(monkeypatch):
    def broken(language: str) -> None:
        raise atlas.BROKEN[0]("sources.csv:2: nothing")

    monkeypatch.setattr(offprint, "page", broken)
    status, _, body = fetch(APP, "/csto/page.html")
    assert (status, body) == (503, b"The records cannot be read; the dashboard says why.")


def test_the_page_is_made_only_when_it_is_asked_for():
    assert offprint.page() is PAGE
    assert not [name for name in assets.SHELF.names() if name.startswith("page")]


@pytest.mark.parametrize("version", ["", VERSION])
def test_an_address_leads_to_the_page(version):
    assert fetch(APP, f"/{offprint.address(version)}")[2] == PAGE.body


def test_the_page_leads_back_to_the_app_below_any_base_path():
    assert b'"link":"../"' in PAGE.body
