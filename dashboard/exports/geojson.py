"""The states with their statuses as GeoJSON (RFC 7946): longitude and latitude, cut at 180 degrees."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import antimeridian
import geopandas
import shapely
from shapely.geometry.base import BaseGeometry

from dashboard import scene, stance
from dashboard.timeline import Timeline
from dashboard.words import Words
from geodata import projection
from membership_data.fold import Spell

Json = dict[str, Any]

DECIMALS = 4
"""Of a degree: some 10 m, and the boundaries are true to 500 m."""


def build(timeline: Timeline, boundaries: geopandas.GeoDataFrame, day: date, words: Words) -> bytes:
    """The bytes of `collection` as a file (UTF-8)."""
    return json.dumps(collection(timeline, boundaries, day, words), ensure_ascii=False, separators=(",", ":")).encode()


def collection(timeline: Timeline, boundaries: geopandas.GeoDataFrame, day: date, words: Words) -> Json:
    """A FeatureCollection of every state that ever had a status, in order of codes, with its status on a day.

    `boundaries` has the columns of `geodata.boundaries.load`, in `projection.CRS`. Properties: `iso_a3`, `name`,
    `status` and its label; `since` as exactly as it is recorded, null without a status; `spells` with the first day of
    each and the first day after it, null where it still holds. Raises KeyError for a state without a boundary.
    """
    shapes = geographic(boundaries.set_index("code").geometry.loc[list(timeline.states)])
    data = timeline.data
    return {
        "type": "FeatureCollection",
        "title": words.text("CSTO through time: states and their statuses"),
        "day": day.isoformat(),
        "version": data.version,
        "checked_on": data.checked_on.isoformat(),
        "licence": {"name": data.licence.name, "url": data.licence.url},
        "source": {"boundaries": stance.boundaries(words), "statuses": words.text("The records of CSTO through time")},
        "disclaimer": stance.disclaimer(words),
        "features": [_feature(timeline, state, shape, day, words) for state, shape in shapes.items()],
    }


def geographic(shapes: geopandas.GeoSeries) -> geopandas.GeoSeries:
    """The shapes in degrees of WGS 84, rounded and valid, none across 180 degrees, exteriors counter-clockwise."""
    # Wound right where the plane is whole: of a ring that jumps at 180 degrees no winding can be told.
    wound = shapely.orient_polygons(shapes.values)
    degrees = geopandas.GeoSeries(wound, index=shapes.index, crs=shapes.crs).to_crs(projection.WGS84)
    cut = degrees.map(_cut_at_180)
    # On a grid rather than rounded one by one: the result is valid where rounding folds a thin part over itself.
    return cut.set_precision(10**-DECIMALS).map(shapely.orient_polygons)


def _cut_at_180(shape: BaseGeometry) -> BaseGeometry:
    parts = shapely.MultiPolygon(shapely.get_parts(shape).tolist())
    return antimeridian.fix_multi_polygon(parts, fix_winding=True, great_circle=False)


def _feature(timeline: Timeline, state: str, shape: BaseGeometry, day: date, words: Words) -> Json:
    return {
        "type": "Feature",
        "id": state,
        "properties": _properties(timeline, state, day, words),
        "geometry": _geometry(shape),
    }


def _properties(timeline: Timeline, state: str, day: date, words: Words) -> Json:
    spell = timeline.spell(state, day)
    status = spell.status if spell else "none"
    return {
        "iso_a3": state,
        "name": words.state(state),
        "status": status,
        "status_label": scene.label(timeline, status, day, words),
        "since": spell.event.date.text if spell else None,
        "spells": [_spell(spell) for spell in timeline.spells[state]],
    }


def _spell(spell: Spell) -> Json:
    end = spell.end.isoformat() if spell.end else None
    return {"status": spell.status, "start": spell.start.isoformat(), "end": end}


def _geometry(shape: BaseGeometry) -> Json:
    """The geometry without the noise of binary fractions in its decimals."""
    said = shapely.geometry.mapping(shape)
    return {"type": said["type"], "coordinates": _rounded(said["coordinates"])}


def _rounded(coordinates: Any) -> Any:
    if isinstance(coordinates, float):
        return round(coordinates, DECIMALS)
    return [_rounded(part) for part in coordinates]
