"""A talk: the keys that clickers send, without a first click, in the offline page and in the app's embed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.dashboard import Dashboard
from tests.browser.offline import opened, write
from tests.browser.server import Server
from tests.browser.watch import watched_page

WINDOW = {"width": 1280, "height": 720}


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("talk"))


@pytest.fixture(params=["page", "embed"])
def talk(request: pytest.FixtureRequest, browser: Browser, path: Path) -> Iterator[Dashboard]:
    """The map, to be opened with a query; its page has just been loaded, and nothing was clicked."""
    if request.param == "page":
        with opened(browser, path, viewport=WINDOW) as page:
            yield page
        return
    app: Server = request.getfixturevalue("app")
    with watched_page(browser, app.url, viewport=WINDOW) as page:
        embed = Embed(page, app.url)
        yield embed
        embed.settle()  # a page that is closed while the app answers it ends in an error of the app's


class Embed(Dashboard):
    """The app without its page around the map."""

    def open(self, query: str = "") -> Dashboard:
        super().open(f"embed=true&{query}")
        self.settle()
        return self


def shown(talk: Dashboard, **data: str) -> None:
    for name, value in data.items():
        expect(talk.map).to_have_attribute(f"data-{name}", value)


@pytest.mark.parametrize(
    ("key", "year"), [("PageDown", "1999"), ("ArrowRight", "1999"), ("PageUp", "1993"), ("ArrowLeft", "1993")]
)
def test_a_clicker_goes_from_change_to_change(talk: Dashboard, key: str, year: str) -> None:
    talk.open("year=1994&present=1")
    talk.page.keyboard.press(key)
    shown(talk, year=year)


def test_in_the_operation_a_clicker_goes_from_day_to_day(talk: Dashboard) -> None:
    talk.open("layer=operation&day=2022-01-06&present=1")
    talk.page.keyboard.press("PageDown")
    shown(talk, day="2022-01-07")
    talk.page.keyboard.press("PageUp")
    talk.page.keyboard.press("PageUp")
    shown(talk, day="2022-01-05")


@pytest.mark.parametrize("key", [".", "b", "B"])
def test_a_key_blanks_the_screen_and_gives_it_back(talk: Dashboard, key: str) -> None:
    talk.open("year=1999&present=1")
    blank = talk.frame.locator(".blank")
    expect(blank).to_be_hidden()
    talk.page.keyboard.press(key)
    expect(blank).to_be_visible()
    talk.page.keyboard.press(key)
    expect(blank).to_be_hidden()
    shown(talk, year="1999")


def test_space_plays_and_pauses(talk: Dashboard) -> None:
    talk.open("year=1994&present=1")
    talk.page.keyboard.press("Space")
    expect(talk.button("Pause")).to_be_visible()
    talk.page.keyboard.press("Space")
    expect(talk.button("Play")).to_be_visible()


@pytest.mark.parametrize("key", ["F5", "f"])
def test_a_key_fills_the_screen_and_loads_nothing_again(talk: Dashboard, key: str) -> None:
    talk.open("year=1999&present=1")
    talk.map.evaluate("map => (map.dataset.kept = 'yes')")
    talk.page.keyboard.press(key)
    talk.map.evaluate("() => new Promise(requestAnimationFrame)")
    shown(talk, year="1999", kept="yes")


def test_escape_leaves_the_innermost_thing_first(talk: Dashboard) -> None:
    talk.open("year=1999&present=1")
    main = talk.frame.get_by_role("main")
    talk.page.keyboard.press("b")
    expect(talk.frame.locator(".blank")).to_be_visible()
    talk.page.keyboard.press("Escape")
    expect(talk.frame.locator(".blank")).to_be_hidden()
    expect(main).to_have_class("csto in-membership presenting")
    talk.page.keyboard.press("Escape")
    expect(main).to_have_class("csto in-membership")


@pytest.mark.parametrize("key", ["PageDown", "Space", ".", "b", "f", "l", "t"])
def test_outside_a_talk_no_key_is_taken(talk: Dashboard, key: str) -> None:
    talk.open("year=1999")
    talk.page.keyboard.press(key)
    talk.map.evaluate("() => new Promise(requestAnimationFrame)")
    shown(talk, year="1999", layer="membership")
    expect(talk.frame.locator(".blank")).to_be_hidden()
    expect(talk.button("Play")).to_be_visible()
