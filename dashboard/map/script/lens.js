// The South Caucasus, three times larger, drawn from the same scene: Armenia is too small on the map
// for the pattern that says the most delicate thing on it.
(function (csto) {
  "use strict";

  const LEAST = 236; // pixels, on a small map: then it is more than three times larger
  const MOST = 0.5; // of the map's width
  const GAP = 10; // pixels

  csto.createLens = ({ map, geometry, scene, store, calendar }) => {
    const { bounds, region, scale, clear, states, around, labels } = geometry.lens;
    const [west, south, east, north] = bounds;
    const rings = Object.fromEntries(Object.entries(states).map(([iso, polygons]) => [iso, csto.decode(polygons)]));
    const land = csto.decode(around).flat();
    const borders = Object.values(rings).flat(2);
    const svg = csto.makeSvg("svg");
    const add = (className, more) => svg.appendChild(csto.makeSvg("path", { class: className, ...more }));
    const ground = add("land");
    const paths = Object.fromEntries(Object.keys(states).map((iso) => [iso, add("state", { "data-lens": iso })]));
    const overlays = [];
    const border = add("border");
    const chosen = ["chosen casing", "chosen line"].map((name) => add(name));
    const title = csto.make("div", { class: "lens-title", text: scene.words.lens });
    const names = {};
    for (const [iso, [x, y]] of Object.entries(labels)) {
      const badge = csto.make("b", { class: "badge" });
      const name = csto.make("div", { class: "label lens-label" }, csto.make("span", { class: "name" }, scene.names[iso], badge));
      name.style.left = `${(100 * (x - west)) / (east - west)}%`;
      name.style.top = `${(100 * (north - y)) / (north - south)}%`;
      names[iso] = { name, badge };
    }
    const box = csto.make("div", { class: "lens", "aria-hidden": "true" }, svg, ...Object.values(names).map(({ name }) => name), title);
    const corners = region.map(([x, y]) => [y, x]);
    const outline = L.polyline(corners, { className: "region", interactive: false }).addTo(map);
    const leaders = L.polyline([], { className: "region", interactive: false }).addTo(map);
    [outline, leaders].forEach((layer) => layer.getElement().setAttribute("aria-hidden", "true"));

    L.DomEvent.disableScrollPropagation(box);
    box.addEventListener("click", (event) => {
      event.stopPropagation();
      const at = svg.getBoundingClientRect();
      const x = west + ((event.clientX - at.left) / at.width) * (east - west);
      const y = north - ((event.clientY - at.top) / at.height) * (north - south);
      const hit = event.target.dataset?.lens;
      store.commit({ country: hit ?? csto.nearest({ lat: y, lng: x }, { rings }, (20 * (east - west)) / at.width) });
    });

    // In pixels, not in a scaled view box: patterns keep their size beside those of the map.
    const trace = (pixels) => {
      const path = (list) =>
        list.map((ring) => `M${ring.map(([y, x]) => `${((x - west) * pixels).toFixed(1)} ${((north - y) * pixels).toFixed(1)}`).join("L")}Z`).join("");
      ground.setAttribute("d", path(land));
      Object.entries(paths).forEach(([iso, element]) => element.setAttribute("d", path(rings[iso].flat())));
      border.setAttribute("d", path(borders));
      overlays.forEach(([element, outline]) => element.setAttribute("d", path(outline)));
    };

    // Distance from the right edge: none where the lens fits below the place to keep clear.
    const aside = (width, height) => {
      const { x, y } = map.latLngToContainerPoint([clear[1], clear[0]]);
      const room = map.getSize();
      const apart = y < room.y - height - GAP || x < room.x - width - GAP;
      return apart ? GAP : Math.max(GAP, Math.min(room.x - x + GAP, room.x - width - GAP));
    };

    const resize = () => {
      const wanted = Math.max(LEAST, (east - west) * csto.fitScale(map, geometry.frame) * scale);
      const width = Math.min(wanted, MOST * map.getSize().x);
      const pixels = width / (east - west);
      box.style.width = `${width}px`;
      box.style.height = `${(north - south) * pixels}px`;
      box.style.right = `${aside(width, (north - south) * pixels)}px`;
      box.classList.toggle("small", width < 230);
      trace(pixels);
      choose(store.view);
      link();
    };

    // Two thin lines from the region on the map to the near corners of the lens.
    const link = () => {
      const stage = map.getContainer().getBoundingClientRect();
      const at = box.getBoundingClientRect();
      const corner = (x, y) => map.containerPointToLatLng([x - stage.left, y - stage.top]);
      const over = at.width > 0 && stage.bottom > at.bottom - 1;
      leaders.setLatLngs(over ? [[corners[2], corner(at.left, at.top)], [corners[1], corner(at.left, at.bottom)]] : []);
    };

    const choose = (view) => {
      const outlined = paths[view.country]?.getAttribute("d") ?? "";
      chosen.forEach((path) => path.setAttribute("d", outlined));
    };

    const draw = (view, now) => {
      for (const iso of now.changed) {
        if (!(iso in paths)) continue;
        const { status } = calendar.mark(iso, now.moment);
        csto.wear(paths[iso], status);
        if (iso in names) csto.wear(names[iso].name, status);
      }
      for (const iso of csto.differing(now.badges, now.before)) {
        if (iso in names) names[iso].badge.textContent = now.badges[iso] ?? "";
      }
    };

    map.on("resize", resize);
    map.on("moveend zoomend", link);
    store.draw((view, now, before) => {
      draw(view, now);
      if (view.country !== before?.view.country) choose(view);
    });

    // An outline of another layer on top of the lens; shown or hidden by whoever adds it.
    const overlay = (polygons, attributes) => {
      const element = svg.appendChild(csto.makeSvg("path", attributes));
      overlays.push([element, csto.decode(polygons).flat()]);
      return element;
    };
    return { box, resize, overlay };
  };
})((window.csto ??= {}));
