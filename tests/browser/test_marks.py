"""Small marks on the map: off until asked for, told apart by form, and never in the way of a state."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from dashboard import marks
from dashboard.atlas import load
from dashboard.marks import Mark
from dashboard.view import MARKS
from tests.browser.dashboard import Dashboard
from tests.browser.drag import at_rest

SHIPPED = marks.of(load().timeline, load().words)
DOCUMENT = re.compile(r"/csto/marks\.\w+\.json$")
ALL = "+".join(MARKS)
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>\\"


def symbols(dashboard: Dashboard, kind: str = "") -> Locator:
    """The marks that are shown, of one kind or of all."""
    glyph = f":has(.glyph.{kind})" if kind else ""
    return dashboard.map.locator(f".mark:not([hidden]){glyph}")


def asked_for(page: Page) -> list[str]:
    """Fills with every address of the marks that the page asks for from now on."""
    found: list[str] = []
    page.on("request", lambda request: DOCUMENT.search(request.url) and found.append(request.url))
    return found


def of_year(kind: str, year: int) -> list[Mark]:
    return [mark for mark in SHIPPED if mark.kind == kind and mark.first.year <= year <= mark.last.year]


def choose(dashboard: Dashboard, *names: str) -> None:
    dashboard.frame.get_by_role("button", name="Marks").click()
    kinds = dashboard.frame.get_by_role("group", name="Marks")
    for name in names:
        kinds.get_by_role("checkbox", name=name).click()


def only(mark: Mark, **changed: object) -> str:
    """The document of the marks with one alone, with other texts."""
    sent = {name: getattr(mark, name) for name in Mark.__dataclass_fields__}
    return json.dumps([sent | {"first": str(mark.first), "last": str(mark.last)} | changed])


# Off and on


def test_nothing_is_loaded_or_made_until_a_kind_is_chosen(dashboard: Dashboard) -> None:
    requests = asked_for(dashboard.page)
    dashboard.open("year=2012")
    dashboard.handle.drag(2022)
    dashboard.settle()
    assert requests == []
    expect(dashboard.map.locator(".mark")).to_have_count(0)
    expect(dashboard.frame.locator(".legend .marks")).to_be_hidden()
    choose(dashboard, "Exercises", "Crises")
    expect(symbols(dashboard, "crises").first).to_be_visible()
    assert len(requests) == 1, "asked for once, whatever is chosen next"
    expect(dashboard.page).to_have_url(f"{dashboard.origin}/?year=2022&marks=exercises+crises")


@pytest.mark.parametrize("kind", MARKS)
@pytest.mark.parametrize("year", [1999, 2010, 2018, 2022])
def test_a_link_shows_what_there_was_in_its_year(dashboard: Dashboard, kind: str, year: int) -> None:
    dashboard.open(f"year={year}&marks={kind}")
    line = dashboard.frame.locator(f".legend .marks li.{kind}")
    expect(line).to_be_visible()
    drawn = of_year(kind, year)
    expect(line.locator(".count")).to_have_text(str(len({mark.id for mark in drawn})))
    expect(symbols(dashboard)).to_have_count(len({(mark.x, mark.y) for mark in drawn}))
    said = " ".join(symbols(dashboard).evaluate_all("all => all.map(mark => mark.ariaLabel)"))
    assert all(mark.name in said and mark.place in said for mark in drawn)


def test_marks_follow_the_handle_while_it_is_held_and_are_never_made_again(dashboard: Dashboard) -> None:
    dashboard.open(f"year=2022&marks={ALL}")
    expect(symbols(dashboard, "crises")).to_have_count(len(of_year("crises", 2022)))
    made = dashboard.map.locator(".mark").count()
    height = dashboard.map.bounding_box()["height"]
    handle = dashboard.handle
    handle.press()
    for year in (2010, 1995, 2024):
        handle.move(year)
        for kind in MARKS:
            places = {(mark.x, mark.y) for mark in of_year(kind, year)}
            assert symbols(dashboard, kind).count() == len(places), f"{kind} in {year}"
        assert dashboard.map.bounding_box()["height"] == height, "the map must not jump"
    handle.release()
    assert dashboard.map.locator(".mark").count() == made


def test_a_year_without_exercises_keeps_their_line_greyed(dashboard: Dashboard) -> None:
    dashboard.open("year=1999&marks=exercises")
    expect(dashboard.frame.locator(".legend .marks li.exercises")).to_have_class("exercises absent")


def test_an_exact_day_shows_the_bases_of_that_day(dashboard: Dashboard) -> None:
    dashboard.open("on=2014-06-02&marks=bases")
    manas = symbols(dashboard).and_(dashboard.frame.get_by_label("Transit centre at Manas"))
    expect(manas).to_have_count(1)
    dashboard.type_day("2014-06-03")
    expect(manas).to_have_count(0)


def test_there_are_no_marks_in_the_operation_and_they_come_back_after_it(dashboard: Dashboard) -> None:
    dashboard.open("year=2022&marks=units")
    expect(symbols(dashboard).first).to_be_visible()
    dashboard.layer("Operation 2022").click()
    expect(symbols(dashboard)).to_have_count(0)
    expect(dashboard.frame.locator(".legend .marks")).to_be_hidden()
    dashboard.layer("Areas").click()
    expect(symbols(dashboard).first).to_be_visible()


def test_back_takes_a_choice_of_marks_back(dashboard: Dashboard) -> None:
    dashboard.open("year=2022")
    choose(dashboard, "Units")
    expect(dashboard.page).to_have_url(f"{dashboard.origin}/?year=2022&marks=units")
    dashboard.settle()
    dashboard.page.go_back()
    expect(symbols(dashboard)).to_have_count(0)
    expect(dashboard.page).to_have_url(f"{dashboard.origin}/?year=2022")


@pytest.mark.parametrize("place", ["list", "button"])
def test_escape_closes_the_list_of_kinds_and_keeps_the_country(dashboard: Dashboard, place: str) -> None:
    dashboard.open("year=2022&country=KAZ")
    choose(dashboard, "Units")
    kinds = dashboard.frame.get_by_role("group", name="Marks")
    button = dashboard.frame.get_by_role("button", name="Marks")
    if place == "button":
        button.focus()
    dashboard.page.keyboard.press("Escape")
    expect(kinds).to_be_hidden()
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")
    assert "country=KAZ" in dashboard.url


# What is said


def test_the_legend_says_that_bases_are_not_the_organizations(dashboard: Dashboard) -> None:
    dashboard.open("year=2022&marks=bases")
    line = dashboard.frame.locator(".legend .marks li.bases .name")
    expect(line).to_have_text("Bases (Russian, not CSTO)")
    dashboard.handle.drag(2010)
    expect(line).to_contain_text("US, not CSTO")
    dashboard.frame.get_by_role("button", name="Marks").click()
    expect(dashboard.frame.get_by_role("checkbox", name="Bases (not the Organization's)")).to_be_checked()


def test_hover_says_name_date_place_label_and_sources(dashboard: Dashboard) -> None:
    dashboard.open("year=2022&marks=bases")
    symbols(dashboard).and_(dashboard.frame.get_by_label("Gyumri")).hover()
    hint = dashboard.frame.locator(".hint.beside")
    for said in (
        "102nd Military Base, Gyumri",
        "since 1995",
        "within 10 km",
        "Russian, not CSTO",
        "Sources: 004 R88 R97",
    ):
        expect(hint).to_contain_text(said)
    expect(dashboard.frame.locator(".hint:visible")).to_have_count(1)
    dashboard.page.mouse.move(*dashboard.pixel(100, 60))
    expect(hint).to_be_hidden()


def test_several_at_one_place_share_a_mark_with_their_number(dashboard: Dashboard) -> None:
    dashboard.open("year=2010&marks=bases")
    dushanbe = symbols(dashboard).and_(dashboard.frame.get_by_label("Dushanbe"))
    expect(dushanbe).to_have_text("2")
    dashboard.page.mouse.move(*dashboard.pixel(68.7739, 38.56))
    hint = dashboard.frame.locator(".hint.beside")
    expect(hint).to_contain_text("201st Military Base, Dushanbe")
    expect(hint).to_contain_text("French air detachment, Dushanbe")


def test_a_mark_that_lies_under_others_is_said_with_them(dashboard: Dashboard) -> None:
    dashboard.open("year=2010&marks=bases")
    expect(symbols(dashboard).first).to_be_visible()
    dashboard.page.mouse.move(*dashboard.pixel(68.7713, 37.8373))
    said = dashboard.frame.locator(".hint.beside .told strong").all_inner_texts()
    assert len(said) > 1
    assert "201st Military Base, Bokhtar" in said


@pytest.mark.parametrize(
    ("query", "name", "form"),
    [
        ("year=2022&marks=exercises", "Indestructible Brotherhood 2022", "open"),
        ("year=2018&marks=exercises", "Frontier 2018", "dashed"),
        ("year=2018&marks=exercises", "Cobalt 2018", "full"),
        ("year=2020&marks=crises", "Belarus 2020", "open"),
        ("year=2022&marks=bases", "Chaldovar", "dashed"),
    ],
)
def test_what_is_not_certain_or_did_not_happen_has_a_form_of_its_own(
    dashboard: Dashboard, query: str, name: str, form: str
) -> None:
    dashboard.open(query)
    mark = symbols(dashboard).and_(dashboard.frame.get_by_label(name))
    expect(mark.locator(".glyph")).to_have_attribute("data-form", form)


def test_a_circle_shows_how_uncertain_a_place_is_once_it_is_larger_than_the_mark(dashboard: Dashboard) -> None:
    dashboard.open("year=2022&marks=bases")
    expect(symbols(dashboard).first).to_be_visible()
    circles = dashboard.map.locator("path.reach.line.on")
    expect(circles).to_have_count(0)
    dashboard.map.evaluate("() => window.map.setZoom(-1, {animate: false})")
    expect(circles).to_have_count(len({(mark.x, mark.y) for mark in of_year("bases", 2022) if mark.radius * 0.5 > 8}))


@pytest.mark.parametrize("part", ["name", "dated", "place", "label", "text", "sources"])
def test_markup_in_a_record_is_shown_and_not_run(dashboard: Dashboard, part: str) -> None:
    mark = next(mark for mark in SHIPPED if mark.kind == "bases")

    def answer(route: Route) -> None:
        route.fulfill(body=only(mark, **{part: HOSTILE}), content_type="application/json")

    dashboard.page.route(DOCUMENT, answer)
    dashboard.open("year=2022&marks=bases")
    symbols(dashboard).hover()
    expect(dashboard.frame.locator(".hint.beside")).to_contain_text(HOSTILE)
    expect(dashboard.frame.locator(".hint.beside :is(img, script)")).to_have_count(0)


def test_a_text_of_any_length_stays_within_the_map(dashboard: Dashboard) -> None:
    mark = next(mark for mark in SHIPPED if mark.kind == "bases")
    long = only(mark, name="n" * 10_000, place="p" * 10_000, text="t" * 10_000)
    dashboard.page.route(DOCUMENT, lambda route: route.fulfill(body=long, content_type="application/json"))
    dashboard.open("year=2022&marks=bases")
    symbols(dashboard).hover()
    hint, stage = dashboard.frame.locator(".hint.beside").bounding_box(), dashboard.map.bounding_box()
    assert stage["x"] <= hint["x"]
    assert hint["x"] + hint["width"] <= stage["x"] + stage["width"]
    assert stage["y"] <= hint["y"]
    assert hint["y"] + hint["height"] <= stage["y"] + stage["height"]


# Never in the way


def test_a_click_on_a_mark_chooses_the_state_under_it(dashboard: Dashboard) -> None:
    dashboard.open("year=2022&marks=bases")
    symbols(dashboard).and_(dashboard.frame.get_by_label("Balkhash")).click()
    expect(dashboard.card(country="KAZ")).to_be_visible()


def test_a_drag_that_begins_on_a_mark_moves_the_map(dashboard: Dashboard) -> None:
    dashboard.open("year=2022&marks=bases")
    mark = symbols(dashboard).and_(dashboard.frame.get_by_label("Balkhash"))
    before = at_rest(mark)
    x, y = before["x"] + before["width"] / 2, before["y"] + before["height"] / 2
    dashboard.page.mouse.move(x, y)
    dashboard.page.mouse.down()
    dashboard.page.mouse.move(x + 60, y - 30, steps=6)
    # Read while the button is down: let go, the map glides on a little, as far as the hand was fast.
    assert at_rest(mark)["x"] == pytest.approx(before["x"] + 60, abs=3)
    dashboard.page.mouse.up()
    expect(dashboard.card()).to_have_count(0)


def test_marks_are_named_images_and_neither_buttons_nor_states(dashboard: Dashboard) -> None:
    dashboard.open(f"year=2022&marks={ALL}")
    expect(symbols(dashboard).first).to_be_visible()
    found = symbols(dashboard).evaluate_all("all => all.map(m => [m.role, m.ariaLabel, {...m.dataset}, m.tabIndex])")
    names = tuple(load().words.state(code) for code in load().timeline.states)
    assert all(role == "img" and data == {} and tab == -1 for role, _, data, tab in found)
    assert not [label for _, label, _, _ in found if label.startswith(names)]
    expect(dashboard.map.locator("[data-iso]")).to_have_count(len(names))
    expect(dashboard.map.locator("[data-status]:not([data-iso])")).to_have_count(0)


@pytest.mark.parametrize("viewer", [{"viewport": {"width": 390, "height": 844}}])
def test_on_a_phone_every_kind_can_be_chosen(dashboard: Dashboard) -> None:
    dashboard.open("year=2022")
    choose(dashboard, "Units", "Exercises", "Crises", "Bases")
    expect(dashboard.page).to_have_url(f"{dashboard.origin}/?year=2022&marks={ALL}")
    expect(symbols(dashboard, "bases").first).to_be_attached()
    assert dashboard.page.evaluate("() => document.documentElement.scrollWidth") <= 390
