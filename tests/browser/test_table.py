"""The states as a table in the map's own document, in step with the map."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.dashboard import Dashboard


@pytest.fixture
def table(dashboard: Dashboard) -> Locator:
    """The table, opened with the keyboard in 2012."""
    dashboard.open("year=2012")
    toggle = dashboard.frame.get_by_role("button", name="Table")
    toggle.focus()
    expect(dashboard.frame.get_by_role("table")).to_have_count(0)
    dashboard.page.keyboard.press("Enter")
    expect(toggle).to_have_attribute("aria-expanded", "true")
    return dashboard.frame.get_by_role("table")


def names(table: Locator) -> list[str]:
    return table.locator("tbody th").all_inner_texts()


def test_the_table_holds_what_the_map_shows(dashboard: Dashboard, table: Locator) -> None:
    rows = table.get_by_role("row")
    expect(rows).to_have_count(12)
    uzbekistan = rows.filter(has=dashboard.page.get_by_role("rowheader", name="Uzbekistan"))
    expect(uzbekistan).to_contain_text("Membership suspended; not counted")
    expect(uzbekistan).to_contain_text("since 19 December 2012")
    expect(table.locator("caption")).to_have_text("On 31 December 2012")


def test_the_table_is_in_step_with_the_drag(dashboard: Dashboard, table: Locator) -> None:
    uzbekistan = table.locator('[data-row="UZB"]')
    dashboard.handle.press()
    dashboard.handle.move(2008)
    expect(uzbekistan).to_contain_text("Member")
    expect(table.locator("caption")).to_have_text("On 31 December 2008")
    dashboard.handle.move(2000)
    expect(uzbekistan).to_contain_text("Former party")
    dashboard.handle.release()


def test_the_table_is_sorted_by_any_column_both_ways(dashboard: Dashboard, table: Locator) -> None:
    heads = {name: table.get_by_role("columnheader", name=name) for name in ("State", "Status", "When")}
    expect(heads["State"]).to_have_attribute("aria-sort", "ascending")
    assert names(table) == sorted(names(table))
    for sort, first, last in (
        ("State", "Uzbekistan", "Afghanistan"),
        ("Status", "Armenia", "Serbia"),
        ("Status", "Serbia", "Armenia"),
        ("When", "Afghanistan", "Uzbekistan"),
    ):
        button = heads[sort].get_by_role("button")
        button.focus()
        dashboard.page.keyboard.press("Enter")
        expect(button).to_be_focused()
        assert [names(table)[0], names(table)[-1]] == [first, last]
    expect(heads["When"]).to_have_attribute("aria-sort", "ascending")
    expect(heads["Status"]).to_have_attribute("aria-sort", "none")


def test_a_sorted_table_stays_sorted_while_the_year_moves(dashboard: Dashboard, table: Locator) -> None:
    table.get_by_role("columnheader", name="When").get_by_role("button").click()
    dashboard.handle.drag(1999)
    assert names(table)[-3:] == ["Azerbaijan", "Georgia", "Uzbekistan"]


def test_a_row_chooses_its_state_and_escape_closes_the_table_first(dashboard: Dashboard, table: Locator) -> None:
    button = table.get_by_role("button", name="Georgia")
    button.focus()
    dashboard.page.keyboard.press("Enter")
    expect(dashboard.card(country="GEO")).to_be_visible()
    expect(button).to_have_attribute("aria-pressed", "true")
    dashboard.page.keyboard.press("Escape")
    expect(table).to_have_count(0)
    expect(dashboard.frame.get_by_role("button", name="Table")).to_be_focused()
    expect(dashboard.card(country="GEO")).to_be_visible()
