"""Rebuild the boundary file from its source: `python -m geodata.build [--source FILE]`."""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import geopandas
import shapely

from geodata import boundaries, changes, checks, repair, simplify, source

CRS_MEMBER = {"type": "name", "properties": {"name": "urn:ogc:def:crs:ESRI::102025"}}


def build(content: bytes) -> tuple[geopandas.GeoSeries, list[checks.Fidelity]]:
    """The boundaries made from the bytes of a TopoJSON file, and how near the states in detail are to it.

    The series is in metres of `projection.CRS`, on the grid, indexed by code and sorted. Raises
    checks.CheckError when the result is not fit to be written.
    """
    countries = repair.repaired(source.read(content))
    plane = repair.projected(countries)
    shapes = simplify.rounded(simplify.simplified(simplify.without_islets(plane)))
    # After rounding, not before: it is rounding that folds a thin part of a shape over itself.
    checks.check_coverage(shapes)
    found = checks.fidelity(plane, shapes)
    checks.check_fidelity(found)
    return shapes, found


def encode(shapes: geopandas.GeoSeries) -> str:
    """The boundaries as GeoJSON: whole metres, a feature a line, so that a diff names the states it is in."""
    features = ",\n".join(_feature(code, shape) for code, shape in shapes.items())
    head = f'{{"type": "FeatureCollection", "name": "boundaries", "crs": {json.dumps(CRS_MEMBER)}'
    return f'{head}, "features": [\n{features}\n]}}\n'


def rebuild(content: bytes, folder: Path = boundaries.FOLDER) -> list[str]:
    """Build from the bytes of a TopoJSON file, write into the folder, and return the lines of a report.

    Raises checks.CheckError, and writes nothing, when the result is not fit to be written.
    """
    shapes, found = build(content)
    path = folder / boundaries.PATH.name
    report = changes.changes(_before(path), shapes)
    written = encode(shapes).encode()
    path.write_bytes(written)
    _record(written, folder / "datapackage.json")
    total = f"{len(shapes)} shapes, {shapes.count_coordinates().sum():,} points, {len(written):,} bytes"
    return [total, *map(str, found), *report]


def main(arguments: Sequence[str] | None = None) -> int:
    """Rebuild and report; returns the exit code. What can go wrong is one line on stderr, and 1."""
    parser = argparse.ArgumentParser(prog="python -m geodata.build", description=__doc__)
    parser.add_argument("--source", type=Path, metavar="FILE", help="a world/50m.json at hand; default: npm")
    path = parser.parse_args(arguments).source
    try:
        report = rebuild(source.from_file(path) if path else source.fetch())
    except (source.SourceError, checks.CheckError) as error:
        print(f"geodata.build: {error}", file=sys.stderr)
        return 1
    print(*report, sep="\n")
    return 0


def _feature(code: str, shape: shapely.Geometry) -> str:
    geometry = json.loads(shapely.to_geojson(shape), parse_float=lambda number: int(float(number)))
    properties = {"code": code, "detail": code in boundaries.STATES_IN_DETAIL}
    feature = {"type": "Feature", "properties": properties, "geometry": geometry}
    return json.dumps(feature, separators=(",", ":"))


def _before(path: Path) -> geopandas.GeoSeries:
    try:
        return boundaries.load(path).set_index("code").geometry
    except boundaries.BoundaryError:  # missing or broken, which is a reason to rebuild it
        return geopandas.GeoSeries()


def _record(content: bytes, descriptor: Path) -> None:
    # So that an edit of the boundary file by hand is noticed.
    package = json.loads(descriptor.read_text(encoding="utf-8"))
    resource = next(each for each in package["resources"] if each["path"] == boundaries.PATH.name)
    resource["bytes"] = len(content)
    resource["hash"] = f"sha256:{hashlib.sha256(content).hexdigest()}"
    descriptor.write_text(json.dumps(package, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
