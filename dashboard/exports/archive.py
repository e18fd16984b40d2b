"""All records in one zip: a data package that other people's tools can read, and a spreadsheet can open safely."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

from membership_data import descriptor, records
from membership_data.descriptor import Descriptor, Spec

NUMBERS = ("integer", "number")
COMMANDS = ("=", "+", "-", "@", "\t", "\r")
"""What a cell begins with that a spreadsheet takes for a formula (OWASP, "CSV Injection")."""
MOMENT = (1980, 1, 1, 0, 0, 0)
"""The earliest time a zip can state: the same records always give the same bytes."""
NOTE = "NOTE.txt"


def build(folder: Path = records.FOLDER) -> bytes:
    """The bytes of a zip with every table of a folder of records, `datapackage.json`, `README.md` and a note.

    In a text cell that begins like a formula an apostrophe stands first; numbers stay as they are. The tables pass the
    check of membership_data. Raises DescriptorError where the folder has no usable descriptor, OSError where a file is
    missing.
    """
    described = descriptor.read(folder)
    contents = {spec.file: table(folder, spec) for spec in described.specs}
    contents |= {name: (folder / name).read_bytes() for name in (descriptor.NAME, "README.md")}
    contents[NOTE] = note(described).encode()
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in sorted(contents.items()):
            archive.writestr(entry(name), content, compresslevel=9)
    return packed.getvalue()


def table(folder: Path, spec: Spec) -> bytes:
    """One table as CSV (UTF-8, CRLF as in RFC 4180), each text cell safe to open in a spreadsheet."""
    written = io.StringIO(newline="")
    csv.writer(written).writerows(_rows(folder, spec))
    return written.getvalue().encode()


def safe(text: str) -> str:
    """The text of a cell, with an apostrophe first where a spreadsheet would run it as a formula."""
    return f"'{text}" if text.startswith(COMMANDS) else text


def note(described: Descriptor) -> str:
    """What is in the zip, of which day, under which licence, and how it differs from the records themselves."""
    return (
        f"The records of CSTO through time, version {described.version}, last checked {described.checked_on}.\n"
        f"Licence: {described.licence.title} ({described.licence.url}).\n"
        "README.md says what every table and column is; datapackage.json says it to programs (Frictionless).\n\n"
        "An apostrophe stands before a text that begins with = + - @, a tab or a carriage return, so that no\n"
        "spreadsheet runs it as a formula. Take it away where the exact text matters. Numbers are unchanged.\n"
    )


def _rows(folder: Path, spec: Spec) -> Iterator[list[str]]:
    numeric = {column.name for column in spec.columns if column.kind in NUMBERS}
    with (folder / spec.file).open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file)
        header = next(rows)
        yield header
        for row in rows:
            yield [cell if name in numeric else safe(cell) for name, cell in zip(header, row, strict=True)]


def entry(name: str) -> zipfile.ZipInfo:
    """A file in a zip that is the same whenever and wherever it is made."""
    made = zipfile.ZipInfo(name, MOMENT)
    made.compress_type = zipfile.ZIP_DEFLATED
    made.create_system = 3  # Unix on every system, since the byte is part of the file
    made.external_attr = 0o644 << 16
    return made
