"""The page as a whole: what fits, what is named, what an embed shows, light and dark."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.dashboard import Dashboard

ALL = {"AFG", "ARM", "AZE", "BLR", "GEO", "KAZ", "KGZ", "RUS", "SRB", "TJK", "UZB"}
SCROLLS = (
    "() => [...document.querySelectorAll('[data-testid=stMain], html')].some(e => e.scrollHeight > e.clientHeight + 1)"
)


def test_every_state_with_records_and_no_other_shape_is_a_named_button(dashboard: Dashboard) -> None:
    dashboard.open()
    shapes = dashboard.frame.locator(".leaflet-container path[data-iso]")
    found = shapes.evaluate_all(
        "all => all.map(s => ({...s.dataset, role: s.getAttribute('role'), name: s.ariaLabel}))"
    )
    assert {shape["iso"] for shape in found} == ALL
    assert all(shape["role"] == "button" and shape["status"] and shape["name"] for shape in found)
    assert dashboard.frame.locator("path[role=button]:not([data-iso])").count() == 0
    assert dashboard.frame.locator("[data-year]:not(.leaflet-container)").count() == 0


def test_exactly_one_state_is_a_tab_stop_and_the_map_itself_is_none(dashboard: Dashboard) -> None:
    dashboard.open()
    expect(dashboard.frame.locator('[data-iso][tabindex="0"]')).to_have_count(1)
    expect(dashboard.frame.locator(".leaflet-container[tabindex]")).to_have_count(0)


@pytest.mark.parametrize("query", ["", "country=ARM&year=2024", "layer=operation", "layer=areas&year=1997"])
def test_nothing_scrolls_at_1440_by_900(dashboard: Dashboard, query: str) -> None:
    dashboard.open(query)
    dashboard.settle()
    assert not dashboard.page.evaluate(SCROLLS)
    assert dashboard.map.bounding_box()["width"] > 960
    assert dashboard.map.bounding_box()["height"] > 540


def test_an_embed_is_map_and_timeline_without_padding_or_scroll_bar(dashboard: Dashboard) -> None:
    dashboard.page.set_viewport_size({"width": 960, "height": 540})
    dashboard.open("embed=true&year=2012")
    frame = dashboard.page.locator('iframe[title="streamlit_folium.st_folium"]').bounding_box()
    assert frame == {"x": 0, "y": 0, "width": 960, "height": 540}
    assert not dashboard.page.evaluate(SCROLLS)
    assert dashboard.statuses()["UZB"] == "suspended"
    expect(dashboard.slider).to_be_visible()
    expect(dashboard.page.get_by_role("heading", name="All changes")).to_have_count(0)


def test_legend_rows_stay_in_place_and_count_what_is_present(dashboard: Dashboard) -> None:
    dashboard.open("year=2026")
    rows = dashboard.frame.locator(".statuses li")
    names = rows.locator(".name").all_inner_texts()
    places = [row.bounding_box()["y"] for row in rows.all()]
    dashboard.handle.drag(2005)
    assert [row.bounding_box()["y"] for row in rows.all()] == places
    assert rows.locator(".name").all_inner_texts() == names
    assert rows.locator(".count").all_inner_texts() == ["0", "6", "0", "0", "3", "0"]


def test_names_can_be_turned_off(dashboard: Dashboard) -> None:
    dashboard.open()
    name = dashboard.frame.locator(".label", has_text="Kazakhstan").locator(".name")
    expect(name).to_be_visible()
    dashboard.frame.get_by_role("button", name="Names").click()
    expect(name).to_be_hidden()


@pytest.mark.parametrize(
    ("viewer", "fill"),
    [({"color_scheme": "light"}, "rgb(14, 99, 92)"), ({"color_scheme": "dark"}, "rgb(67, 214, 196)")],
)
def test_the_map_follows_the_theme(dashboard: Dashboard, fill: str) -> None:
    dashboard.open()
    expect(dashboard.state("Russia")).to_have_css("fill", fill)


@pytest.mark.parametrize("title", ["About the boundaries", "Cite this view", "Something wrong?"])
def test_the_foot_opens(dashboard: Dashboard, title: str) -> None:
    dashboard.open()
    opening = dashboard.page.locator("details", has=dashboard.page.get_by_text(title, exact=True))
    opening.locator("summary").click()
    expect(opening.locator("div")).to_be_visible()


def test_the_foot_leads_to_the_sources_and_keeps_the_year(dashboard: Dashboard) -> None:
    dashboard.open("year=1999")
    dashboard.page.locator(".csto-foot").get_by_role("link", name="Sources", exact=True).click()
    expect(dashboard.page.locator('.csto-sheet[data-page="sources"]')).to_be_visible()
    assert "year=1999" in dashboard.url


def test_the_disclaimer_the_day_of_the_data_and_the_licence_are_on_the_page(dashboard: Dashboard) -> None:
    dashboard.open()
    for said in (
        "do not imply endorsement",
        "Present-day boundaries in every year",
        "checked 17 May 2026",
        "CC-BY-4.0",
    ):
        expect(dashboard.page.locator(".csto-foot > p")).to_contain_text(said)


def test_two_tabs_do_not_disturb_each_other(dashboard: Dashboard) -> None:
    dashboard.open("year=1999")
    other = Dashboard(dashboard.page.context.new_page(), dashboard.origin).open("year=2012")
    other.handle.drag(2020)
    expect(other.page).to_have_url(f"{other.origin}/?year=2020")
    assert dashboard.year == 1999
    assert "year=1999" in dashboard.url


@pytest.mark.parametrize("viewer", [{"viewport": {"width": 390, "height": 844}}])
def test_on_a_phone_the_map_comes_first_and_nothing_is_wider_than_the_screen(dashboard: Dashboard) -> None:
    dashboard.open("year=1999")
    assert dashboard.map.bounding_box()["y"] < 250
    assert dashboard.page.evaluate("() => document.documentElement.scrollWidth") <= 390


@pytest.mark.parametrize("viewer", [{"viewport": {"width": 1920, "height": 1080}}])
def test_no_name_is_cut_by_the_edge_of_the_map_in_a_talk(dashboard: Dashboard) -> None:
    dashboard.open("embed=true&present=1&year=2024")
    edge = dashboard.map.bounding_box()
    for name in dashboard.frame.locator(".leaflet-container .label .name").all():
        if name.is_visible():
            box = name.bounding_box()
            assert edge["x"] <= box["x"], name.inner_text()
            assert box["x"] + box["width"] <= edge["x"] + edge["width"], name.inner_text()
