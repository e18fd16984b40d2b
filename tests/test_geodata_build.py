"""The rebuild: the same bytes every time, and one clear line when it cannot be done."""

from __future__ import annotations

import hashlib
import json
import os
import random
from pathlib import Path

import geopandas
import pytest
from shapely import box

from geodata import boundaries, build, checks, source

SQUARES = {"AAA": (60, 40, 70, 50), "KAZ": (70, 40, 80, 50), "CYN": (60, 50, 70, 55), "CYP": (60, 55, 70, 60)}


def topology(codes: list[str]) -> bytes:
    """A TopoJSON file of invented squares, in the order of the codes."""
    countries = [
        {"type": "Polygon", "arcs": [[number]], "id": str(number), "properties": {"name": code, "a3": code}}
        for number, code in enumerate(codes)
    ]
    arcs = [[list(point) for point in box(*SQUARES[code]).exterior.coords] for code in codes]
    objects = {"countries": {"type": "GeometryCollection", "geometries": countries}}
    return json.dumps({"type": "Topology", "arcs": arcs, "objects": objects}).encode()


@pytest.fixture
def folder(tmp_path):
    """A folder with a descriptor and no boundary file yet."""
    (tmp_path / "datapackage.json").write_text('{"resources": [{"path": "boundaries.geojson"}]}')
    return tmp_path


def test_two_builds_give_the_same_bytes_whatever_the_order_of_the_source():
    codes = sorted(SQUARES)
    first = build.encode(build.build(topology(codes))[0])
    random.Random(1).shuffle(codes)
    assert build.encode(build.build(topology(codes))[0]) == first


def test_the_build_keeps_what_is_drawn_in_detail_and_merges_what_is_not_apart():
    shapes, found = build.build(topology(sorted(SQUARES)))
    assert list(shapes.index) == ["AAA", "CYP", "KAZ"]
    assert [state.code for state in found] == ["KAZ"]


def test_a_file_is_read_back_as_it_was_built(tmp_path):
    shapes, _ = build.build(topology(sorted(SQUARES)))
    (tmp_path / "boundaries.geojson").write_text(build.encode(shapes))
    frame = boundaries.load(tmp_path / "boundaries.geojson")
    assert frame.set_index("code").geometry.geom_equals_exact(shapes, 0).all()
    assert dict(zip(frame["code"], frame["detail"], strict=True)) == {"AAA": False, "CYP": False, "KAZ": True}


def test_a_rebuild_says_what_is_new_and_then_that_nothing_changed(folder):
    content = topology(sorted(SQUARES))
    assert "AAA: new, 5 points, parts 1" in build.rebuild(content, folder)
    written = (folder / "boundaries.geojson").read_bytes()
    assert build.rebuild(content, folder)[-1] == "nothing changed"
    assert (folder / "boundaries.geojson").read_bytes() == written


def test_a_broken_file_is_built_anew(folder):
    (folder / "boundaries.geojson").write_text("<html>")
    assert "KAZ: new, 5 points, parts 1" in build.rebuild(topology(sorted(SQUARES)), folder)


def test_the_descriptor_learns_size_and_fingerprint(folder):
    build.rebuild(topology(sorted(SQUARES)), folder)
    content = (folder / "boundaries.geojson").read_bytes()
    resource = json.loads((folder / "datapackage.json").read_text())["resources"][0]
    assert resource["bytes"] == len(content)
    assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"


def test_a_build_that_fails_its_checks_writes_nothing(folder, monkeypatch):
    def refuse(shapes: geopandas.GeoSeries) -> None:
        raise checks.CheckError("not valid once rounded to the grid: AAA")

    monkeypatch.setattr(checks, "check_coverage", refuse)
    with pytest.raises(checks.CheckError, match="rounded to the grid: AAA"):
        build.rebuild(topology(sorted(SQUARES)), folder)
    assert not (folder / "boundaries.geojson").exists()


@pytest.mark.parametrize("name", ["none.json", "datapackage.json"], ids=["missing", "another file"])
def test_a_source_that_cannot_be_had_is_one_line_and_leaves_the_file_alone(folder, capsys, name):
    before = boundaries.PATH.read_bytes()
    assert build.main(["--source", str(folder / name)]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("geodata.build: ") and captured.err.count("\n") == 1
    assert boundaries.PATH.read_bytes() == before


@pytest.mark.skipif("GEODATA_SOURCE" not in os.environ, reason="GEODATA_SOURCE names no world/50m.json")
def test_the_shipped_file_is_what_the_source_gives():
    shapes, _ = build.build(source.from_file(Path(os.environ["GEODATA_SOURCE"])))
    assert build.encode(shapes).encode() == boundaries.PATH.read_bytes()
