"""Command line: `python -m dashboard.catalogue [update LANGUAGE...|check]`.

`update` first takes up what the code and the records say into the catalogues of all languages, or of those named,
which may be new. Then, as without a command, all are checked and those in which nothing is broken compiled; `check`
writes nothing. A gap or an outdated translation is told and is no obstacle: the message is said in English, marked.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from babel import Locale, UnknownLocaleError

from dashboard.catalogue import check, files


def main(arguments: Sequence[str]) -> int:
    """Run the command of `arguments`; return 0, or 1 when a catalogue has a problem."""
    parser = argparse.ArgumentParser(prog="python -m dashboard.catalogue", description="The message catalogues.")
    parser.add_argument("command", nargs="?", choices=("update", "compile", "check"), default="compile")
    parser.add_argument("languages", nargs="*", type=_language, help="codes as ru; without any, all there are")
    given = parser.parse_args(arguments)
    chosen = given.languages or files.languages()
    found = []
    for language in chosen:
        if given.command == "update":
            files.update(language)
        problems = check.problems(language)
        if given.command != "check" and not any(problem.broken for problem in problems):
            _write(language)
        found += problems
    for problem in found:
        print(problem)
    return 1 if found else 0


def _language(code: str) -> str:
    try:
        Locale.parse(code)
    except (UnknownLocaleError, ValueError):
        raise argparse.ArgumentTypeError(f"{code!r} is no language; expected a code as ru or pl") from None
    return code


def _write(language: str) -> None:
    for path, packed in files.compiled(language).items():
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(packed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
