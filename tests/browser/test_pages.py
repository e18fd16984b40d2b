"""The pages beside the map: reached by a link, kept in the address, in step with the day and the country."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from dashboard.view import PAGES
from tests.browser.dashboard import READY_MS, Dashboard
from tests.browser.server import Server

ROOMS = {"Map": "map", "Timeline": "timeline", "Records": "forces", "Sources": "sources"}


def turn(dashboard: Dashboard, name: str) -> None:
    dashboard.page.get_by_role("navigation", name="Pages").get_by_role("link", name=name).click()


def sheet(dashboard: Dashboard, page: str) -> Locator:
    found = dashboard.page.locator(f'.csto-sheet[data-page="{page}"]')
    expect(found).to_be_visible(timeout=READY_MS)
    return found


def goto(dashboard: Dashboard, app: Server, query: str) -> None:
    dashboard.page.goto(f"{app.url}/?{query}")
    dashboard.map.locator("[data-iso]").first.wait_for(state="attached", timeout=READY_MS)
    dashboard.settle()


def test_pages_keep_day_and_country_and_the_map_is_mounted_once(dashboard: Dashboard) -> None:
    dashboard.open("year=2012&country=UZB")
    dashboard.map.evaluate("map => (map.dataset.kept = 'yes')")
    for name, page in list(ROOMS.items())[1:]:
        turn(dashboard, name)
        expect(sheet(dashboard, page)).to_contain_text("On 31 December 2012")
        expect(sheet(dashboard, page)).to_contain_text("Uzbekistan")
        expect(dashboard.map).not_to_be_visible()
        assert f"year=2012&country=UZB&page={page}" in dashboard.url
    turn(dashboard, "Map")
    expect(dashboard.map).to_be_visible()
    expect(dashboard.card(country="UZB", year=2012)).to_be_visible()
    assert dashboard.map.get_attribute("data-kept") == "yes"


def test_the_back_button_turns_back_to_the_page_before(dashboard: Dashboard) -> None:
    dashboard.open("year=1999")
    turn(dashboard, "Timeline")
    sheet(dashboard, "timeline")
    turn(dashboard, "Sources")
    sheet(dashboard, "sources")
    dashboard.page.go_back()
    sheet(dashboard, "timeline")
    dashboard.page.go_back()
    expect(dashboard.page.locator(".csto-sheet")).to_have_count(0)
    assert dashboard.year == 1999


@pytest.mark.parametrize("leaf", [page for page in PAGES if page not in ("map", "share")])
def test_a_page_opens_by_its_link_and_is_no_wider_than_a_phone(dashboard: Dashboard, app: Server, leaf: str) -> None:
    dashboard.page.set_viewport_size({"width": 390, "height": 844})
    goto(dashboard, app, f"page={leaf}&country=ARM&year=2022")
    expect(sheet(dashboard, leaf).get_by_role("heading", level=2)).to_be_visible()
    assert dashboard.page.evaluate("document.documentElement.scrollWidth") <= 390
    expect(dashboard.page.get_by_role("alert")).to_have_count(0)


def test_a_click_on_the_timeline_moves_the_map_to_that_day(dashboard: Dashboard, app: Server) -> None:
    goto(dashboard, app, "page=timeline")
    spell = dashboard.page.get_by_role("link", name="Uzbekistan, since 19 December 2012")
    spell.first.click()
    expect(dashboard.map).to_be_visible()
    assert dashboard.map.get_attribute("data-day") == "2012-12-19"
    assert dashboard.statuses()["UZB"] == "suspended"
    expect(dashboard.card(country="UZB")).to_be_visible()


def test_a_disputed_mark_leads_to_what_each_source_says(dashboard: Dashboard) -> None:
    dashboard.open("year=2024&country=ARM")
    dashboard.settle()
    mark = dashboard.page.locator(".csto-story .csto-disputed").first
    wanted = mark.get_attribute("href").partition("#")[2]
    mark.click()
    sheet(dashboard, "disagreements")
    expect(dashboard.page.locator(f'[id="{wanted}"]')).to_be_in_viewport()


def test_every_download_arrives_under_its_name(dashboard: Dashboard, app: Server) -> None:
    goto(dashboard, app, "page=data")
    names = []
    for link in dashboard.page.locator('a[href*="csto/"]').all():
        with dashboard.page.expect_download() as found:
            link.click()
        names.append(found.value.suggested_filename)
        assert found.value.path().stat().st_size > 1000
    assert [name.rpartition(".")[2] for name in names] == ["zip", "geojson", "csv"]


def test_the_chart_of_strengths_is_drawn_and_has_its_table(dashboard: Dashboard, app: Server) -> None:
    goto(dashboard, app, "page=forces")
    expect(dashboard.page.get_by_test_id("stVegaLiteChart")).to_be_visible(timeout=READY_MS)
    expect(dashboard.page.get_by_role("table").filter(has_text="20,000").first).to_be_visible()


def test_a_page_that_does_not_exist_is_said_and_the_map_is_shown(dashboard: Dashboard) -> None:
    dashboard.open("page=nowhere")
    expect(dashboard.page.get_by_role("alert")).to_contain_text("nowhere")
    expect(dashboard.map).to_be_visible()


def test_an_embed_of_a_page_is_that_page_alone(dashboard: Dashboard, app: Server) -> None:
    goto(dashboard, app, "embed=true&page=timeline")
    sheet(dashboard, "timeline")
    expect(dashboard.page.get_by_role("navigation", name="Pages")).to_have_count(0)
