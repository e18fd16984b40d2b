"""The hand-out: all stops on one page, each with its year, its line and its statuses, light enough for a slide."""

from __future__ import annotations

from itertools import combinations

import pytest
from shapely.geometry import box

from dashboard import palette, scene, stance
from dashboard.exports import grid, slide, still
from dashboard.exports.plate import Area
from tests.plates import ATLAS, ENGLISH, LINK, LONG, TIMELINE, bounds, named, room, said, words_of

A4, WIDE = (1754, 1240), (1920, 1080)
every_page = pytest.mark.parametrize("size", [A4, WIDE, (3508, 2480), (1280, 720), (1080, 1350)], ids=str)
SPANS = {"stops": TIMELINE.stops, "all": tuple(TIMELINE.years), "two": (1999, TIMELINE.last_year), "one": (2012,)}
every_span = pytest.mark.parametrize("span", SPANS)


def page(size=A4, span="stops", theme="light", words=ENGLISH):
    return grid.plate(TIMELINE, ATLAS.shapes, words, SPANS[span], theme, *size, LINK)


@every_span
def test_each_year_has_its_line_and_a_map_of_its_statuses(span):
    found = page(span=span)
    for year in SPANS[span]:
        assert said(found, f"{year}: Year") == str(year)
        line = scene.line(TIMELINE, year, ENGLISH) or "No change of status"
        assert said(found, f"{year}: Line") == line
        shown = {item.iso_a3: item.status for item in found.items if isinstance(item, Area) and item.year == year}
        assert shown == TIMELINE.statuses(TIMELINE.day_of(year))


def test_what_changed_is_outlined_on_the_map_of_its_year_and_in_its_lens():
    found = page()
    assert named(found, "1999: Change: Georgia")
    assert named(found, "1999: Lens: Change: Georgia")
    assert named(found, "2024: Lens: Change: Armenia")
    assert not named(found, "2006: Change: Georgia")


@every_page
@every_span
def test_nothing_is_cut_and_no_words_lie_on_others_or_on_a_map(size, span):
    found = page(size, span)
    whole = box(0, 0, *size)
    words = words_of(found)
    frames = [bounds(item) for item in found.items if item.name.endswith(": Frame")]
    assert len(frames) == len(SPANS[span])
    for one in words:
        assert whole.contains(room(one)), f"{one.name} reaches over the edge"
        assert not any(frame.buffer(-1).intersects(room(one)) for frame in frames), f"{one.name} lies on a map"
    for one, other in combinations(words, 2):
        assert not room(one).buffer(-1).intersects(room(other)), f"{one.name} and {other.name}"
    for one, other in combinations(frames, 2):
        assert not one.intersects(other)
    assert all(whole.contains(frame) for frame in frames)


@pytest.mark.parametrize("size", [A4, WIDE], ids=str)
def test_long_words_find_room_too(size):
    found = page(size, words=LONG)
    for one, other in combinations(words_of(found), 2):
        assert not room(one).buffer(-1).intersects(room(other)), f"{one.name} and {other.name}"
    assert all(box(0, 0, *size).contains(room(words)) for words in words_of(found))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_what_it_says_is_on_its_face(theme):
    found = page(theme=theme)
    assert said(found, "Headline") == f"CSTO through time, {TIMELINE.stops[0]} to {TIMELINE.stops[-1]}"
    assert said(found, "Disclaimer") == stance.disclaimer(ENGLISH)
    assert f"checked {ENGLISH.day(TIMELINE.data.checked_on)}" in said(found, "Sources")
    assert [item.address for item in named(found, "Link")] == [LINK]
    assert found.background == getattr(palette.PAPER, theme)
    assert "1999: 3 do not renew." in found.description


def test_the_last_year_says_its_day():
    assert "2026: on 17 May 2026, records last checked." in said(page(span="all"), "Day")
    assert "records last checked" not in said(page(), "Day")


def test_one_legend_explains_every_status_that_is_shown_and_no_other():
    def legend(span):
        return [" ".join(item.lines) for item in words_of(page(span=span)) if item.name.startswith("Legend: ")]

    assert legend("stops") == [
        "Signatory", "Party to the Treaty, later Member", "Member, not participating", "Suspended", "Former party",
        "Observer (parliament)",
    ]  # fmt: skip
    assert legend("one") == ["Member", "Suspended", "Former party"]


def test_its_sources_are_those_of_all_its_years():
    cited = said(page(), "Sources")
    assert cited.startswith("Sources: ")
    assert " more." in cited


@pytest.mark.parametrize("size", [A4, WIDE], ids=str)
def test_its_type_can_be_read_when_printed(size):
    points = 11.69 * 72 / size[0]  # to a pixel of a page as wide as A4
    found = page(size)
    assert named(found, "1999: Line")[0].size * points >= 8
    assert min(words.size for words in words_of(found)) * points >= 5.5


@every_span
@pytest.mark.parametrize("size", [A4, WIDE], ids=str)
def test_its_slide_is_lighter_than_a_megabyte(size, span):
    found = page(size, span)
    assert len(slide.slide(slide.Page(found, found.description), TIMELINE.last_day)) < 1_000_000


def test_it_becomes_a_png_and_a_pdf_of_its_size():
    found = page((1280, 720))
    assert still.image(found).size == (1280, 720)
    assert b"/Subtype /Image" not in still.pdf(found)


def test_unknown_themes_and_no_years_are_refused():
    with pytest.raises(ValueError, match="theme 'sepia'; expected one of light, dark"):
        page(theme="sepia")
    with pytest.raises(ValueError, match="no year to show; expected at least one"):
        grid.plate(TIMELINE, ATLAS.shapes, ENGLISH, (), "light", *A4)


@pytest.mark.parametrize("size", [(320, 320), (320, 3840), (3840, 320), (3840, 3840)], ids=str)
@every_span
def test_any_size_gives_a_page(size, span):
    found = page(size, span)
    assert len([item for item in found.items if item.name.endswith(": Frame")]) == len(SPANS[span])
