"""The shipped boundaries, every shape and every disputed place; and how a broken file is refused."""

from __future__ import annotations

import csv
import hashlib
import json
import re

import geopandas
import pytest
import shapely

from geodata import boundaries, build, checks, projection
from geodata.boundaries import BoundaryError

BOUNDARIES = boundaries.load()
SHAPES = BOUNDARIES.set_index("code").geometry
DESCRIPTOR = json.loads((boundaries.FOLDER / "datapackage.json").read_text(encoding="utf-8"))
RESOURCES = {resource["name"]: resource for resource in DESCRIPTOR["resources"]}

# Parts and holes of the states in detail, as in the source.
PARTS_AND_HOLES = {
    "AFG": (1, 0),
    "ARM": (2, 1),
    "AZE": (3, 1),
    "BLR": (1, 0),
    "GEO": (1, 0),
    "KAZ": (4, 0),
    "KGZ": (1, 3),
    "RUS": (97, 0),
    "SRB": (1, 0),
    "TJK": (3, 0),
    "UZB": (3, 1),
    "XKX": (1, 0),
}

# Places that tell whose map it is, with latitude and longitude.
PLACES = {
    "Simferopol": ("UKR", 44.952, 34.102),
    "Sevastopol": ("UKR", 44.605, 33.522),
    "Donetsk": ("UKR", 48.003, 37.805),
    "Sukhumi": ("GEO", 43.003, 41.019),
    "Tskhinvali": ("GEO", 42.225, 43.970),
    "Stepanakert": ("AZE", 39.815, 46.752),
    "Nakhchivan": ("AZE", 39.209, 45.412),
    "Tiraspol": ("MDA", 46.840, 29.643),
    "Baikonur": ("KAZ", 45.620, 63.314),
    "Kaliningrad": ("RUS", 54.710, 20.510),
    "Kunashir": ("RUS", 44.110, 145.860),
    "Chukotka east of 180": ("RUS", 66.10, -170.10),
    "Chukotka at 180": ("RUS", 67.5, 180),
    "Famagusta": ("CYP", 35.125, 33.940),
    "Pristina": ("XKX", 42.663, 21.165),
    "Sokh": ("UZB", 39.970, 71.130),
    "Shohimardon": ("UZB", 39.930, 71.738),
    "Vorukh": ("TJK", 39.850, 70.580),
    "Sarvak": ("TJK", 40.966, 70.615),
}


def point(lat: float, lon: float) -> shapely.Point:
    return shapely.Point(projection.project(lon, lat))


def holders(lat: float, lon: float) -> list[str]:
    return list(SHAPES.index[SHAPES.contains(point(lat, lon))])


# The shipped file


@pytest.mark.parametrize("place", PLACES)
def test_a_place_lies_in_one_shape_the_one_expected(place):
    code, lat, lon = PLACES[place]
    assert holders(lat, lon) == [code]


def test_russia_is_one_piece_at_180_degrees():
    mainland = max(SHAPES["RUS"].geoms, key=lambda part: part.area)
    for lon in (179, 180, -179, -175):
        assert mainland.contains(point(67.5 if lon != -175 else 66.6, lon))
    assert mainland.contains(point(66.10, -170.10))


@pytest.mark.parametrize("code", SHAPES.index)
def test_a_shape_is_valid_and_on_the_grid(code):
    shape = SHAPES[code]
    assert shape.is_valid, shapely.is_valid_reason(shape)
    assert (shapely.get_coordinates(shape) % boundaries.GRID == 0).all()
    assert shape.within(shapely.box(*projection.EXTENT))


def test_neighbours_share_their_borders():
    checks.check_coverage(SHAPES)


@pytest.mark.parametrize("code", PARTS_AND_HOLES)
def test_a_state_in_detail_has_the_parts_and_holes_of_the_source(code):
    shape = SHAPES[code]
    assert (shapely.get_num_geometries(shape), checks.count_holes(shape)) == PARTS_AND_HOLES[code]


def test_the_states_in_detail_are_those_of_the_code():
    assert set(BOUNDARIES["code"][BOUNDARIES["detail"]]) == boundaries.STATES_IN_DETAIL == {*PARTS_AND_HOLES}


def test_codes_are_unique_sorted_and_none_the_map_does_not_keep_apart():
    codes = list(BOUNDARIES["code"])
    assert codes == sorted(set(codes))
    assert not {"ATA", "FJI", "CYN", "SOL"} & set(codes)


def test_the_file_has_the_fingerprint_of_the_descriptor():
    content = boundaries.PATH.read_bytes()
    assert RESOURCES["boundaries"]["bytes"] == len(content)
    assert RESOURCES["boundaries"]["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"


def test_the_file_says_its_crs_and_has_a_feature_a_line():
    head, *lines, end = boundaries.PATH.read_text(encoding="utf-8").splitlines()
    assert "urn:ogc:def:crs:ESRI::102025" in head
    assert [json.loads(line.rstrip(","))["properties"]["code"] for line in lines] == list(SHAPES.index)
    assert end == "]}"


# Disputed places


@pytest.mark.parametrize("place", boundaries.disputed(), ids=lambda place: place.id)
def test_a_disputed_place_lies_in_the_shape_it_is_said_to_be_drawn_in(place):
    assert holders(place.lat, place.lon) == [place.drawn_in]


@pytest.mark.parametrize("field", RESOURCES["disputed"]["schema"]["fields"], ids=lambda field: field["name"])
def test_disputed_places_obey_the_descriptor(field):
    with boundaries.DISPUTED_PATH.open(encoding="utf-8", newline="") as file:
        values = [row[field["name"]] for row in csv.DictReader(file)]
    constraints = field["constraints"]
    assert all(values) and all(re.fullmatch(constraints.get("pattern", ".*"), value) for value in values)
    assert not constraints.get("unique") or len(set(values)) == len(values)


def test_the_descriptor_names_the_columns_of_disputed_places_in_order():
    described = tuple(field["name"] for field in RESOURCES["disputed"]["schema"]["fields"])
    assert described == boundaries.DisputedPlace._fields


def test_every_disputed_place_is_in_the_readme():
    readme = (boundaries.FOLDER / "README.md").read_text(encoding="utf-8")
    assert [place.name for place in boundaries.disputed() if place.name not in readme] == []


# Broken files


@pytest.fixture
def file(tmp_path):
    return tmp_path / "boundaries.geojson"


SQUARE = shapely.box(0, 0, 500, 500)


def collection(*codes: str, shape: shapely.Geometry = SQUARE) -> str:
    """A boundary file in which each code has the same shape."""
    index = list(codes)
    return build.encode(geopandas.GeoSeries([shape] * len(index), index=index, crs=projection.CRS))


def test_a_sound_file_is_read(file):
    file.write_text(collection("BBB", "AAA"))
    assert list(boundaries.load(file).columns) == ["code", "detail", "geometry"]
    assert list(boundaries.load(file)["code"]) == ["AAA", "BBB"]


def test_a_missing_file_says_how_to_make_it(file):
    with pytest.raises(BoundaryError, match=r"boundaries.geojson: no such file; .* geodata.build"):
        boundaries.load(file)


def test_a_file_that_is_not_geojson_is_refused(file):
    file.write_text("<html>Not found</html>")
    with pytest.raises(BoundaryError, match="not readable as GeoJSON"):
        boundaries.load(file)


def test_a_file_without_its_crs_is_refused(file):
    file.write_text(re.sub(r'"crs": .*?}}, ', "", collection("AAA")))
    with pytest.raises(BoundaryError, match="is in EPSG:4326; expected ESRI:102025"):
        boundaries.load(file)


def test_a_code_that_is_there_twice_is_refused(file):
    file.write_text(collection("AAA", "BBB", "AAA"))
    with pytest.raises(BoundaryError, match="more than one feature for AAA; expected one"):
        boundaries.load(file)


def test_a_geometry_that_crosses_itself_is_refused(file):
    bow_tie = shapely.Polygon([(0, 0), (500, 500), (500, 0), (0, 500)])
    file.write_text(collection("AAA", shape=bow_tie))
    with pytest.raises(BoundaryError, match=r"AAA: Self-intersection"):
        boundaries.load(file)


def test_a_line_is_no_boundary(file):
    file.write_text(collection("AAA", shape=shapely.LineString([(0, 0), (500, 500)])))
    with pytest.raises(BoundaryError, match="not a valid polygon"):
        boundaries.load(file)


def test_a_missing_column_is_named(file):
    file.write_text(collection("AAA").replace('"detail"', '"other"'))
    with pytest.raises(BoundaryError, match="columns code, other, geometry; expected code, detail and geometry"):
        boundaries.load(file)


HEADER = "id,name,drawn_in,how,note,lat,lon\n"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("id,name\n", r"disputed.csv:1: columns id,name; expected id,name,drawn_in"),
        (HEADER + "a,A,AAA,drawn in A,note,north,10\n", r"disputed.csv:2: .*expected five texts, then lat"),
        (HEADER + "a,A,AAA,drawn in A,note\n", r"disputed.csv:2: .*expected five texts, then lat"),
    ],
    ids=["columns", "latitude", "short row"],
)
def test_a_broken_list_of_disputed_places_says_where(tmp_path, content, message):
    (tmp_path / "disputed.csv").write_text(content)
    with pytest.raises(BoundaryError, match=message):
        boundaries.disputed(tmp_path / "disputed.csv")


def test_a_missing_list_of_disputed_places_is_named(tmp_path):
    with pytest.raises(BoundaryError, match="disputed.csv: no such file"):
        boundaries.disputed(tmp_path / "disputed.csv")
