"""The zip of all records: safe in a spreadsheet, the same every time, and still a package that passes the check."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path

import pytest
from frictionless import Package

from dashboard.exports import archive, panel
from membership_data import check, descriptor, fold, records

DATA = records.load()
PACKED = archive.build()

DESCRIPTOR = {
    "version": "1.0",
    "checked_on": "2020-01-01",
    "licenses": [{"name": "CC0-1.0", "title": "CC0", "path": "https://example.org/"}],
    "resources": [
        {
            "name": "notes",
            "path": "notes.csv",
            "description": "Notes.",
            "schema": {
                "primaryKey": "id",
                "fields": [
                    {"name": "id", "type": "string", "description": "Id."},
                    {"name": "text", "type": "string", "description": "Text."},
                    {"name": "change", "type": "number", "description": "Number."},
                ],
            },
        }
    ],
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one invented table, to be filled."""
    (tmp_path / "datapackage.json").write_text(json.dumps(DESCRIPTOR), encoding="utf-8")
    (tmp_path / "README.md").write_text("Notes\n", encoding="utf-8")
    return tmp_path


@pytest.fixture(scope="module")
def extracted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    there = tmp_path_factory.mktemp("records")
    zipfile.ZipFile(io.BytesIO(PACKED)).extractall(there)
    return there


def rows(packed: bytes, name: str) -> list[list[str]]:
    """The cells of a table in a zip, without its header."""
    text = zipfile.ZipFile(io.BytesIO(packed)).read(name).decode("utf-8")
    return list(csv.reader(io.StringIO(text, newline="")))[1:]


def write(folder: Path, *cells: list[str]) -> None:
    with (folder / "notes.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["id", "text", "change"], *cells])


# Cells that a spreadsheet would run


@pytest.mark.parametrize("text", ["=1+1", "+1", "-2 states", "@SUM(A1)", "\t=1", "\r=1", '=HYPERLINK("http://x")'])
def test_a_text_that_begins_like_a_formula_is_defused(folder, text):
    write(folder, ["a", text, ""])
    assert rows(archive.build(folder), "notes.csv") == [["a", f"'{text}", ""]]


@pytest.mark.parametrize("text", ["plain", "1 = 1", "'quoted'", "", "a, b\nc", "−", "Чарджоу"])
def test_any_other_text_stays_as_it_is(folder, text):
    write(folder, ["a", text, ""])
    assert rows(archive.build(folder), "notes.csv") == [["a", text, ""]]


def test_a_number_below_zero_stays_a_number(folder):
    write(folder, ["a", "text", "-2.5"])
    assert rows(archive.build(folder), "notes.csv") == [["a", "text", "-2.5"]]


def test_no_text_of_the_shipped_tables_begins_like_a_formula():
    for spec in descriptor.read(records.FOLDER).specs:
        numeric = [column.kind in archive.NUMBERS for column in spec.columns]
        for row in rows(PACKED, spec.file):
            texts = [cell for cell, is_number in zip(row, numeric, strict=True) if not is_number]
            assert not [cell for cell in texts if cell.startswith(archive.COMMANDS)], spec.file


# The package


def test_the_zip_holds_every_table_the_descriptor_the_readme_and_a_note():
    names = zipfile.ZipFile(io.BytesIO(PACKED)).namelist()
    tables = {f"{name}.csv" for name in DATA.tables}
    assert set(names) == tables | {"datapackage.json", "README.md", "NOTE.txt"}
    assert names == sorted(names)


def test_the_note_says_what_was_done_to_texts_and_of_which_day_the_records_are(extracted):
    note = (extracted / "NOTE.txt").read_text(encoding="utf-8")
    assert "An apostrophe stands before a text" in note
    assert str(DATA.checked_on) in note
    assert DATA.licence.url in note


def test_the_tables_pass_the_check_after_extraction(extracted):
    assert [str(problem) for problem in check.inspect(extracted).problems] == []


def test_frictionless_finds_nothing_wrong_after_extraction(extracted):
    report = Package(str(extracted / "datapackage.json")).validate()
    assert report.valid, report.flatten(["title", "rowNumber", "fieldName", "note"])


def test_nothing_but_apostrophes_is_added_to_the_records(extracted):
    for name, table in records.load(extracted).tables.items():
        for row, shipped in zip(table, DATA.tables[name], strict=True):
            for cell, value in zip(row, shipped, strict=True):
                assert cell == value or cell == f"'{value}", f"{name}.{shipped.id}"


def test_the_same_records_give_the_same_bytes():
    assert archive.build() == PACKED


# The country-year panel


def test_the_panel_is_the_fold_of_the_events():
    header, *lines = panel.build(DATA).decode().splitlines()
    expected = fold.panel(DATA.membership_events, DATA.checked_on)
    assert header == "year,iso_a3,status"
    assert lines == [f"{year},{state},{status}" for year, state, status in expected]
