"""Repair, simplification, checks and the report of changes, on invented squares."""

from __future__ import annotations

import geopandas
import pytest
import shapely
from shapely import MultiPolygon, Polygon, box

from geodata import changes, checks, repair, simplify
from geodata.projection import CRS, EXTENT, FRAME, WGS84

KM = 1_000


def in_plane(**shapes: shapely.Geometry) -> geopandas.GeoSeries:
    """Shapes by code, given in kilometres from the south-western corner of the frame."""
    series = geopandas.GeoSeries(shapes, crs=CRS).scale(KM, KM, origin=(0, 0))
    return series.translate(FRAME.west, FRAME.south).rename_axis("code")


def in_degrees(**shapes: shapely.Geometry) -> geopandas.GeoSeries:
    return geopandas.GeoSeries(shapes, crs=WGS84).rename_axis("code")


def areas(shape: shapely.Geometry) -> list[float]:
    return sorted(part.area / KM**2 for part in shapely.get_parts(shape))


# Repair


def test_a_country_torn_at_180_degrees_is_whole_again():
    ring = Polygon([(175, 60), (-175, 60), (-175, 66), (175, 66), (175, 60)])
    whole = repair.repaired(in_degrees(AAA=ring))["AAA"]
    assert whole.geom_type == "Polygon"
    assert whole.bounds == (175, 60, 185, 66)


def test_parts_west_of_100_west_are_reached_across_the_pacific():
    moved = repair.repaired(in_degrees(AAA=MultiPolygon([box(-150, 60, -140, 65), box(-90, 60, -80, 65)])))
    assert sorted(part.bounds[0] for part in moved["AAA"].geoms) == [-90, 210]


@pytest.mark.parametrize("code", ["ATA", "FJI"])
def test_shapes_that_cannot_be_repaired_are_left_out(code):
    shapes = in_degrees(AAA=box(0, 0, 1, 1), **{code: box(5, 5, 6, 6)})
    assert list(repair.repaired(shapes).index) == ["AAA"]


def test_northern_cyprus_is_merged_into_cyprus():
    whole = repair.merged(in_degrees(CYN=box(0, 1, 2, 2), CYP=box(0, 0, 2, 1)))
    assert list(whole.index) == ["CYP"]
    assert whole["CYP"].equals(box(0, 0, 2, 2))


def test_what_lies_outside_the_extent_is_cut_off():
    plane = repair.projected(in_degrees(AAA=box(20, 30, 40, 40), ZZZ=box(-70, -40, -60, -30)))
    assert list(plane.index) == ["AAA"]
    assert plane["AAA"].bounds[0] == EXTENT.west
    assert plane.crs == CRS


# Simplification


def test_an_islet_is_dropped():
    shapes = in_plane(AAA=MultiPolygon([box(0, 0, 50, 50), box(100, 0, 110, 10)]))
    assert areas(simplify.without_islets(shapes)["AAA"]) == [2500]


def test_a_large_island_is_kept():
    shapes = in_plane(AAA=MultiPolygon([box(0, 0, 50, 50), box(100, 0, 121, 21)]))
    assert areas(simplify.without_islets(shapes)["AAA"]) == [441, 2500]


def test_an_exclave_is_kept_however_small():
    hole = box(20, 20, 22, 22)
    shapes = in_plane(
        AAA=MultiPolygon([box(100, 0, 150, 50), hole]),
        BBB=box(0, 0, 50, 50).difference(hole),
    )
    kept = simplify.without_islets(shapes)
    assert areas(kept["AAA"]) == [4, 2500]
    assert checks.count_holes(kept["BBB"]) == 1


def test_an_islet_of_a_state_in_detail_is_kept():
    shapes = in_plane(RUS=MultiPolygon([box(0, 0, 50, 50), box(100, 0, 102, 2)]))
    assert areas(simplify.without_islets(shapes)["RUS"]) == [4, 2500]


def test_a_country_of_islets_alone_is_left_out():
    shapes = in_plane(AAA=box(0, 0, 50, 50), BBB=box(100, 0, 110, 10))
    assert list(simplify.without_islets(shapes).index) == ["AAA"]


def zigzag(height: float) -> list[tuple[float, float]]:
    """A line from south to north that leaves x = 100 by `height` at every other point."""
    return [(100 + height * (row % 2), row * 4.0) for row in range(26)]


def two_sides_of(line: list[tuple[float, float]], left: str, right: str) -> geopandas.GeoSeries:
    shapes = {
        left: Polygon([(0, 100), (0, 0), *line]),
        right: Polygon([(200, 0), (200, 100), *reversed(line)]),
    }
    return in_plane(**shapes)


def test_a_shared_border_once_simplified_is_still_shared():
    simple = simplify.simplified(two_sides_of(zigzag(2), "AAA", "BBB"))
    assert simple.count_coordinates().sum() < 20
    checks.check_coverage(simple)
    assert simple["AAA"].intersection(simple["BBB"]).length >= 100 * KM


def test_a_border_with_a_state_in_detail_keeps_more_points_than_one_in_the_context():
    context = simplify.simplified(two_sides_of(zigzag(2), "AAA", "BBB"))
    detail = simplify.simplified(two_sides_of(zigzag(2), "AAA", "KAZ"))
    assert len(detail["AAA"].exterior.coords) > 25
    assert len(context["AAA"].exterior.coords) < 10
    checks.check_coverage(detail)


def test_every_point_is_on_the_grid_and_neighbours_stay_together():
    rounded = simplify.rounded(two_sides_of(zigzag(2.345), "AAA", "BBB"))
    assert (shapely.get_coordinates(rounded.values) % simplify.GRID == 0).all()
    checks.check_coverage(rounded)


# Checks


def test_an_overlap_of_neighbours_is_found():
    overlap = in_plane(AAA=box(0, 0, 10, 10), BBB=box(9, 0, 20, 10))
    with pytest.raises(checks.CheckError, match="overlap or leave a gap: AAA, BBB"):
        checks.check_coverage(overlap)


def test_a_shape_folded_by_rounding_is_found():
    bow_tie = Polygon([(0, 0), (10, 10), (10, 0), (0, 10)])
    with pytest.raises(checks.CheckError, match="rounded to the grid: AAA"):
        checks.check_coverage(in_plane(AAA=bow_tie))


@pytest.mark.parametrize(
    ("after", "kept"),
    [
        (box(0, 0, 50, 50), True),
        (box(0, 0, 50, 50.9), True),
        (box(0, 0, 50, 51.1), False),
        (box(0, 0, 50, 50).difference(box(20, 20, 20.5, 20.5)), False),
        (MultiPolygon([box(0, 0, 50, 50), box(50.2, 50.2, 50.5, 50.5)]), False),
    ],
    ids=["same", "900 m off", "1,100 m off", "a hole more", "a part more"],
)
def test_a_small_state_may_stray_one_kilometre_and_lose_nothing(after, kept):
    found = checks.fidelity(in_plane(ARM=box(0, 0, 50, 50)), in_plane(ARM=after))
    assert found[0].kept is kept


def test_a_state_that_strayed_stops_the_build():
    found = checks.fidelity(in_plane(TJK=box(0, 0, 50, 50)), in_plane(TJK=box(0, 0, 50, 60)))
    with pytest.raises(checks.CheckError, match=r"TJK: 10\.00 km from the source, parts 1, holes 0"):
        checks.check_fidelity(found)


# Changes


def test_nothing_changed_is_said():
    shapes = in_plane(AAA=box(0, 0, 10, 10))
    assert changes.changes(shapes, shapes) == ["nothing changed"]


def test_each_change_is_one_line():
    old = in_plane(AAA=box(0, 0, 10, 10), BBB=box(20, 0, 30, 10), DDD=box(40, 0, 50, 10))
    new = in_plane(BBB=box(20, 0, 30, 12), CCC=box(0, 20, 10, 30), DDD=box(40, 0, 50, 10))
    assert changes.changes(old, new) == [
        "AAA: gone, had 5 points, parts 1",
        "BBB: 5 points, parts 1 -> 5 points, parts 1; area +20.0 km2",
        "CCC: new, 5 points, parts 1",
    ]
