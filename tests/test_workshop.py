"""Exports that the app makes on request: the same as the command line's, made once, never more than it can bear."""

from __future__ import annotations

import threading
from concurrent.futures import BrokenExecutor, Executor, ThreadPoolExecutor

import pytest
from starlette.applications import Starlette

from dashboard import atlas, workshop
from dashboard.exports import make, order
from dashboard.exports.order import Lacking
from dashboard.workshop import Piece, Workshop
from tests.asgi import fetch, together

ATLAS = atlas.load()


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, str]]:
    """What the workshop was given to make, in order; the pieces are ten bytes long."""
    given: list[dict[str, str]] = []

    def produce(fields: dict[str, str], language: str) -> Piece:
        given.append(fields)
        return Piece("made.png", "png", b"0123456789")

    monkeypatch.setattr(workshop, "produce", produce)
    return given


def app(start: object = lambda: ThreadPoolExecutor(1)) -> Starlette:
    return Starlette(routes=Workshop(start).routes())


# What is made


@pytest.mark.parametrize("query", ["svg?year=1999&country=UZB&theme=dark", "csv", "geojson?on=1999-03-24"])
def test_an_export_is_the_one_that_the_command_line_writes(query):
    status, headers, body = fetch(app(), f"/csto/make/{query}")
    kind, _, fields = query.partition("?")
    given = dict(pair.split("=") for pair in fields.split("&") if pair)
    asked = order.read(given | {"kind": kind, "link": "http://127.0.0.1:8501/"}, ATLAS.timeline, ATLAS.words)
    assert status == 200
    assert body == make.make(asked, ATLAS.timeline, ATLAS.shapes, ATLAS.words)
    assert headers["content-disposition"] == f'attachment; filename="{asked.name(ATLAS.timeline)}"'
    assert headers["content-type"].startswith(order.TYPES[kind])


def test_a_process_of_its_own_makes_them():
    status, _, body = fetch(app(workshop.one_process), "/csto/make/csv")
    assert (status, body[:4]) == (200, b"year")


def test_a_file_that_is_shown_by_itself_runs_nothing_and_reaches_nothing():
    _, headers, _ = fetch(app(), "/csto/make/svg?inline=1")
    assert headers["content-disposition"].startswith("inline; ")
    assert "default-src 'none'" in headers["content-security-policy"]
    assert "sandbox" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"


def test_where_the_dashboard_is_follows_from_where_it_was_asked(made):
    fetch(app(), "/csto/make/png?link=https://example.org/", host="maps.example")
    assert made[0]["link"] == "http://maps.example/"


# Once


def test_what_was_made_is_not_made_again(made):
    offered = app()
    assert [fetch(offered, "/csto/make/png?year=1999")[0] for _ in range(3)] == [200, 200, 200]
    assert len(made) == 1


def test_who_asks_for_what_is_being_made_waits_for_that_one(made):
    answers = together(app(), *["/csto/make/png?year=1999"] * 5)
    assert [status for status, _, _ in answers] == [200] * 5
    assert len(made) == 1


def test_what_is_asked_for_in_other_words_is_the_same(made):
    offered = app()
    fetch(offered, "/csto/make/png?year=2026&theme=light&size=1920x1080")
    fetch(offered, "/csto/make/png")
    assert len(made) == 1


def test_the_longest_unused_is_forgotten_first(made, monkeypatch):
    monkeypatch.setattr(workshop, "KEPT", 25)
    offered = app()
    for year in (1992, 1993, 1992, 1994, 1992, 1993):
        fetch(offered, f"/csto/make/png?year={year}")
    assert [fields["year"] for fields in made] == ["1992", "1993", "1994", "1993"]


# What goes wrong


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("png?year=1", "year “1” is not understood; expected a year from 1992 to 2026."),
        ("png?size=99999x1", "size “99999x1” is not understood"),
        ("zip", "kind “zip” is not understood; expected one of html png"),
        ("png?country=../../etc/passwd", "country “../../etc/passwd” is not understood"),
        ("grid?suffix=exe", "expected a file that ends in one of .png"),
    ],
)
def test_what_is_not_understood_is_one_sentence(query, said, made):
    status, headers, body = fetch(app(), f"/csto/make/{query}")
    assert (status, headers["content-type"]) == (400, "text/plain; charset=utf-8")
    assert said in body.decode()
    assert made == []


def test_a_kind_cannot_name_a_path():
    assert fetch(app(), "/csto/make/../../membership_data/sources.csv")[0] == 404


def test_what_this_machine_lacks_is_said(monkeypatch):
    def produce(fields: dict[str, str], language: str) -> Piece:
        raise Lacking("No ffmpeg was found")

    monkeypatch.setattr(workshop, "produce", produce)
    status, _, body = fetch(app(), "/csto/make/mp4")
    assert (status, body) == (501, b"No ffmpeg was found")


def test_more_than_can_be_made_is_asked_to_come_again(made, monkeypatch):
    monkeypatch.setattr(workshop, "WAITING", 2)
    held = threading.Event()
    produce = workshop.produce

    def slow(fields: dict[str, str], language: str) -> Piece:
        held.wait(30)
        return produce(fields, language)

    monkeypatch.setattr(workshop, "produce", slow)
    threading.Timer(1, held.set).start()
    answers = together(app(), *(f"/csto/make/png?year={year}" for year in range(1992, 1997)))
    refused = [answer for answer in answers if answer[0] != 200]
    assert [status for status, _, _ in refused] == [503, 503, 503]
    assert refused[0][1]["retry-after"] == "60"
    assert "Please try again in a minute" in refused[0][2].decode()


def test_a_process_that_dies_is_followed_by_another(made):
    class Dead(Executor):
        def submit(self, *_: object) -> None:
            raise BrokenExecutor

    starts = iter([Dead(), ThreadPoolExecutor(1)])
    offered = app(lambda: next(starts))
    assert fetch(offered, "/csto/make/png")[0] == 503
    assert fetch(offered, "/csto/make/png")[0] == 200
