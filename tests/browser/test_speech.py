"""What is said aloud: the slider while keys repeat, one live region once the view has rested."""

from __future__ import annotations

from playwright.sync_api import Locator, expect

from tests.browser.dashboard import Dashboard


def spoken(dashboard: Dashboard) -> Locator:
    return dashboard.frame.locator('.spoken[aria-live="polite"]')


def test_while_a_key_repeats_the_slider_alone_speaks(dashboard: Dashboard) -> None:
    dashboard.open("year=1996")
    dashboard.slider.focus()
    said = dashboard.map.evaluate_handle(
        """() => {
            const [live, said] = [document.querySelector(".spoken"), []];
            const note = () => live.textContent && said.push(live.textContent);
            new MutationObserver(note).observe(live, { childList: true });
            return said;
        }"""
    )
    for _ in range(6):
        dashboard.page.keyboard.press("ArrowRight")
    expect(dashboard.slider).to_have_attribute("aria-valuetext", "2002, 6 in, Charter signed")
    expect(spoken(dashboard)).to_contain_text("Charter")
    assert len(said.json_value()) == 1


def test_states_that_changed_on_the_way_are_said(dashboard: Dashboard) -> None:
    dashboard.open("year=1998")
    dashboard.slider.focus()
    for _ in range(3):
        dashboard.page.keyboard.press("ArrowRight")
    expect(spoken(dashboard)).to_have_text("Azerbaijan, Georgia, Uzbekistan: Former party (did not renew, 1999)")


def test_where_nothing_changed_nothing_is_said(dashboard: Dashboard) -> None:
    dashboard.open("year=1999")
    dashboard.slider.focus()
    dashboard.page.keyboard.press("ArrowLeft")
    expect(spoken(dashboard)).to_contain_text("Azerbaijan, Georgia, Uzbekistan: ")
    dashboard.page.keyboard.press("ArrowLeft")
    expect(spoken(dashboard)).to_have_text("")
    heard = "live => new Promise(tell => setTimeout(() => tell(live.textContent), 1000))"  # twice the rest
    assert spoken(dashboard).evaluate(heard) == ""


def test_opening_and_closing_the_card_are_said(dashboard: Dashboard) -> None:
    dashboard.open()
    dashboard.state("Armenia").focus()
    dashboard.page.keyboard.press("Enter")
    card = "Card: Armenia, Member; says participation is frozen, since 22 February 2024."
    expect(spoken(dashboard)).to_have_text(card)
    dashboard.page.keyboard.press("Escape")
    expect(spoken(dashboard)).to_have_text("Card closed.")


def test_in_an_embed_which_has_no_card_the_state_itself_is_said(dashboard: Dashboard) -> None:
    dashboard.open("embed=true")
    dashboard.state("Armenia").focus()
    dashboard.page.keyboard.press("Enter")
    expect(spoken(dashboard)).to_have_text("Armenia, Member; says participation is frozen, since 22 February 2024")
