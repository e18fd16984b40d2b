"""The years as an animation: one palette, only what differs, time to read, and a clear sentence without ffmpeg."""

from __future__ import annotations

import io
import os
import stat
from functools import cache

import numpy as np
import pytest
from PIL import Image

from dashboard import palette
from dashboard.exports import animation, still
from dashboard.exports.order import Lacking
from tests.plates import ATLAS, ENGLISH, LINK, TIMELINE, bounds, named, said

themes = pytest.mark.parametrize("theme", ["light", "dark"])


@cache
def gif(theme: str = "light", years: tuple[int, ...] = TIMELINE.stops) -> bytes:
    return animation.gif(TIMELINE, ATLAS.shapes, ENGLISH, years, theme, LINK)


@cache
def frames(years: tuple[int, ...] = TIMELINE.stops) -> list[animation.Frame]:
    return animation.frames(TIMELINE, ATLAS.shapes, ENGLISH, years, "light", LINK)


def shown(document: bytes) -> list[tuple[np.ndarray, int]]:
    """Each frame as a reader sees it, and its milliseconds."""
    image, found = Image.open(io.BytesIO(document)), []
    for at in range(image.n_frames):
        image.seek(at)
        found.append((np.asarray(image.convert("RGB"), dtype=int), image.info["duration"]))
    return found


def colour(shade: str) -> tuple[int, ...]:
    return tuple(int(shade[at : at + 2], 16) for at in (1, 3, 5))


def test_there_is_a_frame_for_every_stop_with_its_year_and_headline():
    assert [said(frame.plate, "Year") for frame in frames()] == [str(year) for year in TIMELINE.stops]
    assert all(said(frame.plate, "Headline") for frame in frames())


@themes
def test_a_gif_of_the_stops_loops_without_end_and_is_small(theme):
    image = Image.open(io.BytesIO(gif(theme)))
    assert (image.format, image.size, image.n_frames) == ("GIF", (1280, 720), len(TIMELINE.stops))
    assert image.info["loop"] == 0
    assert len(gif(theme)) <= 1_000_000


def test_a_gif_of_every_year_is_small_too():
    document = gif("light", tuple(TIMELINE.years))
    assert Image.open(io.BytesIO(document)).n_frames == len(TIMELINE.years)
    assert len(document) <= 1_000_000


def test_a_frame_stands_as_long_as_it_takes_to_read_it():
    for frame, (_, milliseconds) in zip(frames(), shown(gif()), strict=True):
        assert milliseconds == pytest.approx(1000 * frame.seconds, abs=10)
        assert frame.seconds >= max(2.5, len(said(frame.plate, "Headline")) / 20)
    assert frames()[-1].seconds > frames()[-2].seconds - 5


def test_the_map_and_all_that_does_not_change_stay_put():
    (first, *others) = [frame.plate for frame in frames()]
    for name in ("Frame", "Lens frame"):
        where = bounds(named(first, name)[0]).bounds
        assert all(bounds(named(other, name)[0]).bounds == where for other in others)
    for name in ("Disclaimer", "Sources", "Link"):
        assert all(named(other, name) == named(first, name) for other in others)


@themes
def test_every_frame_looks_as_its_still(theme):
    views = animation.frames(TIMELINE, ATLAS.shapes, ENGLISH, TIMELINE.stops, theme, LINK)
    for frame, (pixels, _) in zip(views, shown(gif(theme)), strict=True):
        difference = np.abs(pixels - np.asarray(still.image(frame.plate), dtype=int))
        assert difference.mean() < 1
        assert difference.max() < 60


@themes
def test_fills_keep_their_very_colours(theme):
    pixels = np.concatenate([frame.reshape(-1, 3) for frame, _ in shown(gif(theme))])
    there = set(map(tuple, np.unique(pixels, axis=0).tolist()))
    fills = [palette.PAPER, palette.SEA, palette.LAND, *(fill.ground for fill in palette.STATUS.values())]
    assert {colour(getattr(shade, theme)) for shade in fills} <= there


def test_all_frames_share_one_palette_and_carry_differences_alone():
    image = Image.open(io.BytesIO(gif()))
    assert len(image.global_palette.palette) == 3 * 256
    for at in range(1, image.n_frames):
        image.seek(at)
        assert image.disposal_method == 1, "what is not drawn anew stays"
    assert local_palettes(gif()) == 0
    assert len(gif()) < 5 * len(gif("light", TIMELINE.stops[:1])), "twelve frames cost less than five whole ones"


def local_palettes(document: bytes) -> int:
    """How many frames of a GIF bring a palette of their own."""
    at, found = 13 + 3 * 256, 0
    while document[at : at + 1] != b";":
        kind = document[at : at + 1]
        if kind == b",":
            own = document[at + 9] & 0x80
            found += bool(own)
            at += 11 + (3 * 2 ** ((document[at + 9] & 7) + 1) if own else 0)
        else:
            assert kind == b"!", kind
            at += 2
        while document[at]:  # blocks, each after its length
            at += document[at] + 1
        at += 1
    return found


def test_unknown_themes_and_no_years_are_refused():
    with pytest.raises(ValueError, match="theme 'sepia'; expected one of light, dark"):
        animation.gif(TIMELINE, ATLAS.shapes, ENGLISH, (2012,), "sepia")
    with pytest.raises(ValueError, match="no year to show; expected at least one"):
        animation.gif(TIMELINE, ATLAS.shapes, ENGLISH, (), "light")


def test_a_film_without_ffmpeg_says_what_to_install(monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Lacking, match="An MP4 needs the program ffmpeg, which was not found on PATH; install it"):
        animation.mp4(TIMELINE, ATLAS.shapes, ENGLISH, (2012,), "light")


def script(folder, body: str) -> None:
    """A program named ffmpeg in a folder."""
    program = folder / "ffmpeg"
    program.write_text(f"#!/bin/sh\n{body}\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)


def test_an_ffmpeg_that_cannot_make_it_says_so_in_one_sentence(monkeypatch, tmp_path):
    script(tmp_path, "echo 'first line' >&2; echo \"Unknown encoder 'libx264'\" >&2; exit 1")
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    with pytest.raises(Lacking, match=r"ffmpeg did not make the film: Unknown encoder 'libx264'; expected"):
        animation.mp4(TIMELINE, ATLAS.shapes, ENGLISH, (2012,), "light")


def test_ffmpeg_gets_every_picture_with_its_seconds(monkeypatch, tmp_path):
    # The last argument is the film: a stand-in copies there the list of pictures, which follows -i.
    script(tmp_path, 'while [ $# -gt 1 ]; do [ "$1" = -i ] && list=$2; shift; done; cp "$list" "$1"')
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    listed = animation.mp4(TIMELINE, ATLAS.shapes, ENGLISH, (1999, 2012), "light", LINK).decode()
    seconds = [frame.seconds for frame in frames((1999, 2012))]
    assert listed.splitlines() == [
        "ffconcat version 1.0", "file 0.png", f"duration {seconds[0]:.2f}", "file 1.png", f"duration {seconds[1]:.2f}",
        "file 1.png",
    ]  # fmt: skip
