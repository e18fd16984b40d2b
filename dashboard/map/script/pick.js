// Which state a click means: the one it hits, else the nearest with records within reach, else none.
(function (csto) {
  "use strict";

  const REACH = 20; // pixels

  const distanceTo = (point, rings) => {
    let least = Infinity;
    for (const ring of rings) {
      let from = ring.at(-1);
      for (const to of ring) {
        least = Math.min(least, L.LineUtil.pointToSegmentDistance(point, L.point(from[1], from[0]), L.point(to[1], to[0])));
        from = to;
      }
    }
    return least;
  };

  csto.nearest = (latlng, shapes, reach) => {
    const point = L.point(latlng.lng, latlng.lat);
    const near = Object.entries(shapes.rings)
      .map(([iso, polygons]) => [distanceTo(point, polygons.flat()), iso])
      .filter(([distance]) => distance <= reach)
      .sort(([one], [other]) => one - other);
    return near.length ? near[0][1] : "";
  };

  // The state that was hit, also through a small mark that lies on it.
  const under = ({ target, clientX, clientY }) =>
    target.closest?.("[data-iso]") ?? document.elementsFromPoint(clientX, clientY).find((element) => element.matches("[data-iso]"));

  csto.listenForPicks = ({ map, store, shapes }) => {
    map.on("click", ({ latlng, originalEvent }) => {
      const hit = under(originalEvent)?.dataset.iso;
      const reach = REACH / map.getZoomScale(map.getZoom(), 0);
      store.commit({ country: hit ?? csto.nearest(latlng, shapes, reach) });
    });
  };
})((window.csto ??= {}));
