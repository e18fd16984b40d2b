"""`python -m tests.benchmarks [PART ...] [--repeats N] [--write]`: measures, prints tables, judges nothing.

Parts: page (one reader, and the exports), room (many at once), scale (past one machine), growth (larger alliances);
all of them where none is named. `--write` keeps what was measured as RESULTS.md and RESULTS.json beside this file,
where parts that were not measured stay as they are.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks import growth, page, report, scale
from tests.benchmarks.report import Section
from tests.benchmarks.room import __main__ as room

HERE = Path(__file__).parent
HEAD = """\
# What was measured

The last run of `python -m tests.benchmarks --write`, which anybody can repeat on a machine with nothing else to do; it
takes half an hour. Times vary from machine to machine and from minute to minute: what counts is a figure beside its
baseline, measured in the same run.
"""


def document(sections: dict[str, str]) -> str:
    """The report in Markdown, of the texts of its sections by title."""
    parts = [f"## {title}\n\n{text}" for title, text in sections.items()]
    return "\n\n".join([f"{HEAD}\n{report.machine()}", *parts]) + "\n"


def write(measured: list[Section]) -> None:
    """Keeps the sections; those of the last report that were not measured now stay in their places."""
    path, samples = HERE / "RESULTS.md", HERE / "RESULTS.json"
    before = path.read_text(encoding="utf-8").split("\n## ")[1:] if path.exists() else []
    kept = dict(part.strip().split("\n\n", 1) for part in before)
    path.write_text(document(kept | texts(measured)), encoding="utf-8")
    found = json.loads(samples.read_text(encoding="utf-8")) if samples.exists() else {}
    found |= {"machine": report.machine(), **{one.title: one.samples for one in measured}}
    samples.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


def texts(measured: list[Section]) -> dict[str, str]:
    """What each section says, by its title."""
    return {one.title: f"{one.means}\n\n{one.tables}" for one in measured}


def main() -> int:
    """Measures the parts and prints the report; returns the exit code, 2 where a program is missing."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help="page, room, scale or growth; all without any")
    parser.add_argument("--repeats", type=int, default=9, help="of the part page")
    parser.add_argument("--write", action="store_true", help="keep the report beside this file")
    options = parser.parse_args()
    runs: dict[str, Callable[[], Section]] = {
        "page": lambda: page.run(options.repeats), "room": room.run, "scale": scale.run, "growth": growth.run,
    }  # fmt: skip
    unknown = [name for name in options.parts if name not in runs]
    if unknown:
        parser.error(f"no part {unknown[0]!r}; expected some of {' '.join(runs)}")
    try:
        sections = [runs[name]() for name in options.parts or runs]
    except FileNotFoundError as lacking:
        print(lacking, file=sys.stderr)
        return 2
    print(document(texts(sections)))
    if options.write:
        write(sections)
    return 0


if __name__ == "__main__":
    sys.exit(main())
