"""A descriptor that is missing, broken or of another form."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from membership_data.descriptor import NAME
from tests.test_check_world import problems, write


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path)


def edit_descriptor(folder: Path, change: Callable[[dict], None]) -> None:
    document = json.loads((folder / NAME).read_text(encoding="utf-8"))
    change(document)
    (folder / NAME).write_text(json.dumps(document), encoding="utf-8")


def test_a_missing_folder_is_one_problem(tmp_path):
    (problem,) = problems(tmp_path / "nowhere")
    assert problem.startswith("datapackage.json:1: no file datapackage.json in ")


@pytest.mark.parametrize(
    ("content", "where"),
    [(b"{\n\n", "datapackage.json:3: "), (b"\xff\xfe", "datapackage.json:1: "), (b"[" * 9999, "datapackage")],
)
def test_a_broken_descriptor_is_one_problem(folder, content, where):
    (folder / NAME).write_bytes(content)
    (problem,) = problems(folder)
    assert problem.startswith(where)


def drop_a_table(document: dict) -> None:
    document["resources"] = [entry for entry in document["resources"] if entry["name"] != "stages"]


def field(document: dict, **changes: object) -> None:
    document["resources"][0]["schema"]["fields"][1].update(changes)


@pytest.mark.parametrize(
    "change",
    [
        lambda document: document.pop("checked_on"),
        lambda document: document.update(checked_on="17 May 2026"),
        lambda document: document.update(licenses=[]),
        lambda document: document.update(resources=None),
        lambda document: document["resources"][0].update(path="../elsewhere.csv"),
        lambda document: document["resources"].append(document["resources"][0]),
        lambda document: document["resources"][0]["schema"].update(primaryKey="nothing"),
        lambda document: field(document, type="geopoint"),
        lambda document: field(document, name="class"),
        lambda document: field(document, constraints={"pattern": "("}),
        lambda document: field(document, constraints={"minimum": "low"}),
        lambda document: field(document, **{"csto:references": "nothing"}),
        lambda document: document["resources"][0]["schema"].update(foreignKeys=[{"fields": ["a", "b"]}]),
    ],
)
def test_a_descriptor_of_another_form_is_one_problem(folder, change):
    edit_descriptor(folder, change)
    (problem,) = problems(folder)
    assert re.fullmatch(r"datapackage\.json:1: .+; .+; .+", problem)


def test_a_table_the_rules_rely_on_must_be_described(folder):
    edit_descriptor(folder, drop_a_table)
    assert any("no stages.starts; the column starts of the table stages" in line for line in problems(folder))
