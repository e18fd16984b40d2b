"""The offline page from a file, with every network refused: the whole map, its cards and its address."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from dashboard import view
from dashboard.atlas import load
from dashboard.exports import pack
from tests.benchmarks import statuses
from tests.browser.offline import Offline, expect_year, opened, write
from tests.browser.test_page import ALL

SIZES = [(1920, 1080), (960, 540), (640, 400), (320, 420), (390, 844)]
LINK = "https://example.org/map/"


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("page"), link=LINK)


@pytest.fixture
def size() -> tuple[int, int]:
    return 1280, 720


@pytest.fixture
def offline(browser: Browser, path: Path, size: tuple[int, int]) -> Iterator[Offline]:
    width, height = size
    with opened(browser, path, viewport={"width": width, "height": height}) as page:
        yield page


# The map


def test_every_year_shows_the_states_in_the_statuses_of_the_panel(offline: Offline) -> None:
    offline.open()
    assert offline.by_year() == statuses.by_year()


def test_states_change_status_while_the_handle_is_still_held(offline: Offline) -> None:
    offline.open()
    offline.handle.press()
    offline.handle.move(1995)
    assert offline.statuses()["GEO"] == "member"
    assert offline.address == "", "the address changes on release, not before"
    offline.handle.move(2001)
    assert offline.statuses()["GEO"] == "former"
    offline.handle.release()
    assert offline.address == "year=2001"


@pytest.mark.parametrize("size", SIZES)
def test_every_state_is_a_named_button_and_all_controls_fit(offline: Offline, size: tuple[int, int]) -> None:
    offline.open()
    shapes = offline.map.locator("[data-iso][data-status][role=button][aria-pressed]")
    assert set(shapes.evaluate_all("all => all.map(shape => shape.dataset.iso)")) == ALL
    expect(offline.page.locator('[data-iso][tabindex="0"]')).to_have_count(1)
    expect(offline.page.locator(".leaflet-container[tabindex]")).to_have_count(0)
    buttons = [offline.button(name) for name in ("Play", "Previous change", "Next change", "Records")]
    for control in (offline.slider, offline.layer("Areas"), offline.headline, *buttons):
        expect(control).to_be_in_viewport(ratio=1)
    assert offline.page.evaluate("() => [document.documentElement.scrollWidth, document.body.scrollHeight]") <= [*size]


@pytest.mark.parametrize("size", SIZES)
def test_the_sentence_of_every_year_and_its_day_are_shown_whole(offline: Offline) -> None:
    offline.open()
    cut = offline.slider.evaluate("""slider => Array.from({ length: slider.max - slider.min + 1 }, (_, at) => {
      slider.value = Number(slider.min) + at;
      slider.dispatchEvent(new Event("input", { bubbles: true }));
      const told = [...document.querySelectorAll(".headline, .dated")];
      return told.some((line) => line.scrollHeight > line.clientHeight + 2 || line.scrollWidth > line.clientWidth + 1)
        ? slider.value : "";
    }).filter(Boolean)""")
    assert cut == []


@pytest.mark.parametrize("layer", ["Areas", "Membership", "Operation 2022"])
def test_every_layer_is_there(offline: Offline, layer: str) -> None:
    offline.open("year=2012")
    offline.layer(layer).click()
    expect(offline.map).to_have_attribute("data-layer", layer.split()[0].lower())
    drawn = {"Areas": ".chip", "Membership": ".label", "Operation 2022": "path.flow"}[layer]
    expect(offline.map.locator(drawn).first).to_be_attached()


def test_the_operation_has_its_days(offline: Offline) -> None:
    offline.open("layer=operation")
    offline.day_handle.drag(5)
    expect(offline.map).to_have_attribute("data-day", "2022-01-07")
    assert offline.address == "day=2022-01-07&layer=operation"
    offline.button("Records").click()
    card = offline.country("Kazakhstan, January 2022: 7 January 2022")
    expect(card.get_by_role("listitem").first).to_be_visible()
    offline.button("Next change").click()
    expect(offline.country("Kazakhstan, January 2022: 8 January 2022")).to_be_visible()


def test_small_marks_are_in_the_page(offline: Offline) -> None:
    offline.open("year=2012&marks=bases+units")
    expect(offline.map.locator(".mark:visible").first).to_be_attached()
    expect(offline.page.get_by_role("button", name="Marks")).to_be_visible()


def test_geometry_comes_out_as_it_went_in(offline: Offline) -> None:
    offline.open()
    numbers = [*range(-2500, 2500), 10**9, -(10**9)]
    assert offline.page.evaluate("text => csto.unpack('', text)", pack.text(numbers)) == numbers


# The card


@pytest.mark.parametrize("size", SIZES)
def test_a_click_opens_a_card_with_status_history_and_sources(offline: Offline) -> None:
    offline.open("year=2012")
    offline.page.mouse.click(*offline.pixel(64.0, 41.9))  # Uzbekistan
    card = offline.country("Uzbekistan")
    expect(card).to_be_visible()
    expect(card).to_contain_text("Membership suspended; not counted")
    for part in ("History", "What sources disagree on", "Sources"):
        expect(card.get_by_role("heading", name=part, exact=True)).to_be_attached()
    expect(card.get_by_role("link").first).to_have_attribute("href", re.compile("^https?://"))
    assert offline.address == "year=2012&country=UZB"
    expect(offline.state("Uzbekistan")).to_have_attribute("aria-pressed", "true")


def test_the_card_follows_the_year_and_escape_closes_it(offline: Offline) -> None:
    offline.open("country=UZB")
    offline.handle.drag(1999)
    expect(offline.country("Uzbekistan")).to_contain_text("Former party")
    offline.page.keyboard.press("Escape")
    expect(offline.page.get_by_role("complementary")).to_have_count(0)
    assert offline.address == "year=1999"


def test_a_recorded_day_leads_to_that_day(offline: Offline) -> None:
    offline.open("country=UZB")
    offline.country("Uzbekistan").get_by_role("button", name="19 December 2012").click()
    expect(offline.map).to_have_attribute("data-day", "2012-12-19")
    assert offline.address == "on=2012-12-19&country=UZB"


def test_what_is_recorded_of_a_year_is_listed(offline: Offline) -> None:
    offline.open("year=1999")
    offline.button("Records").click()
    expect(offline.country("1999").get_by_role("listitem").filter(has_text="Georgia").first).to_be_visible()


def test_the_way_to_the_app_leads_to_the_view_on_screen(offline: Offline) -> None:
    offline.open("country=UZB")
    offline.handle.drag(1999)
    expect(offline.page.get_by_role("link", name="Open the dashboard")).to_have_attribute(
        "href", f"{LINK}?year=1999&country=UZB"
    )


# The address


@pytest.mark.parametrize(
    ("query", "year", "shown"),
    [
        ("year=1999&country=UZB", 1999, {"layer": "membership", "day": "1999-12-31"}),
        ("on=1999-03-24", 1999, {"layer": "membership", "day": "1999-03-24"}),
        ("layer=areas&year=1997", 1997, {"layer": "areas"}),
        ("layer=operation&day=2022-01-09", 2022, {"layer": "operation", "day": "2022-01-09"}),
    ],
)
def test_an_address_opens_on_its_view_and_stays_as_it_is(
    offline: Offline, query: str, year: int, shown: dict[str, str]
) -> None:
    offline.open(query)
    expect_year(offline, year)
    for name, value in shown.items():
        expect(offline.map).to_have_attribute(f"data-{name}", value)
    assert set(offline.address.split("&")) == set(query.split("&"))


def test_the_address_can_be_changed_by_hand(offline: Offline) -> None:
    offline.open("year=1999")
    offline.page.evaluate("() => (location.hash = '#year=2012&country=UZB')")
    expect_year(offline, 2012)
    expect(offline.country("Uzbekistan")).to_be_visible()
    offline.page.evaluate("() => (location.hash = '#year=1812')")
    expect(offline.page.get_by_role("alert")).to_contain_text("year “1812”")


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("year=1066", "year “1066” is not understood; expected a year from 1992 to 2026"),
        ("year=<script>alert(1)</script>", "year “<script>alert(1)</script>”"),
        ("on=1999-02-30", "on “1999-02-30”"),
        ("layer=operation&day=2022-02-01", "day “2022-02-01”"),
        ("country=XYZ", "country “XYZ”"),
        ("layer=moon", "layer “moon”"),
        ("marks=rockets", "marks “rockets”"),
        ("theme=blue", "theme “blue” is not understood; expected one of light dark"),
        ("controls=all", "controls “all”"),
    ],
)
def test_a_bad_value_gives_a_notice_and_the_usual_view(offline: Offline, query: str, said: str) -> None:
    offline.open(query)
    notice = offline.page.get_by_role("alert").filter(has_text=said)
    expect(notice).to_be_visible()
    assert offline.year in (2022, 2026)
    notice.get_by_role("button", name="Close").click()
    expect(notice).to_have_count(0)


@pytest.mark.parametrize(("theme", "fill"), [("light", "rgb(14, 99, 92)"), ("dark", "rgb(67, 214, 196)")])
def test_an_address_chooses_the_theme(offline: Offline, theme: str, fill: str) -> None:
    offline.open(f"theme={theme}")
    expect(offline.state("Russia")).to_have_css("fill", fill)


# One locked view, another view, no scripts, paper


def test_a_locked_view_leaves_no_way_to_another(offline: Offline) -> None:
    offline.open("year=2012&controls=none&country=UZB")
    for control in (offline.slider, offline.button("Play"), offline.layer("Areas"), offline.button("Records")):
        expect(control).to_have_count(0)
    expect(offline.country("Uzbekistan").get_by_text("19 December 2012", exact=True).first).to_be_visible()
    expect(offline.country("Uzbekistan").get_by_role("button", name="19 December 2012")).to_have_count(0)
    name = offline.map.locator(".label .name", has_text="Kazakhstan")
    before = name.bounding_box()
    x, y = offline.pixel(100, 65)  # in Siberia
    offline.page.mouse.move(x, y)
    offline.page.mouse.wheel(0, -600)
    offline.page.mouse.down()
    offline.page.mouse.move(x - 80, y + 40, steps=4)
    offline.page.mouse.up()
    for key in ("PageDown", "ArrowRight", "Space"):
        offline.page.keyboard.press(key)
    expect_year(offline, 2012)
    assert name.bounding_box() == before


def test_a_page_opens_on_the_view_it_was_made_for_and_its_address_says_what_differs(
    browser: Browser, tmp_path: Path
) -> None:
    made = replace(view.default(load().timeline), year=2012, country="UZB", layer="areas")
    with opened(browser, write(tmp_path, made, theme="dark"), viewport={"width": 960, "height": 540}) as page:
        page.open()
        expect_year(page, 2012)
        expect(page.map).to_have_attribute("data-layer", "areas")
        expect(page.country("Uzbekistan")).to_be_visible()
        expect(page.page.locator("html")).to_have_css("color-scheme", "dark")
        page.handle.drag(2013)
        assert page.address == "year=2013"
        page.page.keyboard.press("Escape")
        assert page.address == "year=2013&country="


def test_without_scripts_the_page_says_the_view_in_words(browser: Browser, path: Path) -> None:
    with opened(browser, path, java_script_enabled=False) as page:
        page.page.goto(page.origin)
        expect(page.page.get_by_role("listitem").filter(has_text="Uzbekistan: Membership suspended")).to_be_visible()


def test_on_paper_the_map_fits_the_sheet_and_comes_back(offline: Offline) -> None:
    offline.open("year=2012")
    before = offline.map.bounding_box()
    offline.page.evaluate("() => window.dispatchEvent(new Event('beforeprint'))")
    expect(offline.slider).to_have_count(0)
    assert offline.page.locator("main").bounding_box()["width"] == 1030
    offline.page.evaluate("() => window.dispatchEvent(new Event('afterprint'))")
    expect(offline.slider).to_be_visible()
    assert offline.map.bounding_box() == before


def test_a_printed_page_is_one_sheet(offline: Offline) -> None:
    offline.open("year=2012")
    printed = offline.page.pdf(prefer_css_page_size=True)
    assert printed.count(b"/Type /Page\n") + printed.count(b"/Type /Page ") == 1
