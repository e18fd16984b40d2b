"""The boundary file and the list of disputed places: reading them, and refusing them when they are broken."""

from __future__ import annotations

import csv
import io
import json
import re
import warnings
from pathlib import Path
from typing import NamedTuple

import geopandas
import shapely

from geodata import projection

FOLDER = Path(__file__).parent
PATH = FOLDER / "boundaries.geojson"
DISPUTED_PATH = FOLDER / "disputed.csv"

# Every coordinate is a whole multiple of this many metres.
GRID = 500

# Drawn at 2 km, and the reason for the frame; every other state is context, and coarser.
STATES_IN_DETAIL = frozenset(["AFG", "ARM", "AZE", "BLR", "GEO", "KAZ", "KGZ", "RUS", "SRB", "TJK", "UZB", "XKX"])

REBUILD = "rebuild it with `python -m geodata.build`"


class BoundaryError(Exception):
    """The boundary file, or the list of disputed places, is missing or broken."""


class DisputedPlace(NamedTuple):
    """A row of disputed.csv: a point (WGS 84, degrees) in a disputed place, and the shape it is drawn in."""

    id: str
    name: str
    drawn_in: str
    how: str
    note: str
    lat: float
    lon: float


def load(path: Path = PATH) -> geopandas.GeoDataFrame:
    """The boundaries, a row a state, sorted by `code`.

    Columns: `code` (ISO 3166-1 alpha-3, or XKX and KAS, which ISO does not assign), `detail` (bool: kept at
    2 km), `geometry` (Polygon or MultiPolygon, in whole multiples of `GRID` metres, in `projection.CRS`).
    Raises BoundaryError for a file that is missing, is not GeoJSON or is in another CRS, and for a code
    that is none or is there twice, or a geometry that is not valid.
    """
    frame = _read(path)
    for fault in (_columns_fault, _crs_fault, _code_fault, _detail_fault, _geometry_fault):
        if found := fault(frame):
            raise BoundaryError(f"{path}: {found}; {REBUILD}")
    return frame.sort_values("code", ignore_index=True)[["code", "detail", "geometry"]]


def disputed(path: Path = DISPUTED_PATH) -> tuple[DisputedPlace, ...]:
    """The disputed places of the map, in the order of the file, each with the shape it is drawn in.

    Raises BoundaryError, with file and line, for a file that is missing or no CSV in UTF-8, other columns than
    those of `DisputedPlace`, or a latitude or longitude that is none.
    """
    try:
        text = path.read_bytes().decode("utf-8")
    except OSError as error:
        raise BoundaryError(f"{path}: no such file; restore it, it is written by hand") from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise BoundaryError(f"{path}:{line}: bytes that are not UTF-8; save the file as UTF-8") from error
    rows = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        _check_header(next(rows, []), path)
        return tuple(_place(row, f"{path}:{rows.line_num}") for row in rows)
    except csv.Error as error:
        found = f"a row that cannot be read ({error}); expected quotation marks in pairs"
        raise BoundaryError(f"{path}:{rows.line_num}: {found}") from error


def _read(path: Path) -> geopandas.GeoDataFrame:
    if not path.is_file():
        raise BoundaryError(f"{path}: no such file; {REBUILD}")
    try:
        # GDAL takes a file for whatever its bytes look like, and some formats name other files.
        if json.loads(path.read_bytes())["type"] != "FeatureCollection":
            raise ValueError("not a FeatureCollection")
        with warnings.catch_warnings(action="ignore"):  # what it warns of is found below, or refused here
            return geopandas.read_file(path, engine="pyogrio")
    except (OSError, ValueError, LookupError, TypeError, RuntimeError, shapely.GEOSException) as error:
        found = " ".join(str(error).split())
        raise BoundaryError(f"{path}: not readable as GeoJSON ({found}); {REBUILD}") from error


def _columns_fault(frame: geopandas.GeoDataFrame) -> str | None:
    if not {"code", "detail", "geometry"} <= set(frame.columns):
        return f"has the columns {', '.join(frame.columns)}; expected code, detail and geometry"
    return None


def _detail_fault(frame: geopandas.GeoDataFrame) -> str | None:
    return None if frame["detail"].dtype == bool else "has a feature without detail; expected true or false"


def _crs_fault(frame: geopandas.GeoDataFrame) -> str | None:
    # GeoJSON without a crs member is read as longitude and latitude, so a lost member shows here too.
    if frame.crs != projection.CRS:
        return f"is in {frame.crs.to_string() if frame.crs else 'no CRS'}; expected {projection.CRS}"
    return None


def _code_fault(frame: geopandas.GeoDataFrame) -> str | None:
    unknown = [code for code in frame["code"] if not (isinstance(code, str) and re.fullmatch(r"[A-Z]{3}", code))]
    if unknown or frame.empty:
        return f"has {unknown[0]!r:.60} for a code; expected three capitals" if unknown else "has no feature"
    twice = sorted(set(frame["code"][frame["code"].duplicated()]))
    return f"has more than one feature for {', '.join(twice)}; expected one" if twice else None


def _geometry_fault(frame: geopandas.GeoDataFrame) -> str | None:
    areal = frame.geometry.geom_type.isin(["Polygon", "MultiPolygon"])
    broken = frame[~areal | ~frame.geometry.is_valid | frame.geometry.is_empty]
    reasons = [f"{row.code}: {shapely.is_valid_reason(row.geometry)}" for row in broken.itertuples()]
    return f"has geometry that is not a valid polygon ({'; '.join(reasons)})" if reasons else None


def _check_header(header: list[str], path: Path) -> None:
    expected = list(DisputedPlace._fields)
    if header != expected:
        found = " ".join(",".join(header).split())
        raise BoundaryError(f"{path}:1: columns {found:.200}; expected {','.join(expected)}")


def _place(row: list[str], where: str) -> DisputedPlace:
    try:
        *texts, lat, lon = row
        place = DisputedPlace(*texts, lat=float(lat), lon=float(lon))
        if not (abs(place.lat) <= 90 and abs(place.lon) <= 180):
            raise ValueError("no place on Earth")
        return place
    except (TypeError, ValueError) as error:
        raise BoundaryError(f"{where}: {row!r:.200}; expected five texts, then lat and lon in degrees") from error
