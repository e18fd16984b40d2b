"""The catalogues as files: one for the code, one for each table of the records, and both compiled."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path

from babel import Locale
from babel.messages import mofile, pofile
from babel.messages.catalog import Catalog

from dashboard.catalogue import interface, tables
from dashboard.words import CATALOGUES, DOMAINS

INTERFACE, RECORDS = DOMAINS
HEAD = "# {language} for CSTO through time: {what}. ../README.md says how to edit it.\n#"
DATED = ("POT-Creation-Date", "PO-Revision-Date", "Generated-By", "Last-Translator", "Report-Msgid-Bugs-To")
"""Parts of a head that would change with every run."""
LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


def sources(language: str, root: Path = CATALOGUES) -> list[Path]:
    """The files of a language that translators edit: the code's, then the tables' by name."""
    return [root / language / f"{INTERFACE}.po", *sorted((root / language / RECORDS).glob("*.po"))]


def languages(root: Path = CATALOGUES) -> list[str]:
    """The languages that have catalogues."""
    return sorted(path.parent.name for path in root.glob(f"*/{INTERFACE}.po"))


def read(path: Path, language: str) -> Catalog:
    """A catalogue as it stands; an empty one where there is no file. Raises PoFileError for one that is broken."""
    if not path.is_file():
        return Catalog(language)
    with path.open("rb") as file:
        return pofile.read_po(file, language, abort_invalid=True)


def update(language: str, root: Path = CATALOGUES) -> None:
    """Writes what there is to translate into the files of a language.

    Translations stay, and one whose message is gone is kept at the end of its file, out of use. A record that was
    reworded keeps its translation, marked fuzzy; the page's own messages are too short to tell one from another.
    """
    code = interface.template()
    _update(root / language / f"{INTERFACE}.po", code, language, "what the page itself says", alike=False)
    for table, template in tables.templates(code).items():
        _update(root / language / RECORDS / f"{table}.po", template, language, f"the records, {table}")


def _update(path: Path, template: Catalog, language: str, what: str, alike: bool = True) -> None:
    catalog = read(path, language)
    catalog.update(template, no_fuzzy_matching=not alike)
    name = Locale.parse(language).get_display_name("en")
    catalog.header_comment = HEAD.format(language=name, what=what)
    catalog.project, catalog.version, catalog.fuzzy = "CSTO through time", "1", False
    catalog.language_team = name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_written(catalog), encoding="utf-8")


def _written(catalog: Catalog) -> str:
    """The catalogue as text that is the same for the same messages, whenever it is written."""
    file = io.BytesIO()
    pofile.write_po(file, catalog, width=120, include_lineno=False)
    lines = file.getvalue().decode().splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(tuple(f'"{field}:' for field in DATED)))


def compiled(language: str, root: Path = CATALOGUES) -> dict[Path, bytes]:
    """What the program reads, by its file: the code's messages, and those of all tables together."""
    code, *records = sources(language, root)
    return {
        root / language / "LC_MESSAGES" / f"{domain}.mo": _packed(paths, language)
        for domain, paths in ((INTERFACE, [code]), (RECORDS, records))
    }


def _packed(paths: list[Path], language: str) -> bytes:
    whole = Catalog(language, project="CSTO through time", version="1", creation_date=LONG_AGO, fuzzy=False)
    whole.revision_date = LONG_AGO
    for path in paths:
        for message in read(path, language):
            forms = message.string if message.pluralizable else (message.string,)
            if message.id and all(forms) and not message.fuzzy:
                whole.add(message.id, message.string)
    file = io.BytesIO()
    mofile.write_mo(file, whole)
    return file.getvalue()
