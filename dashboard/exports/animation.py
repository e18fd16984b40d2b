"""The years as an animation: a GIF that loops without end, or an MP4 where there is an ffmpeg."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import numpy as np
from PIL import Image

from dashboard import view
from dashboard.exports import credits, picture, still
from dashboard.exports.order import Lacking
from dashboard.exports.plate import Plate
from dashboard.shapes import Shapes
from dashboard.timeline import Timeline
from dashboard.words import Words

SIZE = (1280, 720)
LARGER = 1.5
"""A film is 1920 x 1080."""
LEAST, LETTERS, LAST = 2.5, 15, 2.5
"""Seconds that a frame stands at least, letters of its sentence that are read in one, and seconds more for the last."""
COLOURS = 255
"""Of the one palette of all frames; the 256th is for what stays as it was."""
UNCHANGED = 255
NEAR = 12
"""Steps of a channel, within which colours count as near."""
RATE = 4
"""Frames a second in a film: nothing moves between two pictures."""


class Frame(NamedTuple):
    """A picture and how many seconds it stands."""

    plate: Plate
    seconds: float


def frames(
    timeline: Timeline, drawn: Shapes, words: Words, years: Sequence[int], theme: str, link: str = ""
) -> list[Frame]:
    """The pictures of some years, each long enough to be read, the last one longer; all name the sources of all.

    Raises ValueError for a theme that there is none of, and where no year is given.
    """
    if not years:
        raise ValueError("no year to show; expected at least one")
    views = [replace(view.default(timeline), year=year) for year in years]
    cited = credits.of_years(timeline, drawn, words, years)
    plates = [picture.of(timeline, drawn, words, shown, theme, *SIZE, link, cited) for shown in views]
    found = [Frame(plate, max(LEAST, 1 + len(_headline(plate)) / LETTERS)) for plate in plates]
    return [*found[:-1], found[-1]._replace(seconds=found[-1].seconds + LAST)]


def _headline(plate: Plate) -> str:
    return " ".join(line for item in plate.items if item.name == "Headline" for line in item.lines)


def gif(
    timeline: Timeline, drawn: Shapes, words: Words, years: Sequence[int], theme: str, link: str = ""
) -> bytes:
    """A GIF of 1280 x 720 pixels that loops without end; raises ValueError as `frames` does.

    All frames share one palette, and of a frame only that is written which differs from the one before: what does not
    change does not flicker, and takes no bytes.
    """
    shown = frames(timeline, drawn, words, years, theme, link)
    pictures = [still.image(frame.plate) for frame in shown]
    colours = palette(pictures)
    first, *others = _differences(pictures, colours)
    written = io.BytesIO()
    first.save(
        written, "GIF", save_all=True, append_images=others, loop=0, disposal=1, transparency=UNCHANGED,
        palette=_full(colours), duration=[round(100 * frame.seconds) * 10 for frame in shown], optimize=False,
    )  # fmt: skip
    return written.getvalue()


def _differences(pictures: Sequence[Image.Image], colours: np.ndarray) -> Iterator[Image.Image]:
    """The first picture, and of each other one what differs from the one before, in one palette."""
    table = _table(colours)
    before: np.ndarray | None = None
    for one in pictures:
        indices = table[tuple(np.moveaxis(np.asarray(one) // NEAR, 2, 0))]
        shown = indices if before is None else np.where(indices == before, UNCHANGED, indices).astype(np.uint8)
        frame = Image.fromarray(shown)
        frame.putpalette(_full(colours))
        yield frame
        before = indices


def palette(pictures: Sequence[Image.Image]) -> np.ndarray:
    """The colours of all pictures, of shape (n, 3): of each near group the most frequent one, as it is.

    So the fills keep their very colours, and the edges of letters theirs as far as there is room.
    """
    counts: Counter[tuple[int, int, int]] = Counter()
    for one in pictures:
        counts.update({colour: number for number, colour in one.getcolors(one.width * one.height)})
    groups: dict[tuple[int, ...], tuple[int, int, int]] = {}
    weights: Counter[tuple[int, ...]] = Counter()
    for colour, number in counts.most_common():
        group = tuple(part // NEAR for part in colour)
        groups.setdefault(group, colour)
        weights[group] += number
    return np.array([groups[group] for group, _ in weights.most_common(COLOURS)])


def _full(colours: np.ndarray) -> bytes:
    """A palette of 256 different colours that begins with these: Pillow tells its places by their colours."""
    known = list(map(tuple, colours.tolist()))
    others = [(step, 0, 255 - step) for step in range(256)]
    found = list(dict.fromkeys([*known, *others]))[:256]
    return bytes(part for colour in found for part in colour)


def _table(colours: np.ndarray) -> np.ndarray:
    """For every group the colour that stands for it: its own, else the nearest."""
    side = 255 // NEAR + 1
    middles = np.indices((side,) * 3).reshape(3, -1).T * NEAR + NEAR / 2
    squares = (colours**2).sum(axis=1) - 2 * middles @ colours.T  # less the same for each of a group
    table = squares.argmin(axis=1).astype(np.uint8).reshape((side,) * 3)
    table[tuple((colours // NEAR).T)] = np.arange(len(colours))
    return table


def mp4(
    timeline: Timeline, drawn: Shapes, words: Words, years: Sequence[int], theme: str, link: str = ""
) -> bytes:
    """A film (H.264) of 1920 x 1080 pixels; raises Lacking where there is no ffmpeg that makes one, and ValueError."""
    ffmpeg = shutil.which("ffmpeg")
    if ffmpeg is None:
        raise Lacking(words.text(NO_FFMPEG))
    shown = frames(timeline, drawn, words, years, theme, link)
    with TemporaryDirectory(prefix="csto-film-") as folder:
        listed = _listed(Path(folder), shown)
        film = Path(folder, "film.mp4")
        made = subprocess.run(
            [
                ffmpeg, "-nostdin", "-loglevel", "error", "-f", "concat", "-i", str(listed),
                "-vf", f"fps={RATE},format=yuv420p", "-c:v", "libx264", "-crf", "16", "-preset", "veryfast",
                "-tune", "stillimage", "-movflags", "+faststart", "-fflags", "+bitexact", str(film),
            ],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        if made.returncode or not film.is_file():
            last = (made.stderr.strip().splitlines() or [""])[-1]
            raise Lacking(words.text(NO_FILM, program=ffmpeg, said=last))
        return film.read_bytes()


NO_FFMPEG = (
    "An MP4 needs the program ffmpeg, which was not found on PATH; install it (Debian: apt install ffmpeg; macOS: brew "
    "install ffmpeg; Windows: winget install ffmpeg), or take the GIF."
)
NO_FILM = (
    "{program} did not make the film: {said}; expected an ffmpeg with libx264: install a usual build of it, or take "
    "the GIF."
)


def _listed(folder: Path, shown: Sequence[Frame]) -> Path:
    """The pictures in a folder, and a list of them with their seconds as ffmpeg reads it."""
    lines = ["ffconcat version 1.0"]
    for at, frame in enumerate(shown):
        name = f"{at}.png"
        Path(folder, name).write_bytes(still.png(frame.plate, LARGER))
        lines += [f"file {name}", f"duration {frame.seconds:.2f}"]
    lines.append(f"file {len(shown) - 1}.png")  # without which the last one would stand for a moment only
    listed = Path(folder, "list.txt")
    listed.write_text("\n".join(lines) + "\n")
    return listed
