"""Where the parts of a picture stand, at every size and in every view: nothing is cut, nothing is covered."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest
from shapely.geometry import LineString, Point, box

from dashboard import scene, view
from dashboard.exports import picture
from dashboard.exports.plate import Line
from tests.plates import ATLAS, ENGLISH, LINK, LONG, SIZES, TIMELINE, VIEWS, bounds, named, plate, room, said, words_of

every_view = pytest.mark.parametrize("name", VIEWS)
every_size = pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
every_map = pytest.mark.parametrize("name", [name for name in VIEWS if not name.startswith("operation")])


@every_size
@every_view
def test_nothing_is_cut(name, size):
    page = box(0, 0, *size)
    for words in words_of(plate(name, size)):
        assert page.contains(room(words)), f"{words.name} reaches over the edge"


@every_size
@every_view
def test_no_words_lie_on_others(name, size):
    for one, other in combinations(words_of(plate(name, size)), 2):
        assert not room(one).buffer(-1).intersects(room(other)), f"{one.name} and {other.name}"


@every_size
@every_view
def test_only_names_and_chips_stand_on_the_map(name, size):
    found = plate(name, size)
    (frame,) = named(found, "Frame")
    on_map = ("Name: ", "Strength: ", "Chip: ", "Badge: ", "Lens name: ")
    for words in words_of(found):
        if not words.name.startswith(on_map):
            assert not room(words).intersects(bounds(frame).buffer(-1)), words.name


@every_size
@every_map
def test_the_lens_has_room_beside_the_map_and_the_legend(name, size):
    found = plate(name, size)
    (lens,), (frame,) = named(found, "Lens frame"), named(found, "Frame")
    assert not bounds(lens).intersects(bounds(frame).buffer(-1))
    assert bounds(lens).bounds[2] - bounds(lens).bounds[0] > size[0] / 8
    for words in words_of(found):
        if not words.name.startswith(("Lens", "Badge")):
            assert not room(words).intersects(bounds(lens)), words.name


@every_size
@every_map
def test_armenia_is_named_on_the_map_and_in_the_lens(name, size):
    found = plate(name, size)
    assert named(found, "Name: Armenia")
    assert named(found, "Lens name: Armenia")


@every_size
def test_the_origins_of_an_operation_and_its_host_are_named(size):
    found = plate("operation whole", size)
    for state in ("Armenia", "Belarus", "Kyrgyzstan", "Russia", "Tajikistan"):
        assert said(found, f"Name: {state}") == state
        assert said(found, f"Strength: {state}")
    assert named(found, "Name: Kazakhstan")


@every_size
@every_map
def test_a_leader_line_ends_beside_its_name_and_crosses_no_other(name, size):
    found = plate(name, size)
    lines = [item for item in found.items if isinstance(item, Line) and item.name.startswith("Leader: ")]
    assert lines
    for line in lines:
        for words in words_of(found):
            if words.name.startswith("Name: "):
                gap = room(words).distance(Point(line.points[-1]))
                assert gap > 0 or words.name != line.name.replace("Leader", "Name")
                crossed = room(words).buffer(-1).intersects(LineString(line.points))
                assert not crossed, f"{line.name} crosses {words.name}"


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1350)], ids=str)
def test_no_name_moves_while_the_year_moves(size):
    spots = {}
    for year in TIMELINE.years:
        shown = replace(view.default(TIMELINE), year=year)
        found = picture.of(TIMELINE, ATLAS.shapes, ENGLISH, shown, "light", *size, LINK)
        # Where the day takes a second line, the map below it is another.
        lines = len(named(found, "Day")[0].lines)
        names = [(item.name, item.x, item.y) for item in words_of(found) if item.name.startswith("Name: ")]
        spots.setdefault(lines, set()).update(names)
    for found in spots.values():
        assert len({name for name, *_ in found}) == len(found)


def test_the_map_stands_still_from_stop_to_stop():
    frames = {
        bounds(named(picture.of(
            TIMELINE, ATLAS.shapes, ENGLISH, replace(view.default(TIMELINE), year=year), "light", 1280, 720, LINK,
            cited=[],
        ), "Frame")[0]).bounds
        for year in TIMELINE.years
    }  # fmt: skip
    assert len(frames) == 1


# Other languages, other sizes


@every_size
@every_view
def test_names_of_sixty_letters_do_not_break_the_layout(name, size):
    found = plate(name, size, words=LONG)
    page = box(0, 0, *size)
    for words in words_of(found):
        assert page.contains(room(words)), f"{words.name} reaches over the edge"
    for one, other in combinations(words_of(found), 2):
        assert not room(one).buffer(-1).intersects(room(other)), f"{one.name} and {other.name}"


@every_size
def test_a_legend_in_long_words_keeps_every_status(size):
    found = plate("1999", size, words=LONG)
    entries = {item.name for item in words_of(found) if item.name.startswith("Legend: ")}
    for row in scene.legend(TIMELINE, found.day, LONG):
        assert f"Legend: {row.label}" in entries


@every_size
def test_a_long_link_is_printed_whole(size):
    link = "https://a-long-name-of-a-host.example.org/and/a/long/path/" + "x" * 200
    found = plate("2012", size, link=link)
    assert said(found, "Link").replace(" ", "") == link
    assert all(box(0, 0, *size).contains(room(words)) for words in words_of(found))


@pytest.mark.parametrize("size", [(320, 320), (320, 3840), (3840, 320), (640, 360), (3840, 3840)], ids=str)
@every_view
def test_any_size_gives_a_picture(name, size):
    found = plate(name, size)
    assert named(found, "Frame")
