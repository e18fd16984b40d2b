"""A link is a view: every state of the page can be sent, and a bad link is answered in words."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.dashboard import Dashboard


def test_a_link_opens_on_its_year_and_country(dashboard: Dashboard) -> None:
    dashboard.open("year=2012&country=UZB")
    assert dashboard.year == 2012
    assert dashboard.statuses()["UZB"] == "suspended"
    expect(dashboard.card(year=2012, country="UZB")).to_be_visible()


def test_an_exact_day_shows_what_the_year_end_hides(dashboard: Dashboard) -> None:
    dashboard.open("on=1999-03-24")
    statuses = dashboard.statuses()
    assert [statuses[code] for code in ("AZE", "GEO", "UZB")] == ["member"] * 3
    expect(dashboard.map).to_have_attribute("data-day", "1999-03-24")
    expect(dashboard.frame.get_by_text("On 24 March 1999", exact=True)).to_be_visible()
    expect(dashboard.headline).to_contain_text("9 parties to the Treaty")


def test_dragging_leaves_the_exact_day(dashboard: Dashboard) -> None:
    dashboard.open("on=1999-03-24")
    dashboard.handle.drag(2000)
    expect(dashboard.page).to_have_url(f"{dashboard.origin}/?year=2000")


@pytest.mark.parametrize("layer", ["membership", "areas", "operation"])
def test_a_link_opens_on_its_layer(dashboard: Dashboard, layer: str) -> None:
    dashboard.open(f"layer={layer}")
    expect(dashboard.map).to_have_attribute("data-layer", layer)


def test_the_defaults_stay_out_of_the_address(dashboard: Dashboard) -> None:
    dashboard.open("year=1999")
    dashboard.slider.focus()
    dashboard.page.keyboard.press("End")
    expect(dashboard.page).to_have_url(f"{dashboard.origin}/")


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("year=1066", "year “1066”"),
        ("year=%3Cscript%3Ealert(1)%3C/script%3E", "year “<script>alert(1)</script>”"),
        ("on=1999-02-30", "on “1999-02-30”"),
        ("on=2030-01-01", "on “2030-01-01”"),
        ("layer=operation&day=2022-02-01", "day “2022-02-01”"),
        ("country=XYZ", "country “XYZ”"),
        ("layer=moon", "layer “moon”"),
        ("compare=1066", "compare “1066”"),
        ("theme=black", "theme “black”"),
    ],
)
def test_a_bad_value_gives_a_notice_and_the_usual_view(dashboard: Dashboard, query: str, said: str) -> None:
    dashboard.open(query)
    expect(dashboard.page.get_by_role("alert").filter(has_text=said)).to_be_visible()
    assert dashboard.year in (2022, 2026)
    expect(dashboard.card()).to_have_count(0)


def test_other_parameters_of_the_address_are_kept(dashboard: Dashboard) -> None:
    dashboard.open("from=lecture&year=1999")
    dashboard.handle.drag(2003)
    expect(dashboard.page).to_have_url(f"{dashboard.origin}/?from=lecture&year=2003")
