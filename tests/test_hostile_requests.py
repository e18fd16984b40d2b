"""Whatever an address asks for: a view and a file name are made of known words alone, anything else is refused."""

from __future__ import annotations

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.applications import Starlette

from dashboard import atlas, view, workshop
from dashboard.exports import order
from dashboard.exports.order import KINDS, OrderError
from dashboard.view import LAYERS, PAGES
from dashboard.workshop import Piece, Workshop
from tests.asgi import fetch

LOADED = atlas.load()
TIMELINE, WORDS = LOADED.timeline, LOADED.words
PARTS = (
    "", "1999", "2012", "1992-2026", "stops", "2012-06-28", "2022-01-09", "UZB", "kaz", *LAYERS, *PAGES, "light",
    "dark", "1", "none", "1920x1080", "99999x1", "png", "svg", "pptx", "../../etc/passwd", "..\\..", "%2e%2e%2f",
    "\x00", "\r\nX: y", "CON", '"; rm -rf', "²٣", "\ud800", "\u202e", "9" * 5000,
)  # fmt: skip
"""Values some of which are right for some field, and some for none."""
VALUES = st.one_of(st.sampled_from(PARTS), st.text(max_size=20))
ASKED = st.dictionaries(st.sampled_from(view.FIELDS), VALUES)
ORDERS = st.fixed_dictionaries(
    {"kind": st.one_of(st.sampled_from(list(KINDS)), VALUES)},
    optional={name: VALUES for name in (*order.SHOWN, "years", "theme", "size", "suffix", "link")},
)


# The view


@given(st.one_of(ASKED, st.dictionaries(st.text(max_size=9), VALUES)))
def test_a_view_is_made_of_known_words_alone_and_written_and_read_again_it_is_the_same(asked):
    shown, notices = view.read(asked, TIMELINE, WORDS)
    assert all(isinstance(notice, str) and len(notice) < 500 for notice in notices)
    written = view.write(shown, TIMELINE)
    assert all(re.fullmatch(r"[A-Za-z0-9 :+-]+", value) for value in written.values())
    assert view.read(written, TIMELINE, WORDS) == (shown, ())


# An export


@given(ORDERS)
def test_an_order_is_understood_or_refused_and_its_file_has_a_plain_name(given_fields):
    try:
        asked = order.read(given_fields, TIMELINE, WORDS)
    except OrderError as problem:
        assert "expected" in str(problem)
        assert len(str(problem)) < 500
        return
    name = asked.name(TIMELINE)
    assert re.fullmatch(r"csto-[A-Za-z0-9._-]{1,100}", name)
    assert ".." not in name
    assert name.endswith(f".{asked.suffix}")


# What the app answers


@pytest.fixture(scope="module")
def app() -> Iterator[Starlette]:
    """The workshop's address, where making a file costs nothing."""

    def named(given: dict[str, str], _: str) -> Piece:
        asked = order.read(given, TIMELINE, WORDS)
        return Piece(asked.name(TIMELINE), asked.suffix, b"0123456789")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(workshop, "produce", named)
        yield Starlette(routes=Workshop(lambda: ThreadPoolExecutor(1)).routes())


@settings(max_examples=60)
@given(ORDERS)
def test_the_app_answers_every_address_with_a_file_of_a_plain_name_or_with_a_sentence(app, asked):
    query = "&".join(f"{name}={quote(value, errors='replace')}" for name, value in asked.items() if name != "kind")
    status, headers, body = fetch(app, f"/csto/make/{quote(asked['kind'], safe='', errors='replace')}?{query}")
    assert status in (200, 400, 404)
    if status == 200:
        assert re.fullmatch(r'attachment; filename="csto-[A-Za-z0-9._-]+"', headers["content-disposition"])
        assert body == b"0123456789"
    else:
        assert headers["content-type"].startswith("text/plain")
        assert b"Traceback" not in body


@pytest.mark.parametrize("host", ["a b", "x" * 5000, "<script>", "evil.example\r\nX: y", "[", "::1", "a/b@c:99999", ""])
def test_a_host_that_is_none_does_no_harm(app, host):
    status, headers, _ = fetch(app, "/csto/make/png?year=1999", host=host)
    assert status in (200, 400)
    assert headers.get("content-disposition", "csto-1999.png").count("csto-1999.png") == 1
