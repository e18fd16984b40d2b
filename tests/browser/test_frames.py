"""The map in other people's pages: an article, a sandboxed frame, a deck of slides, a page of another origin."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.benchmarks import statuses
from tests.browser.dashboard import Dashboard
from tests.browser.offline import Offline, expect_year, write
from tests.browser.server import Server
from tests.browser.site import package, served
from tests.browser.watch import watched_page

REVEAL = "reveal.js@5.2.1"
ARTICLE = """<!DOCTYPE html><title>Article</title><link rel="icon" href="data:,">
<style>p {{ height: 1500px }} iframe {{ width: 90% }}</style>
<iframe src="{source}" title="Map" height="{height}" {attributes}></iframe><p>The text of an article.</p>
<script>addEventListener("message", ({{ data }}) => {{
  if (data.type === "csto-height") document.querySelector("iframe").height = data.height;
}});</script>"""
DECK = """<!DOCTYPE html><link rel="icon" href="data:,"><link rel="stylesheet" href="reveal/dist/reveal.css">
<div class="reveal"><div class="slides">
<section><h2>Before</h2></section><section><iframe width="960" height="540" title="Map" data-src="{source}"></iframe>
</section><section><h2>After</h2></section></div></div><script src="reveal/dist/reveal.js"></script>
<script>Reveal.initialize({{ width: 1200, height: 700, transition: "none", hash: false }});</script>"""
FRAME = "iframe[title=Map]"
APP = '[data-testid="stApp"]'


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    write(folder)
    return folder


@pytest.fixture(scope="module")
def origin(folder: Path) -> Iterator[str]:
    with served(folder) as origin:
        yield origin


@pytest.fixture
def reader(browser: Browser, origin: str) -> Iterator[Page]:
    with watched_page(browser, origin, viewport={"width": 1000, "height": 900}) as page:
        yield page


def article(reader: Page, folder: Path, origin: str, source: str, attributes: str = "") -> Offline:
    """An article with a frame at its top, and the map in it, once the frame has the height it asked for."""
    text = ARTICLE.format(source=source, attributes=attributes, height=300)
    (folder / "article.html").write_text(text, encoding="utf-8")
    reader.goto(f"{origin}/article.html")
    expect(reader.locator(FRAME)).not_to_have_attribute("height", "300")
    return Offline(reader, origin, FRAME).wait()


@pytest.mark.parametrize("attributes", ["", 'sandbox="allow-scripts"'])
def test_in_an_article_the_map_is_whole_and_its_frame_gets_the_height_it_asks_for(
    reader: Page, folder: Path, origin: str, attributes: str
) -> None:
    framed = article(reader, folder, origin, "page.html#year=1999", attributes)
    expect_year(framed, 1999)
    frame = reader.locator(FRAME)
    width, height = (frame.evaluate(f"frame => frame.client{side}") for side in ("Width", "Height"))
    assert 0.6 < height / width < 1
    assert framed.by_year() == statuses.by_year()


@pytest.mark.parametrize("attributes", ["", 'sandbox="allow-scripts"'])
def test_in_a_frame_a_click_opens_the_card_and_a_drag_moves_the_year(
    reader: Page, folder: Path, origin: str, attributes: str
) -> None:
    framed = article(reader, folder, origin, "page.html", attributes)
    framed.state("Kazakhstan").click()
    expect(framed.country("Kazakhstan")).to_be_visible()
    framed.slider.scroll_into_view_if_needed()
    framed.handle.drag(1999)
    expect_year(framed, 1999)
    expect(framed.country("Kazakhstan")).to_contain_text("On 31 December 1999")


@pytest.mark.parametrize("key", ["Space", "PageDown"])
def test_in_an_article_a_key_scrolls_the_article_also_after_a_click_on_the_map(
    reader: Page, folder: Path, origin: str, key: str
) -> None:
    framed = article(reader, folder, origin, "page.html")
    framed.state("Kazakhstan").click()
    expect(framed.country("Kazakhstan")).to_be_visible()
    top = reader.evaluate("() => scrollY")
    reader.keyboard.press(key)
    reader.wait_for_function("top => scrollY > top + 50", arg=top)
    assert framed.year == 2026


def test_in_an_article_letters_do_nothing(reader: Page, folder: Path, origin: str) -> None:
    framed = article(reader, folder, origin, "page.html#year=1999")
    framed.state("Kazakhstan").click()
    expect(framed.country("Kazakhstan")).to_be_visible()
    for key in ("b", "f", "l", "t", "."):
        reader.keyboard.press(key)
    expect_year(framed, 1999)
    expect(framed.map).to_have_attribute("data-layer", "membership")
    expect(framed.frame.locator(".blank")).to_be_hidden()
    assert reader.evaluate("() => document.fullscreenElement") is None


def test_a_wheel_over_the_map_scrolls_the_article(reader: Page, folder: Path, origin: str) -> None:
    framed = article(reader, folder, origin, "page.html")
    before = framed.map.locator(".label .name", has_text="Kazakhstan").bounding_box()["width"]
    reader.mouse.move(400, 300)
    reader.mouse.wheel(0, 200)
    reader.wait_for_function("() => scrollY > 50")
    assert framed.map.locator(".label .name", has_text="Kazakhstan").bounding_box()["width"] == before


def test_in_a_deck_the_map_is_on_its_slide_and_the_keys_stay_the_deck_s(
    reader: Page, folder: Path, origin: str
) -> None:
    shutil.copytree(package(REVEAL), folder / "reveal", dirs_exist_ok=True)
    source = "page.html#year=1999&amp;present=1"
    (folder / "deck.html").write_text(DECK.format(source=source), encoding="utf-8")
    reader.goto(f"{origin}/deck.html")
    expect(reader.get_by_role("heading", name="Before")).to_be_visible()
    reader.keyboard.press("PageDown")
    framed = Offline(reader, origin, FRAME).wait()
    expect(framed.slider).to_be_visible()
    expect_year(framed, 1999)
    assert framed.statuses()["UZB"] == "former"
    reader.keyboard.press("PageDown")
    expect(reader.get_by_role("heading", name="After")).to_be_visible()
    reader.keyboard.press("PageUp")
    framed.state("Kazakhstan").click()  # from here on the keys are the map's
    reader.keyboard.press("PageDown")
    expect_year(framed, 2002)


# The app's embed, in a page of another origin


@pytest.fixture
def host(browser: Browser, app: Server, folder: Path) -> Iterator[tuple[Page, str]]:
    """A page on another port, which may reach the app as well."""
    with served(folder) as elsewhere:
        context = browser.new_context(viewport={"width": 1000, "height": 900})
        page = context.new_page()
        yield page, elsewhere
        if page.frame_locator(FRAME).locator(APP).count():  # closed while it answers, the app would log an error
            page.frame_locator(FRAME).locator(f'{APP}[data-test-script-state="notRunning"]').wait_for()
        context.close()


class Embedded(Dashboard):
    """The app in a frame of the page."""

    @property
    def frame(self):  # noqa: ANN201
        """The map's own frame, within the app's, within the page."""
        return self.page.frame_locator(FRAME).frame_locator('iframe[title="streamlit_folium.st_folium"]')


def embedded(host: tuple[Page, str], app: Server, folder: Path, query: str) -> Embedded:
    page, elsewhere = host
    text = ARTICLE.format(source=f"{app.url}/?embed=true&amp;{query}", attributes='allow="fullscreen"', height=540)
    (folder / "host.html").write_text(text, encoding="utf-8")
    page.goto(f"{elsewhere}/host.html")
    shown = Embedded(page, app.url)
    shown.map.locator("[data-iso]").first.wait_for(state="attached", timeout=30_000)
    return shown


def test_the_app_s_embed_works_on_another_origin(host: tuple[Page, str], app: Server, folder: Path) -> None:
    shown = embedded(host, app, folder, "year=1999")
    expect(shown.map).to_have_attribute("data-year", "1999")
    assert shown.statuses()["UZB"] == "former"
    shown.handle.drag(2012)
    expect(shown.map).to_have_attribute("data-year", "2012")
    expect(shown.state("Uzbekistan")).to_have_attribute("data-status", "suspended")


@pytest.mark.parametrize("key", ["Space", "PageDown"])
def test_a_key_in_the_app_s_embed_scrolls_the_article(
    host: tuple[Page, str], app: Server, folder: Path, key: str
) -> None:
    shown = embedded(host, app, folder, "year=1999")
    shown.state("Kazakhstan").click()
    expect(shown.state("Kazakhstan")).to_have_attribute("aria-pressed", "true")
    shown.page.keyboard.press(key)
    shown.page.wait_for_function("() => scrollY > 50")
    assert shown.year == 1999


def test_the_offline_page_that_the_app_serves_may_stand_in_any_frame(
    host: tuple[Page, str], app: Server, folder: Path
) -> None:
    page, elsewhere = host
    problems = []
    page.on("console", lambda said: said.type == "error" and problems.append(said.text))
    text = ARTICLE.format(source=f"{app.url}/csto/page.html#year=2012&amp;country=UZB", attributes="", height=540)
    (folder / "host.html").write_text(text, encoding="utf-8")
    page.goto(f"{elsewhere}/host.html")
    framed = Offline(page, elsewhere, FRAME).wait()
    expect(framed.country("Uzbekistan")).to_be_visible()
    expect(framed.frame.get_by_role("link", name="Open the dashboard")).to_have_attribute(
        "href", f"{app.url}/?year=2012&country=UZB"
    )
    assert problems == []
