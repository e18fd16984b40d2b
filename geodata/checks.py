"""What must hold of the boundaries before they are written."""

from __future__ import annotations

from typing import NamedTuple

import geopandas
import shapely
from shapely.geometry.base import BaseGeometry

from geodata.boundaries import STATES_IN_DETAIL
from geodata.simplify import TOLERANCE

# How far, in metres, a line may lie from the source: nearer where a state is small and full of exclaves.
SMALL_STATES = frozenset(["ARM", "AZE", "KGZ", "TJK", "UZB"])
FARTHEST_IN_SMALL_STATES = 1_000
FARTHEST = TOLERANCE


class CheckError(Exception):
    """The boundaries that were built are not fit to be written."""


class Fidelity(NamedTuple):
    """How near a shape is to its source: distance in metres, parts and holes before and after."""

    code: str
    distance: float
    parts: tuple[int, int]
    holes: tuple[int, int]

    @property
    def kept(self) -> bool:
        """Whether no line is too far off, and no part and no hole was lost or gained."""
        farthest = FARTHEST_IN_SMALL_STATES if self.code in SMALL_STATES else FARTHEST
        return self.distance <= farthest and len({*self.parts}) == len({*self.holes}) == 1

    def __str__(self) -> str:
        """One line for the report."""
        parts, holes = (" -> ".join(map(str, dict.fromkeys(count))) for count in (self.parts, self.holes))
        return f"{self.code}: {self.distance / 1000:.2f} km from the source, parts {parts}, holes {holes}"


def check_coverage(shapes: geopandas.GeoSeries) -> None:
    """Raise CheckError unless every shape is valid and neighbours share their border point for point."""
    if invalid := sorted(shapes.index[~shapes.is_valid]):
        raise CheckError(f"not valid once rounded to the grid: {', '.join(invalid)}")
    edges = shapely.coverage_invalid_edges(shapes.values)
    if torn := sorted(shapes.index[~shapely.is_empty(edges)]):
        raise CheckError(f"borders that overlap or leave a gap: {', '.join(torn)}")


def fidelity(before: geopandas.GeoSeries, after: geopandas.GeoSeries) -> list[Fidelity]:
    """For each state in detail, how near it is to the source; both series in metres, indexed by code.

    The distance is Hausdorff's, the larger of the two directions, measured at the ends and the middle of
    every segment.
    """
    return [_fidelity(code, before[code], after[code]) for code in sorted(STATES_IN_DETAIL & {*before.index})]


def check_fidelity(found: list[Fidelity]) -> None:
    """Raise CheckError when a state in detail has strayed too far, or lost or gained a part or a hole."""
    if astray := [str(state) for state in found if not state.kept]:
        raise CheckError(f"too far from the source, or parts lost: {'; '.join(astray)}")


def count_holes(shape: BaseGeometry) -> int:
    """How many holes the parts of the shape have together."""
    return int(shapely.get_num_interior_rings(shapely.get_parts(shape)).sum())


def _fidelity(code: str, before: BaseGeometry, after: BaseGeometry) -> Fidelity:
    return Fidelity(
        code,
        distance=float(shapely.hausdorff_distance(before, after, densify=0.5)),
        parts=(shapely.get_num_geometries(before), shapely.get_num_geometries(after)),
        holes=(count_holes(before), count_holes(after)),
    )
