"""What is put into Streamlit's page for whoever does not reach the app, and what its script is told."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import streamlit
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse
from starlette.routing import Route

from dashboard import atlas, reach
from dashboard.reach import Reach
from tests.asgi import fetch

PAGE = (Path(streamlit.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")


async def page(request: Request) -> HTMLResponse:
    return HTMLResponse(PAGE, headers={"etag": '"1"', "last-modified": "Sat, 28 Nov 2026 03:53:54 GMT"})


async def config(request: Request) -> JSONResponse:
    return JSONResponse({"allowedOrigins": ["https://*.elsewhere.example"], "useExternalAuthToken": False})


async def other(request: Request) -> PlainTextResponse:
    return PlainTextResponse("</body>")


@pytest.fixture
def site() -> Starlette:
    routes = [Route("/", page), Route("/_stcore/host-config", config), Route("/other", other)]
    return Starlette(routes=routes, middleware=[Middleware(Reach)])


def test_the_page_has_its_name_its_language_and_a_picture_of_the_view(site):
    status, headers, body = fetch(site, "/?year=2012&country=UZB&language=ru")
    said = body.decode()
    assert (status, int(headers["content-length"])) == (200, len(body))
    assert not {"etag", "last-modified"} & headers.keys(), "they are of the file, the same for every view"
    assert '<html lang="ru"' in said
    assert "<title>Streamlit</title>" not in said
    (without,) = re.findall("<noscript>.*?</noscript>", said, re.DOTALL)
    assert "csto/make/png?year=2012&amp;country=UZB&amp;language=ru&amp;size=1280x720&amp;inline=1" in without
    assert "csto/page.ru.html#year=2012&amp;country=UZB" in said


def test_the_browser_s_own_language_is_spoken_where_none_is_asked_for(site):
    assert '<html lang="ru"' in fetch(site, "/", accept_language="ru-RU,ru;q=0.9")[2].decode()
    assert '<html lang="en"' in fetch(site, "/?language=en", accept_language="ru-RU")[2].decode()
    assert '<html lang="en"' in fetch(site, "/", accept_language="xx")[2].decode()


def test_nothing_of_an_address_comes_into_the_page_but_a_view(site):
    hostile = "/?year=%22%3E%3Cscript%3Erun()%3C/script%3E&country=%3Cimg%20src=x%3E&language=%3C&other=%3Cb%3E"
    assert fetch(site, hostile)[2] == fetch(site, "/")[2]


def test_streamlit_s_script_is_told_to_show_no_dialog_and_to_obey_no_other_site(site):
    told = json.loads(fetch(site, "/_stcore/host-config")[2])
    assert told == {"allowedOrigins": [], "useExternalAuthToken": False, "blockErrorDialogs": True}


def test_everything_else_passes_as_it_is(site):
    assert fetch(site, "/other")[2] == b"</body>"


def test_where_the_data_is_broken_the_page_is_streamlit_s_own(site, monkeypatch):
    def broken(*_: object) -> None:
        raise atlas.JoinError("no boundary")

    monkeypatch.setattr(atlas, "load", broken)
    assert fetch(site, "/")[2].decode() == PAGE


@pytest.mark.parametrize("part", ["<title>", '<html lang="en"', "<noscript>", "</body>"])
def test_this_streamlit_s_page_has_every_part_that_is_completed(part):
    assert PAGE.count(part) == 1


def test_the_script_is_on_offer_and_named_in_the_page(site):
    assert reach.SCRIPT.address in fetch(site, "/")[2].decode()
