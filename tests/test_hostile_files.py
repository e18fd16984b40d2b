"""Whatever bytes a file of the data holds: it is read, or refused in words that say where; nothing else comes of it."""

from __future__ import annotations

import copy
import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path

import geopandas
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from geodata import boundaries, projection
from geodata.boundaries import BoundaryError
from membership_data import check, records
from membership_data.check import Inspection
from membership_data.descriptor import NAME
from tests.test_check_world import TABLES, write

any_folder = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])

BYTES = st.one_of(st.binary(max_size=60), st.text(max_size=60).map(lambda text: text.encode("utf-8", "replace")))
NASTY = (
    "", " ", "0", "-1", "9" * 400, "1e9", "nan", "true", "1990", "9999-12-31", "0001-01-01", "1990-02-30", "2999-01",
    "none", "member", "ABW", "ABW ABW", "XKX", "R01", "R99", "e1", "q1", "deployments.c1", "a.b.c", "{states}", "{",
    "=1+1", "<script>", "\x00", "\u202e", '"', "a,b", "a\nb", "a\rb", "é", "𝕏" * 50,
)  # fmt: skip
"""What a cell may hold by mistake or on purpose: values of other columns above all."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path)


@pytest.fixture(scope="module")
def atlas_file() -> bytes:
    """A small boundary file as `geodata.build` writes it."""
    squares = geopandas.GeoDataFrame(
        {"code": ["ABW", "BRB"], "detail": [True, False]},
        geometry=geopandas.GeoSeries.from_wkt(["POLYGON ((0 0, 5 0, 5 5, 0 0))", "POLYGON ((9 9, 9 8, 8 8, 9 9))"]),
        crs=projection.CRS,
    )
    out = io.BytesIO()
    squares.to_file(out, driver="GeoJSON", engine="pyogrio")
    return out.getvalue()


def spliced(original: bytes, junk: bytes, at: float, cut: int) -> bytes:
    """The original with junk at a share of its length, in place of so many bytes."""
    start = int(at * len(original))
    return original[:start] + junk + original[start + cut :]


SPLICES = {"junk": BYTES, "at": st.floats(0, 1), "cut": st.integers(0, 40)}


def nodes(document: object, path: tuple = ()) -> Iterator[tuple]:
    """The way to everything within a JSON document."""
    inside = enumerate(document) if isinstance(document, list) else getattr(document, "items", tuple)()
    for key, value in inside:
        yield (*path, key)
        yield from nodes(value, (*path, key))


def changed(document: object, path: tuple, value: object) -> object:
    """The document with another value at the end of the way."""
    document = copy.deepcopy(document)
    inside = document
    for key in path[:-1]:
        inside = inside[key]
    inside[path[-1]] = value
    return document


# Records


def expect_records_or_problems(found: Inspection, folder: Path) -> None:
    for problem in found.problems:
        assert re.fullmatch(r"[\w.-]+:[1-9]\d*: .+; .+; .+", str(problem)), problem
    if found.problems:
        with pytest.raises(records.RecordsError, match=re.escape(str(found.problems[0]))):
            records.load(folder)
    else:
        assert records.load(folder).membership_events


@any_folder
@given(st.sampled_from(sorted(TABLES)), st.fixed_dictionaries(SPLICES))
def test_any_bytes_in_a_table_end_in_records_or_in_problems_with_file_and_line(folder, name, splice):
    path = folder / f"{name}.csv"
    path.write_bytes(spliced(TABLES[name].encode(), **splice))
    found = check.inspect(folder)
    expect_records_or_problems(found, folder)
    assert all(problem.file != NAME for problem in found.problems), "a table is no fault of the descriptor"
    path.write_bytes(TABLES[name].encode())


@any_folder
@given(st.lists(st.tuples(st.sampled_from(sorted(TABLES)), st.floats(0, 0.999), st.sampled_from(NASTY)), max_size=6))
def test_any_values_in_any_cells_end_in_records_or_in_problems_with_file_and_line(folder, changes):
    for name, at, value in changes:
        path = folder / f"{name}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file)
        cells = [(row, column) for row in rows for column in range(len(row))]
        row, column = cells[int(at * len(cells))]
        row[column] = value
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([header, *rows])
    found = check.inspect(folder)
    expect_records_or_problems(found, folder)
    assert all(problem.file != NAME for problem in found.problems), "a cell is no fault of the descriptor"
    for name, _, _ in changes:
        (folder / f"{name}.csv").write_text(TABLES[name], encoding="utf-8", newline="\n")


@any_folder
@given(**SPLICES)
def test_any_bytes_in_the_descriptor_end_in_records_or_in_problems(folder, junk, at, cut):
    original = (records.FOLDER / NAME).read_bytes()
    (folder / NAME).write_bytes(spliced(original, junk, at, cut))
    expect_records_or_problems(check.inspect(folder), folder)


DESCRIPTOR = json.loads((records.FOLDER / NAME).read_text(encoding="utf-8"))
VALUES = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5), st.just([]), st.just({}), st.just([[1]]),
    st.sampled_from(["\x00", "\ud800", "a\nb.csv", "..", "../x.csv", "((", "class", "string", "integer", "partial-date",
                     "id-list", "sources", "9999-12-31"]),
)  # fmt: skip


@any_folder
@given(st.sampled_from(sorted(nodes(DESCRIPTOR), key=str)), VALUES)
def test_any_value_in_the_descriptor_ends_in_records_or_in_problems(folder, path, value):
    (folder / NAME).write_text(json.dumps(changed(DESCRIPTOR, path, value)), encoding="utf-8")
    expect_records_or_problems(check.inspect(folder), folder)


def test_a_column_of_another_type_than_the_rules_need_is_said(folder):
    text = (folder / NAME).read_text(encoding="utf-8")
    (folder / NAME).write_text(text.replace('"csto:format": "partial-date"', '"csto:format": "string"'))
    assert "a column of another type than the rules need" in str(check.inspect(folder).problems)


def test_a_file_whose_name_is_no_line_of_text_is_named_in_one_line(folder):
    (folder / "a\nb.csv").write_text("id\n")
    (problem,) = check.inspect(folder).problems
    assert str(problem).startswith(r"a\nb.csv:1: a table nothing declares")


# Boundaries


def test_the_small_boundary_file_is_one(tmp_path, atlas_file):
    (tmp_path / "boundaries.geojson").write_bytes(atlas_file)
    assert list(boundaries.load(tmp_path / "boundaries.geojson")["code"]) == ["ABW", "BRB"]


def expect_boundaries_or_their_error(path: Path) -> None:
    try:
        shapes = boundaries.load(path)
    except BoundaryError as problem:
        assert re.fullmatch(r".*boundaries\.geojson: .+; rebuild it with `python -m geodata\.build`", str(problem))
    else:
        assert len(shapes)
        assert shapes["code"].str.fullmatch("[A-Z]{3}").all()
        assert (shapes.is_valid & ~shapes.is_empty).all()


@any_folder
@given(**SPLICES)
def test_any_bytes_in_the_boundary_file_end_in_boundaries_or_in_their_error(tmp_path, atlas_file, junk, at, cut):
    path = tmp_path / "boundaries.geojson"
    path.write_bytes(spliced(atlas_file, junk, at, cut))
    expect_boundaries_or_their_error(path)


@any_folder
@given(st.data())
def test_any_value_in_the_boundary_file_ends_in_boundaries_or_in_their_error(tmp_path, atlas_file, data):
    document = json.loads(atlas_file)
    way = data.draw(st.sampled_from(sorted(nodes(document), key=str)))
    value = data.draw(st.one_of(VALUES, st.sampled_from(["Point", "LineString", "MultiPolygon", [0], [0, 0], 1e300])))
    path = tmp_path / "boundaries.geojson"
    path.write_text(json.dumps(changed(document, way, value)))
    expect_boundaries_or_their_error(path)


@pytest.mark.parametrize(
    "content", [b"", b"[]", b"null", b"[" * 100_000, b"PK\x03\x04", b"<OGRVRTDataSource/>", b'WKT\n"POINT (1 2)"\n']
)
def test_what_is_another_format_is_no_boundary_file(tmp_path, content):
    path = tmp_path / "boundaries.geojson"
    path.write_bytes(content)
    with pytest.raises(BoundaryError, match="not readable as GeoJSON"):
        boundaries.load(path)


@any_folder
@given(**SPLICES)
def test_any_bytes_in_the_disputed_places_end_in_places_or_in_their_error(tmp_path, junk, at, cut):
    path = tmp_path / "disputed.csv"
    path.write_bytes(spliced(boundaries.DISPUTED_PATH.read_bytes()[:2000], junk, at, cut))
    try:
        places = boundaries.disputed(path)
    except BoundaryError as problem:
        assert re.search(r"disputed\.csv:[1-9]\d*: ", str(problem))
        assert "\n" not in str(problem)
    else:
        assert all(abs(place.lat) <= 90 and abs(place.lon) <= 180 for place in places)
