"""WCAG 2.2, level AA, as far as axe can tell: nothing found in any view, light or dark; names, roles and order."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Frame, Page, expect

from dashboard.view import PAGES
from tests.browser import offline
from tests.browser.dashboard import READY_MS, Dashboard

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
OPTIONS = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
MAP = ["", "country=ARM&year=2024", "layer=areas", "layer=operation", "marks=units+bases", "present=1"]
EMBED = ["embed=true", "embed=true&country=ARM", "embed=true&controls=none", "embed=true&page=timeline"]
DESK = {"width": 1440, "height": 900}
SCHEMES = [{"viewport": DESK, "color_scheme": "light"}, {"viewport": DESK, "color_scheme": "dark"}]
PHONE = [{"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}]

# What is left to stand, one by one: the rule, what it is about, and why. Of Streamlit's own page axe finds nothing.
STANDS = {
    ("target-size", "csto-chart"): "A bar or a marker of the timeline is as long as what it shows; each is a line of "
    "the table or the list below it too, which is the exception that success criterion 2.5.8 calls Equivalent.",
}

PART = "path => document.querySelector(path)?.closest('.csto-chart')?.classList[0] ?? ''"


def problems(place: Page | Frame) -> list[str]:
    """What axe finds and nothing excuses, a line each."""
    found = Axe().run(place, options=OPTIONS).response["violations"]
    lines = []
    for rule in found:
        for node in rule["nodes"]:
            if (rule["id"], place.evaluate(PART, node["target"][0])) not in STANDS:
                lines.append(f"{rule['id']}: {node['html'][:160]}")
    return lines


def frame_of(dashboard: Dashboard) -> Frame:
    """The map's own document."""
    return dashboard.map.element_handle().owner_frame()


@pytest.mark.parametrize("viewer", SCHEMES)
@pytest.mark.parametrize("query", [*MAP, *EMBED, *(f"page={page}" for page in PAGES if page != "map")])
def test_nothing_is_found_in_any_view(dashboard: Dashboard, query: str) -> None:
    dashboard.open(query)
    dashboard.settle()
    if query == "page=forces":
        dashboard.page.locator("svg.marks").wait_for(timeout=READY_MS)
    assert problems(dashboard.page) == []
    if "page=" not in query:
        assert problems(frame_of(dashboard)) == []


@pytest.mark.parametrize("viewer", PHONE)
@pytest.mark.parametrize("query", ["", "country=ARM", "layer=operation", "page=timeline"])
def test_nothing_is_found_on_a_phone(dashboard: Dashboard, query: str) -> None:
    dashboard.open(query)
    dashboard.settle()
    assert problems(dashboard.page) == []
    assert "page=" in query or problems(frame_of(dashboard)) == []


@pytest.mark.parametrize("viewer", SCHEMES)
def test_nothing_is_found_in_what_opens(dashboard: Dashboard) -> None:
    dashboard.open("year=2012")
    for name in ("Table", "Marks", "Zoom in"):
        dashboard.frame.get_by_role("button", name=name, exact=True).click()
    dashboard.frame.locator("button.year").click()
    for summary in dashboard.page.locator(".csto-foot summary").all():
        summary.click()
    assert problems(dashboard.page) == []
    assert problems(frame_of(dashboard)) == []


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("query", ["", "country=ARM&year=2024", "layer=operation"])
def test_nothing_is_found_in_the_offline_page(browser: Browser, tmp_path: Path, query: str, theme: str) -> None:
    with offline.opened(browser, offline.write(tmp_path), viewport=DESK, color_scheme=theme) as page:
        page.open(query)
        assert problems(page.page) == []


def test_what_is_wrong_is_found(dashboard: Dashboard) -> None:
    dashboard.open()
    frame_of(dashboard).evaluate("document.body.append(document.createElement('button'))")
    assert any("button-name" in line for line in problems(frame_of(dashboard)))


def test_what_is_excused_in_the_timeline_can_be_followed_elsewhere(dashboard: Dashboard) -> None:
    dashboard.open("page=timeline")
    dashboard.settle()
    left = dashboard.page.evaluate(
        """() => {
            const all = (selector) => [...document.querySelectorAll(selector)];
            const small = all(".csto-chart a").filter((link) => link.offsetWidth < 24);
            const said = all(".csto-twin a, .csto-milestones a").map((link) => link.search);
            const day = ({ search }) => ["on", "year"].map((field) => new URLSearchParams(search).get(field)).join("");
            return small.map(day).filter((wanted) => wanted && !said.some((there) => there.includes(wanted)));
        }"""
    )
    assert left == []


# Names, roles and order, as a browser hands them to a screen reader

CONTROLS = {"button", "slider", "combobox", "link", "table", "checkbox"}


def tree(dashboard: Dashboard) -> list[tuple[str, str]]:
    """Role and name of everything in the map's document that is not hidden from a screen reader, in order."""
    session = dashboard.page.context.new_cdp_session(frame_of(dashboard).page)
    frames = session.send("Page.getFrameTree")["frameTree"]["childFrames"]
    nodes = session.send("Accessibility.getFullAXTree", {"frameId": frames[0]["frame"]["id"]})["nodes"]
    known = {node["nodeId"]: node for node in nodes}
    said, waiting = [], [nodes[0]["nodeId"]]
    while waiting:
        node = known[waiting.pop()]
        waiting += [child for child in reversed(node.get("childIds", [])) if child in known]
        if not node["ignored"]:
            said.append((node["role"]["value"], node.get("name", {}).get("value", "")))
    return said


def test_names_roles_and_order_of_the_map_are_what_a_screen_reader_needs(dashboard: Dashboard) -> None:
    dashboard.open("year=2012")
    said = [(role, name) for role, name in tree(dashboard) if role in CONTROLS]
    states = [name for role, name in said if role == "button" and ", " in name]
    assert len(states) == 11
    assert "Uzbekistan, Membership suspended; not counted, since 19 December 2012" in states
    names = [name for role, name in said if name not in states]
    assert names == [
        "Membership", "Areas", "Operation 2022", "Tour", "Present",
        "Zoom out", "Zoom in", "Whole map", "Names", "Marks", "Compare", "Table", "Find a country",
        "Previous change", "Play", "Next change", "2012", "Year",
    ]  # fmt: skip
    assert said.index(("button", states[0])) > said.index(("button", "Present"))
    assert said.index(("button", states[-1])) < said.index(("button", "Zoom out"))
    assert ("slider", "Year") in said


def test_context_and_lens_are_no_noise(dashboard: Dashboard) -> None:
    dashboard.open()
    said = tree(dashboard)
    names = " ".join(name for _, name in said)
    assert "South Caucasus" not in names
    assert not {role for role, _ in said} & {"graphics-symbol", "SvgRoot", "Canvas"}
    assert [name for role, name in said if role == "group" and name == "States"] == ["States"]


def test_the_maps_frame_has_a_name_of_its_own(dashboard: Dashboard) -> None:
    dashboard.open()
    named = "Map of the Collective Security Treaty Organization through time"
    expect(dashboard.page.locator(f'iframe[aria-label="{named}"]')).to_have_count(1)
