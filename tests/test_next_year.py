"""A new event of a new year is a new row: nothing else has to change."""

from __future__ import annotations

import json
import shutil
from datetime import date
from importlib import import_module
from pathlib import Path

import pytest

from dashboard import scene, timeline, view
from dashboard.atlas import Atlas, load
from dashboard.map import payload
from dashboard.panels import card
from dashboard.view import PAGES
from membership_data import records

ROW = "srb_observer_2027,SRB,2027-03-01,observer_lapsed,none,The observer status of Serbia ended (invented).,003,C,\n"


@pytest.fixture(scope="module")
def atlas(tmp_path_factory: pytest.TempPathFactory) -> Atlas:
    """The shipped atlas with one event of 2027, the records checked in June of that year."""
    folder = tmp_path_factory.mktemp("next") / "membership_data"
    shutil.copytree(records.FOLDER, folder)
    with (folder / "membership_events.csv").open("a", encoding="utf-8") as file:
        file.write(ROW)
    move_checked_on(folder / "datapackage.json", "2027-06-30")
    shipped = load()
    joined = timeline.join(records.load(folder), shipped.shapes.codes)
    return Atlas(joined, shipped.shapes, shipped.disputed, shipped.words)


def move_checked_on(path: Path, day: str) -> None:
    described = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(described | {"checked_on": day}), encoding="utf-8")


def test_the_slider_ends_with_the_new_year_and_stops_at_it(atlas: Atlas) -> None:
    assert atlas.timeline.years[-1] == 2027
    assert atlas.timeline.stops[-1] == 2027
    assert atlas.timeline.day_of(2027) == date(2027, 6, 30)


def test_the_new_event_is_said_and_drawn(atlas: Atlas) -> None:
    now = scene.of_year(atlas.timeline, 2027, atlas.words)
    assert now.statuses()["SRB"] == "none"
    assert "Serbia" in now.headline
    assert now.headline.startswith("On 1 March")
    assert payload.scenes(atlas.timeline, atlas.shapes, atlas.words)["years"][2027]["headline"] == now.headline


def test_the_new_event_is_on_the_card_and_on_the_timeline(atlas: Atlas) -> None:
    assert "The observer status of Serbia ended (invented)." in card.history(atlas, "SRB")
    assert "1 March 2027" in import_module("dashboard.sections.timeline").whole(atlas, "SRB")


@pytest.mark.parametrize("page", [page for page in PAGES if page not in {"map", "share"}])
def test_every_page_is_written_for_the_new_year(atlas: Atlas, page: str) -> None:
    written = import_module(f"dashboard.sections.{page}")
    assert written.whole(atlas, "")
    written.today(atlas, view.default(atlas.timeline))
