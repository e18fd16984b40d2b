"""The map of a picture: in its room, with the lens in another, and the names over both."""

from __future__ import annotations

from shapely.geometry import LineString, box

from dashboard import palette, shapes
from dashboard.exports import areas, flows, ground, labels, lens, spots
from dashboard.exports.ground import Window
from dashboard.exports.layout import Box
from dashboard.exports.over import Over
from dashboard.exports.plate import Area, Item, Stroke
from dashboard.exports.setting import Setting

KEPT = ("ARM",)
"""Named on the map too, though the lens shows it: the smallest of the states, and the one that a talk is about."""


def draw(setting: Setting, room: Box, lens_room: Box | None, names: bool) -> list[Item]:
    """The map in its room, the lens in its own, and the names over both."""
    if setting.operation:  # whose origins are named where they lie, near the edge
        window = ground.fitted(setting.operation.bounds, room, spare=setting.sizes.label)
    else:
        window = ground.fitted(shapes.frame_bounds(), room)
    over = flows.draw(setting, window) if setting.operation else areas.draw(setting, window)
    items: list[Item] = list(ground.land(setting, window))
    if lens_room:  # under the states, so that its lines cross none of them
        items += lens.leaders(setting, window, lens_room)
    items += ground.states(setting, window) + ground.changed(setting, window)
    items += [*over.lines, *ground.chosen(setting, window)]
    if lens_room:
        items += [lens.region(setting, window), *lens.draw(setting, window, lens_room)]
    edge = Stroke(setting.colour(palette.COAST), setting.sizes.mark)
    items += [Area((ground.frame(window),), None, edge, "Frame"), *over.words]
    return items + _names(setting, window, over, lens_room) if names else items


def _names(setting: Setting, window: Window, over: Over, lens_room: Box | None) -> list[Item]:
    """All names, or the host's alone: the others of an operation stand at the origins."""
    spare = [state for state in shapes.LENS_NAMES if lens_room and state not in KEPT]
    across = lens.leaders(setting, window, lens_room) if lens_room else []
    lines = [LineString(line.points) for line in across]
    taken = [*over.taken, box(*lens_room)] if lens_room else over.taken
    found = spots.place(setting, window, taken, lines, spare)
    return labels.draw(setting, found, (setting.operation.host,) if setting.operation else None)
