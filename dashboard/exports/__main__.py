"""The command line: `python -m dashboard.exports KIND --out FILE` writes one export."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from dashboard import atlas
from dashboard.exports import order
from dashboard.exports.make import make
from dashboard.exports.order import OrderError
from dashboard.words import DEFAULT, LOCALES

WRITTEN, IMPOSSIBLE, MISUNDERSTOOD = 0, 1, 2
ABOUT = """\
Writes one export of the map: a page, a picture, slides, a hand-out, an animation, or data.

  html       one page that opens from a stick, without a network, and plays under a clicker
  png svg pdf    a picture of one view
  pptx       one editable slide of a view; without a view a deck of all changes, with the operation and the sources
  grid       a hand-out: a small map for each change on one page (FILE ends in .png, .svg, .pdf or .pptx)
  gif mp4    an animation of the changes; mp4 needs ffmpeg
  csv        every state in every year: year,iso_a3,status
  geojson    the states with their statuses on a day, in longitude and latitude
"""
EXAMPLES = """\
examples:
  python -m dashboard.exports pptx --out deck.pptx
  python -m dashboard.exports pptx --year 2012 --country UZB --out slide.pptx
  python -m dashboard.exports png --on 1999-03-24 --theme dark --out parties.png
  python -m dashboard.exports png --layer operation --day 2022-01-09 --size 3840x2160 --out operation.png
  python -m dashboard.exports png --year 1999 --compare 2012 --out compared.png
  python -m dashboard.exports grid --size 1754x1240 --out handout.pdf
  python -m dashboard.exports gif --years 1999-2012 --out years.gif

exit codes: 0 written; 1 not possible here (broken records, no ffmpeg); 2 not understood, or FILE cannot be written
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Writes the export that the arguments ask for; returns the exit code. What goes wrong is one line on stderr."""
    options = _parser().parse_args(arguments)
    try:
        _expect_free(options.out, options.force)
        content = _made(options)
        write(options.out, content)
    except atlas.BROKEN as problem:
        return _fail(problem, IMPOSSIBLE)
    except order.Lacking as problem:
        return _fail(problem, IMPOSSIBLE)
    except OrderError as problem:
        return _fail(problem, MISUNDERSTOOD)
    except OSError as problem:
        return _fail(f"{options.out} cannot be written: {problem.strerror or problem}", MISUNDERSTOOD)
    return WRITTEN


def write(out: Path, content: bytes) -> None:
    """The content as a file that is there whole or not at all: written beside, then renamed. Raises OSError."""
    handle, beside = tempfile.mkstemp(dir=out.parent, prefix=f".{out.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(beside).chmod(0o644)
        Path(beside).replace(out)
    except BaseException:
        Path(beside).unlink(missing_ok=True)
        raise


def _expect_free(out: Path, force: bool) -> None:
    if out.is_dir():
        raise OrderError(f"{out} is a folder; expected a file: name one in it")
    if out.exists() and not force:
        raise OrderError(f"{out} is there already; name another file, or replace it with --force")
    if not out.parent.is_dir():
        raise OrderError(f"{out.parent} is no folder; expected one that is there: make it, or name another")


def _made(options: argparse.Namespace) -> bytes:
    if options.language not in LOCALES:
        raise OrderError(f"language “{options.language}” is not understood; expected one of {' '.join(LOCALES)}.")
    loaded = atlas.load(options.language)
    given = {name: value for name, value in vars(options).items() if isinstance(value, str)}
    if options.kind == "grid":
        given["suffix"] = options.out.suffix.removeprefix(".").lower() or "none"
    asked = order.read(given, loaded.timeline, loaded.words)
    return make(asked, loaded.timeline, loaded.shapes, loaded.words)


def _fail(problem: object, status: int) -> int:
    print(problem, file=sys.stderr)
    return status


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line; how it is done stands in the help."""

    def error(self, message: str) -> NoReturn:
        self.exit(MISUNDERSTOOD, f"{message}; see --help\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="python -m dashboard.exports",
        description=ABOUT,
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("kind", metavar="KIND", choices=order.KINDS, help="what to write (above)")
    parser.add_argument("--out", metavar="FILE", type=Path, required=True, help="the file to write")
    parser.add_argument("--force", action="store_true", help="replace FILE where it is there already")
    when = parser.add_argument_group("what it shows (the last year where nothing is said)")
    when.add_argument("--year", metavar="Y", help="a year as it ended, or the last day checked")
    when.add_argument("--on", metavar="DATE", help="an exact day, YYYY-MM-DD")
    when.add_argument("--years", metavar="SPAN", help="for many years: 1992-2026, or stops (the years of a change)")
    when.add_argument("--layer", metavar="LAYER", help="membership, areas or operation")
    when.add_argument("--day", metavar="DATE", help="a day of the operation, with --layer operation")
    when.add_argument("--country", metavar="ISO", help="a state to outline, by its ISO 3166-1 alpha-3 code")
    when.add_argument("--compare", metavar="Y|DATE", help="a second year or day beside the first")
    how = parser.add_argument_group("how it looks")
    how.add_argument("--theme", metavar="THEME", help="light (usual) or dark; a page follows its reader's without it")
    how.add_argument("--language", metavar="CODE", default=DEFAULT, help=f"one of {' '.join(LOCALES)}")
    how.add_argument("--size", metavar="WxH", help="of a picture in pixels, as 3840x2160")
    how.add_argument("--link", metavar="URL", help="where the dashboard is, printed with a QR code")
    return parser


if __name__ == "__main__":
    sys.exit(main())
