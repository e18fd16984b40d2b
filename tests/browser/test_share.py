"""Share: what a reader takes away is the view on screen, and it leads back to it."""

from __future__ import annotations

import html
import re
import zipfile

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.dashboard import Dashboard
from tests.browser.server import Server


@pytest.fixture
def share(dashboard: Dashboard) -> Locator:
    """The panel, opened for 2012 and Uzbekistan."""
    dashboard.open("year=2012&country=UZB&page=share")
    panel = dashboard.page.locator(".csto-share")
    expect(panel).to_be_visible()
    return panel


def frames(share: Locator) -> list[str]:
    """The snippets to copy, as they would be pasted."""
    return [text for text in share.locator("pre").all_inner_texts() if text.startswith("<iframe")]


def test_the_link_leads_to_the_view_and_not_back_to_share(dashboard: Dashboard, share: Locator) -> None:
    expect(share.locator(".csto-copy code").first).to_have_text(f"{dashboard.origin}/?year=2012&country=UZB")
    expect(share.get_by_role("img", name="QR code of the link")).to_be_visible()


def test_what_is_shared_is_shown_beforehand(share: Locator) -> None:
    preview = share.get_by_role("img", name=re.compile("^What is shared: On 31 December 2012"))
    expect(preview).to_be_visible()
    preview.evaluate("image => image.decode()")
    assert preview.evaluate("image => [image.naturalWidth, image.naturalHeight]") == [640, 360]


def test_a_drag_carries_all_of_share_along(dashboard: Dashboard, share: Locator) -> None:
    dashboard.handle.drag(1999)
    expect(share.locator(".csto-copy code").first).to_have_text(f"{dashboard.origin}/?year=1999&country=UZB")
    expect(share.get_by_role("link", name="Slide (PPTX)")).to_have_attribute("href", re.compile("year=1999"))


def test_a_slide_is_saved_and_its_size_said(dashboard: Dashboard, share: Locator, tmp_path) -> None:
    with dashboard.page.expect_download() as saved:
        share.get_by_role("link", name="Slide (PPTX)").click()
    saved.value.save_as(tmp_path / "slide.pptx")
    assert saved.value.suggested_filename == "csto-2012-UZB.pptx"
    with zipfile.ZipFile(tmp_path / "slide.pptx") as packed:
        assert "Uzbekistan" in packed.read("ppt/slides/slide1.xml").decode()
    expect(share.get_by_role("status")).to_have_text(re.compile(r"^Saved, \d+ k?MB$|^Saved, \d+ kB$"))


def test_the_map_can_be_dragged_while_a_deck_is_made(dashboard: Dashboard, share: Locator) -> None:
    with dashboard.page.expect_download() as saved:
        share.get_by_role("link", name="Deck (PPTX)").click()
        dashboard.handle.drag(1994)
        assert dashboard.statuses()["UZB"] == "member"
    assert saved.value.suggested_filename == "csto-stops.pptx"


def test_what_cannot_be_made_is_said_beside_its_link(browser: Browser, app: Server) -> None:
    page = browser.new_page()  # not a watched one: the browser notes the refusal as an error
    page.route("**/csto/make/gif*", lambda route: route.fulfill(status=503, body="Please try again."))
    Dashboard(page, app.url).open("page=share")
    page.get_by_role("link", name="Animation (GIF)").click()
    expect(page.locator(".csto-share").get_by_role("status")).to_have_text("Please try again.")
    page.close()


def shown_alone(page: Page, snippet: str) -> None:
    page.set_content(f"<!DOCTYPE html><title>Article</title>{snippet}")


@pytest.mark.parametrize(("number", "kind"), [(0, "live"), (1, "newest"), (2, "pinned")])
def test_a_frame_pasted_into_an_article_shows_the_view(dashboard: Dashboard, share: Locator, number, kind) -> None:
    snippet = frames(share)[number]
    article = dashboard.page.context.new_page()
    shown_alone(article, snippet)
    frame = article.frame_locator("iframe").first
    shown = frame.frame_locator("iframe") if kind == "live" else frame
    container = shown.locator(".leaflet-container[data-year]")
    expect(container).to_have_attribute("data-year", "2012")
    expect(shown.locator('[data-iso="UZB"]')).to_have_attribute("aria-pressed", "true")
    article.close()


def test_a_page_that_takes_frames_out_is_left_with_the_still_and_a_link(dashboard: Dashboard, share: Locator) -> None:
    for snippet in frames(share):
        inside = re.search(r"<iframe[^>]*>(.*)</iframe>", snippet, re.DOTALL)[1]
        article = dashboard.page.context.new_page()
        shown_alone(article, inside)
        still = article.get_by_role("link").get_by_role("img", name=re.compile("^On 31 December 2012"))
        still.evaluate("image => image.decode()")
        assert article.get_by_role("link").get_attribute("href") == f"{dashboard.origin}/?year=2012&country=UZB"
        article.close()


def test_the_citation_names_version_day_licence_and_link(dashboard: Dashboard, share: Locator) -> None:
    text, entry = share.locator("section").last.locator(".csto-copy").all_inner_texts()
    for said in (text, entry):
        assert re.search(r"Data \d+\.\d+\.\d+, checked ", said)
        assert "CC-BY-4.0" in said
        assert f"{dashboard.origin}/?year=2012&country=UZB" in html.unescape(said)
    assert entry.startswith("@misc{csto-through-time,")


def test_an_embed_has_no_share(dashboard: Dashboard) -> None:
    dashboard.open("embed=true&page=share")
    expect(dashboard.page.locator(".csto-share")).to_have_count(0)
