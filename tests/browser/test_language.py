"""The page in Russian: asked for by a link or by the browser, kept while one reads, and no name too long for it."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.dashboard import Dashboard

LONG = "Чрезвычайнодлинноеназвание государства из шестидесяти букв-ы"
OVERFLOWS = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1"
SHOWN = [{"width": 1440, "height": 900}, {"width": 1280, "height": 720}, {"width": 390, "height": 844}]

in_russian = pytest.mark.parametrize("viewer", [{"locale": "ru-RU", "viewport": SHOWN[0]}], ids=["a Russian browser"])


def year_slider(dashboard: Dashboard) -> Locator:
    return dashboard.frame.get_by_role("slider", name="Год")


def language_link(page: Page, name: str) -> Locator:
    return page.get_by_role("navigation", name="Язык").get_by_role("link", name=name)


def expect_language(dashboard: Dashboard, code: str) -> None:
    """The page and the map's own document say the language they are in, whatever Streamlit calls its page."""
    expect(dashboard.page.locator("html")).to_have_attribute("lang", code)
    expect(dashboard.frame.locator("html")).to_have_attribute("lang", code)


def test_a_link_opens_the_page_in_its_language(dashboard: Dashboard) -> None:
    dashboard.open("language=ru&year=2012&country=UZB")
    expect(dashboard.page.get_by_role("heading", name="ОДКБ во времени")).to_be_visible()
    expect(dashboard.page).to_have_title("ОДКБ во времени")
    expect(dashboard.headline).to_have_text("19 декабря приостановлено членство государства: Узбекистан. 6 членов.")
    expect(dashboard.card(country="UZB")).to_contain_text("Членство приостановлено; не учитывается")
    expect(dashboard.card(country="UZB")).to_contain_text("с 19 декабря 2012 года")
    said = "2012, учитываются: 6, Узбекистан: членство приостановлено"
    expect(year_slider(dashboard)).to_have_attribute("aria-valuetext", said)
    expect_language(dashboard, "ru")


def test_the_language_stays_while_one_reads(dashboard: Dashboard) -> None:
    dashboard.open("language=ru&year=1999")
    year_slider(dashboard).focus()
    dashboard.page.keyboard.press("End")
    expect(dashboard.page).to_have_url(f"{dashboard.origin}/?language=ru")
    dashboard.page.get_by_role("navigation", name="Страницы").get_by_role("link", name="Хронология").click()
    expect(dashboard.page.get_by_role("heading", name="Хронология", exact=True)).to_be_visible()
    expect(dashboard.page).to_have_url(f"{dashboard.origin}/?page=timeline&language=ru")


def test_the_link_in_the_header_turns_the_language_and_keeps_the_view(dashboard: Dashboard) -> None:
    dashboard.open("language=ru&year=2012&country=UZB")
    expect(language_link(dashboard.page, "Русский")).to_have_attribute("aria-current", "true")
    language_link(dashboard.page, "English").press("Enter")
    expect(dashboard.page.get_by_role("heading", name="CSTO through time")).to_be_visible()
    expect(dashboard.card(year=2012, country="UZB")).to_contain_text("Membership suspended; not counted")
    expect(dashboard.page).to_have_url(f"{dashboard.origin}/?language=en&year=2012&country=UZB")
    expect_language(dashboard, "en")


def test_an_embed_has_the_link_in_the_map_itself(dashboard: Dashboard) -> None:
    dashboard.page.set_viewport_size({"width": 960, "height": 540})
    dashboard.open("embed=true&year=2003")
    dashboard.frame.get_by_role("link", name="Русский").press("Enter")
    expect(dashboard.headline).to_have_text(
        "18 сентября вступает в силу Устав: Организация существует юридически. 6 членов."
    )
    expect(dashboard.frame.get_by_role("link", name="English")).to_be_visible()


@in_russian
def test_where_the_link_says_nothing_the_browsers_own_language_is_used(dashboard: Dashboard) -> None:
    dashboard.open("year=2003")
    expect(dashboard.page.get_by_role("heading", name="ОДКБ во времени")).to_be_visible()
    expect(dashboard.page).to_have_url(f"{dashboard.origin}/?year=2003")
    expect_language(dashboard, "ru")


@in_russian
def test_a_link_decides_against_the_browser(dashboard: Dashboard) -> None:
    dashboard.open("language=en&year=2003")
    expect(dashboard.page.get_by_role("heading", name="CSTO through time")).to_be_visible()


def test_a_language_that_is_not_offered_gives_a_notice_and_the_usual_one(dashboard: Dashboard) -> None:
    dashboard.open("language=tlh")
    said = "The link's language “tlh” is not understood; expected one of en ru."
    expect(dashboard.page.get_by_role("alert").filter(has_text=said)).to_be_visible()
    expect(dashboard.page.get_by_role("heading", name="CSTO through time")).to_be_visible()


@pytest.mark.parametrize("viewer", [{"viewport": size} for size in SHOWN], ids=lambda viewer: str(viewer["viewport"]))
def test_a_name_of_sixty_letters_breaks_no_layout(dashboard: Dashboard) -> None:
    assert len(LONG) == 60

    def rename(route: Route) -> None:
        scene = route.fetch().json()
        scene["names"] |= {"ARM": LONG, "KAZ": LONG}
        route.fulfill(body=json.dumps(scene), content_type="application/json")

    dashboard.page.route("**/csto/scene.*.json", rename)
    dashboard.open("language=ru&year=2024")
    dashboard.settle()
    expect(dashboard.frame.locator(".label").filter(has_text=LONG).first).to_be_attached()
    assert not dashboard.page.evaluate(OVERFLOWS)
    assert not dashboard.frame.locator("html").evaluate(OVERFLOWS.replace("() =>", "(html) =>"))
    controls = dashboard.frame.locator(".tools button:visible, .tools select:visible, .layers button:visible")
    outer = dashboard.frame.locator("main").bounding_box()
    boxes = [control.bounding_box() for control in controls.all()]
    assert len(boxes) >= 8
    assert all(box["x"] >= outer["x"] and box["x"] + box["width"] <= outer["x"] + outer["width"] + 1 for box in boxes)


@pytest.mark.parametrize("viewer", [{"viewport": size} for size in SHOWN], ids=lambda viewer: str(viewer["viewport"]))
def test_no_button_cuts_its_russian_label_and_the_page_is_not_wider_than_the_window(dashboard: Dashboard) -> None:
    dashboard.open("language=ru&year=1999")
    dashboard.settle()
    cut = dashboard.frame.locator("button:visible").evaluate_all(
        "all => all.filter((one) => one.scrollWidth > one.clientWidth + 1).map((one) => one.textContent)"
    )
    assert cut == []
    assert not dashboard.page.evaluate(OVERFLOWS)


@pytest.mark.parametrize("viewer", [{"viewport": size} for size in SHOWN], ids=lambda viewer: str(viewer["viewport"]))
@pytest.mark.parametrize("year", [1992, 1993, 1999, 2002, 2013, 2024])
def test_the_headline_of_a_year_is_read_to_its_end(dashboard: Dashboard, year: int) -> None:
    dashboard.open(f"language=ru&year={year}")
    dashboard.settle()
    assert dashboard.headline.evaluate("(line) => line.scrollHeight <= line.clientHeight + 1")
