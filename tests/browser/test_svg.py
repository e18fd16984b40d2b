"""The SVG in a browser: it looks as the PNG does, asks for nothing, and its words are words."""

from __future__ import annotations

import io
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import Browser, expect

from dashboard.exports import still, svg
from dashboard.exports.plate import Words
from tests.plates import plate, said

SIZE = (1280, 720)


def drawn(browser: Browser, text: str, tmp_path) -> np.ndarray:
    """The SVG, opened from disk with the network refused, as small pixels: edges are drawn a little differently."""
    file = tmp_path / "picture.svg"
    file.write_text(text, encoding="utf-8")
    context = browser.new_context(viewport={"width": SIZE[0], "height": SIZE[1]}, offline=True)
    asked: list[str] = []
    page = context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    image = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    context.close()
    assert asked == [file.as_uri()]
    return small(image)


def small(image: Image.Image) -> np.ndarray:
    return np.asarray(image.resize((SIZE[0] // 8, SIZE[1] // 8), Image.Resampling.BOX), dtype=float)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", ["1992", "1999", "2012", "2013", "2024", "areas 1997", "operation whole"])
def test_it_looks_as_the_png_does_but_for_the_font(browser, tmp_path, name, theme):
    whole = plate(name, SIZE, theme)
    found = replace(whole, items=tuple(item for item in whole.items if not isinstance(item, Words)))
    difference = np.abs(drawn(browser, svg.text(found), tmp_path) - small(still.image(found)))
    assert difference.mean() < 2.5
    assert np.quantile(difference, 0.999) < 40


def test_its_words_can_be_read_and_its_link_followed(browser, tmp_path):
    found = plate("2012", SIZE)
    file = tmp_path / "picture.svg"
    file.write_text(svg.text(found), encoding="utf-8")
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.goto(file.as_uri())
    for name in ("Year", "Day", "Headline", "Disclaimer", "Sources"):
        expect(page.locator(f'[data-name="{name}"]')).to_contain_text(said(found, name).split(". ")[0][:40])
    expect(page.locator("a")).to_have_attribute("href", found.link)
    expect(page.locator("#state-UZB")).to_have_attribute("data-status", "suspended")
    context.close()
