"""The folder of records is a data package that other people's tools can read."""

from __future__ import annotations

from frictionless import Package

from membership_data import records


def test_frictionless_finds_nothing_wrong_with_the_package():
    report = Package(str(records.FOLDER / "datapackage.json")).validate()
    assert report.valid, report.flatten(["title", "rowNumber", "fieldName", "note"])
