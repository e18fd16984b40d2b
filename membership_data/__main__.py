"""Commands: check the records, print the country-year panel, the statuses on a day, the data dictionary."""

from __future__ import annotations

import argparse
import csv
import os
import sys
from collections.abc import Iterable
from pathlib import Path

from membership_data import check, descriptor, dictionary, fold, records
from membership_data.dates import PartialDate

USAGE_ERROR = 2


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit status."""
    # The same bytes on every system: UTF-8, LF, and no failure on a name that cannot be encoded.
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    options = _parser().parse_args(arguments)
    try:
        status = options.run(options)
        sys.stdout.flush()
        return status
    except records.RecordsError as fault:
        print(fault, file=sys.stderr)
        return 1
    except BrokenPipeError:
        # The reader (`head`, a pager) closed early: say nothing, also not on closing stdout at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m membership_data", description=__doc__)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    about = "list every problem, one a line: file:line: found; expected; what to do"
    command = commands.add_parser("check", help=about, description=f"{about}. Silent when all is well.")
    command.add_argument("folder", metavar="FOLDER", nargs="?", type=Path, default=records.FOLDER)
    command.set_defaults(run=_check)
    about = "print year,iso_a3,status for every year and state as CSV"
    command = commands.add_parser("panel", help=about, description=f"{about}. A year is its 31 December.")
    command.set_defaults(run=_panel)
    about = "print iso_a3,status on one day as CSV"
    command = commands.add_parser("status", help=about, description=f"{about}, without states of no status.")
    command.add_argument("--on", metavar="DATE", required=True, help="a day, YYYY-MM-DD")
    command.set_defaults(run=_status)
    about = "print what every table and column is, in Markdown, for the end of README.md"
    command = commands.add_parser("dictionary", help=about, description=f"{about}.")
    command.set_defaults(run=_dictionary)
    return parser


def _check(options: argparse.Namespace) -> int:
    problems = check.inspect(options.folder).problems
    for problem in problems:
        print(problem)
    return 1 if problems else 0


def _panel(options: argparse.Namespace) -> int:
    data = records.load()
    _write(("year", "iso_a3", "status"), fold.panel(data.membership_events, data.checked_on))
    return 0


def _status(options: argparse.Namespace) -> int:
    data = records.load()
    try:
        asked = PartialDate.parse(options.on)
    except ValueError:
        return _usage_error(f"--on {options.on!r} is not a day of the calendar; write YYYY-MM-DD")
    if asked.first != asked.last:
        return _usage_error(f"--on {options.on!r} is not one day; write YYYY-MM-DD")
    day = asked.last
    if day > data.checked_on:
        return _usage_error(f"--on {day} is later than {data.checked_on}, when the records were last checked")
    statuses = fold.statuses_on(data.membership_events, day).items()
    _write(("iso_a3", "status"), ((iso_a3, status) for iso_a3, status in statuses if status != fold.NONE))
    return 0


def _dictionary(options: argparse.Namespace) -> int:
    print(dictionary.markdown(descriptor.read(records.FOLDER).specs), end="")
    return 0


def _usage_error(message: str) -> int:
    print(message, file=sys.stderr)
    return USAGE_ERROR


def _write(header: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)


if __name__ == "__main__":
    sys.exit(main())
