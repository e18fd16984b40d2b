"""What is wrong with a catalogue, each with its file and line: placeholders, plural forms, gaps."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError

from dashboard.catalogue import files
from dashboard.words import CATALOGUES, placeholders

SHORT = 60
"""Letters of a message that are enough to know it by."""
_LINE = re.compile(r'(#.*|((msgctxt|msgid|msgid_plural|msgstr|msgstr\[\d\]) )?"([^"\\]|\\.)*")?\s*')


class Problem(NamedTuple):
    """One line for the translator; what is `broken` would be wrong on the page, a gap would only be in English."""

    said: str
    broken: bool

    def __str__(self) -> str:
        """The line, `file:line: what was found; what was expected; what to do`."""
        return self.said


def problems(language: str, root: Path = CATALOGUES) -> list[Problem]:
    """Every problem of a language, in the order of its files and their lines."""
    return [problem for path in files.sources(language, root) for problem in _problems(path, language, root)]


def _problems(path: Path, language: str, root: Path) -> Iterator[Problem]:
    name = path.relative_to(root.parent)
    torn = [line for line, text in enumerate(_lines(path), 1) if not _LINE.fullmatch(text)]
    for line in torn:
        yield Problem(f"{name}:{line}: a line that cannot be read; expected a text in quotation marks; mend it", True)
    try:
        catalog = files.read(path, language)
    except PoFileError as fault:
        if not torn:
            yield Problem(f"{name}:{fault.lineno}: {fault}; expected a catalogue of GNU gettext; mend it", True)
        return
    for message in (message for message in catalog if message.id and not torn):
        for found, expected, remedy, broken in _faults(message, catalog):
            yield Problem(f"{name}:{message.lineno}: {found}; expected {expected}; {remedy}", broken)


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8", errors="replace").split("\n")


def _faults(message: Message, catalog: Catalog) -> Iterator[tuple[str, str, str, bool]]:
    """What was found, what was expected, what to do and whether it is broken, for all that is wrong with a message."""
    forms, english = _tuple(message.string), _tuple(message.id)
    if not any(forms):
        yield f"no translation of {_short(english)}", "one", "translate it", False
        return
    if message.fuzzy:
        found, remedy = "was reworded after it was translated", "correct it and delete the word fuzzy above it"
        yield f"{_short(english)} {found}", "a translation of these words", remedy, False
    expected = catalog.num_plurals if message.pluralizable else 1
    if len(forms) != expected or not all(forms):
        yield f"{sum(map(bool, forms))} plural forms of {_short(english)}", f"{expected}", "add the others", False
    allowed = [placeholders(text) for text in english]
    for form in filter(None, forms):
        if placeholders(form) not in allowed:
            found = f"the placeholders {_listed(placeholders(form))} in {_short((form,))}"
            yield found, " or ".join(dict.fromkeys(map(_listed, allowed))), "write them as in English", True


def _tuple(texts: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (texts,) if isinstance(texts, str) else tuple(texts)


def _short(texts: tuple[str, ...]) -> str:
    return repr(texts[0] if len(texts[0]) <= SHORT else f"{texts[0][:SHORT]}…")


def _listed(names: frozenset[str]) -> str:
    return " ".join(f"{{{name}}}" for name in sorted(names)) or "none"
