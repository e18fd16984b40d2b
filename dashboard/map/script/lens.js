// The South Caucasus, three times larger, drawn from the same scene: Armenia is too small on the map
// for the pattern that says the most delicate thing on it.
(function (csto) {
  "use strict";

  const LEAST = 236; // pixels, on a small map: then it is more than three times larger
  const TALK = 0.45; // of the map's height, in a talk: it is read from the last row
  const MOST = 0.5; // of the map's width
  const LITTLE = 0.33; // of it, where no room is left beside or below a map this narrow:
  const NARROW = 480; // pixels
  const BESIDE = 0.34; // of the width of one of two maps, unless there is room below
  const TINY = 150; // pixels of width below which it has no room for names
  const GAP = 10; // pixels
  const REACH = 20; // pixels

  csto.createLensNames = ({ bounds: [west, south, east, north], labels }, words) => {
    const nameOf = ([iso, [x, y]]) => {
      const badge = csto.make("b", { class: "badge" });
      const name = csto.make("div", { class: "label lens-label" }, csto.make("span", { class: "name" }, words[iso], badge));
      name.style.left = `${(100 * (x - west)) / (east - west)}%`;
      name.style.top = `${(100 * (north - y)) / (north - south)}%`;
      return [iso, { name, badge }];
    };
    return Object.fromEntries(Object.entries(labels).map(nameOf));
  };

  // The part of the map that the lens shows, outlined, and two thin lines from there to the lens.
  const leadersTo = (box, map, region) => {
    const corners = region.map(([x, y]) => [y, x]);
    const line = (points) => L.polyline(points, { className: "region", interactive: false }).addTo(map);
    const [outline, leaders] = [line(corners), line([])];
    [outline, leaders].forEach((layer) => layer.getElement().setAttribute("aria-hidden", "true"));
    return () => {
      const stage = map.getContainer().getBoundingClientRect();
      const at = box.getBoundingClientRect();
      const corner = (y) => map.containerPointToLatLng([at.left - stage.left, y - stage.top]);
      leaders.setLatLngs(at.width ? [[corners[2], corner(at.top)], [corners[1], corner(at.bottom)]] : []);
    };
  };

  const isApart = (map, clear, width, height) => {
    const { x, y } = map.latLngToContainerPoint(clear);
    const room = map.getSize();
    return y < room.y - height - GAP || x < room.x - width - GAP;
  };

  // Distance from the map's right edge: a gap, unless the lens would then cover the place to keep clear.
  const aside = (map, clear, width, height) => {
    const { x } = map.latLngToContainerPoint(clear);
    const room = map.getSize();
    return room.x < NARROW || isApart(map, clear, width, height) ? GAP : Math.max(GAP, Math.min(room.x - x + GAP, room.x - width - GAP));
  };

  // Width of the lens on one of two maps: small, or as large as the room below the map allows.
  const besideIn = (map, frame, shape) => {
    const [, south, , north] = frame;
    const { x, y } = map.getSize();
    const below = y - (north - south) * csto.fitScale(map, frame) - 2 * GAP;
    return Math.max(BESIDE * x, below * shape);
  };

  csto.createLens = ({ map, geometry, scene, store, calendar }) => {
    const { bounds, region, scale, clear: [clearX, clearY] } = geometry.lens;
    const [west, south, east, north] = bounds;
    const clear = [clearY, clearX];
    const { svg, rings, paths, trace, add } = csto.createDrawing(geometry.lens, "lens");
    const chosen = ["chosen casing", "chosen line"].map((name) => add([], { class: name }));
    const names = csto.createLensNames(geometry.lens, scene.names);
    const title = csto.make("div", { class: "lens-title", text: scene.words.lens });
    const labels = Object.values(names).map(({ name }) => name);
    const box = csto.make("div", { class: "lens", "aria-hidden": "true" }, svg, ...labels, title);
    const link = leadersTo(box, map, region);

    const choose = ({ country }) => {
      const outline = paths[country]?.getAttribute("d") ?? "";
      chosen.forEach((path) => path.setAttribute("d", outline));
    };

    const alone = (wanted, shape) => {
      const room = map.getSize().x;
      const most = Math.min(wanted, MOST * room);
      return room < NARROW && !isApart(map, clear, most, most / shape) ? LITTLE * room : most;
    };

    const resize = () => {
      const room = map.getSize();
      const shape = (east - west) / (north - south);
      const talk = store.view.present ? TALK * room.y * shape : 0;
      const wanted = Math.max(LEAST, talk, (east - west) * csto.fitScale(map, geometry.frame) * scale);
      const width = Math.min(wanted, calendar.besideOf(store.view) ? besideIn(map, geometry.frame, shape) : alone(wanted, shape));
      const height = width / shape;
      Object.assign(box.style, { width: `${width}px`, height: `${height}px`, right: `${aside(map, clear, width, height)}px` });
      box.classList.toggle("small", width < 230);
      box.classList.toggle("smaller", width < 200);
      box.classList.toggle("tiny", width < TINY);
      trace(width / (east - west));
      choose(store.view);
      link();
    };

    L.DomEvent.disableScrollPropagation(box);
    box.addEventListener("click", (event) => {
      event.stopPropagation();
      const at = svg.getBoundingClientRect();
      const units = (east - west) / at.width;
      const place = { lng: west + (event.clientX - at.left) * units, lat: north - (event.clientY - at.top) * units };
      store.commit({ country: event.target.dataset?.lens ?? csto.nearest(place, { rings }, REACH * units) });
    });

    map.on("resize fitted", resize);
    map.on("moveend zoomend", link);
    store.draw((view, now, before) => {
      for (const iso of now.changed) {
        const { status } = calendar.mark(iso, now.moment);
        [paths[iso], names[iso]?.name].filter(Boolean).forEach((element) => csto.wear(element, status));
      }
      for (const iso of csto.differing(now.badges, now.before)) {
        if (iso in names) names[iso].badge.textContent = now.badges[iso] ?? "";
      }
      if (view.country !== before?.view.country) choose(view);
    });

    // An outline of another layer on top of the lens; shown or hidden by whoever adds it.
    const overlay = (polygons, attributes) => add(csto.decode(polygons).flat(), attributes);
    return { box, resize, overlay };
  };
})((window.csto ??= {}));
