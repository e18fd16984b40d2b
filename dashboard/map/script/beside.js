// The map of the other day: the same frame and scale, the same names and lens, drawn once and restyled by class.
// It is a picture beside the map, which alone is the one to press and to read: its text is the list of differences.
(function (csto) {
  "use strict";

  // The outlines of the security areas that there are on the day, where they are what is shown.
  const areasOn = ({ geometry, drawing }) => {
    const drawn = geometry.areas.flatMap(({ area, starts, ends, outline }) =>
      ["area casing", "area"].map((name) => {
        const rings = csto.decode(geometry.outlines[outline].map).flat();
        return { starts, ends, path: drawing.add(rings, { class: name, "data-area": area }) };
      }),
    );
    return (day) =>
      drawn.forEach(({ starts, ends, path }) => path.classList.toggle("off", day < starts || (ends && ends <= day)));
  };

  csto.createBeside = ({ map, geometry, scene, store, calendar, lens }) => {
    const drawing = csto.createDrawing({ bounds: [0, 0, 0, 0], states: geometry.states, around: geometry.land }, "beside");
    const close = csto.createDrawing(geometry.lens, "beside");
    const outlines = Object.fromEntries(
      Object.entries(drawing.rings).map(([iso, polygons]) => [
        iso,
        ["change casing", "change line"].map((name) => drawing.add(polygons.flat(), { class: name })),
      ]),
    );
    const hints = Object.entries(drawing.paths).map(([iso, path]) => [iso, path.appendChild(csto.makeSvg("title"))]);
    drawing.add(csto.decode(geometry.special).flat(), { class: "special" });
    const leaders = drawing.svg.appendChild(csto.makeSvg("path", { class: "region" }));
    const showAreas = areasOn({ geometry, drawing });
    const { labels, place } = csto.createNames({ map, geometry, scene });
    const spots = Object.values(labels).map(({ element, anchor }) => [csto.make("div", { class: "place" }, element), anchor]);
    const names = csto.createLensNames(geometry.lens, scene.names);
    const title = csto.make("div", { class: "lens-title", text: scene.words.lens });
    const enlarged = csto.make("div", { class: "lens" }, close.svg, ...Object.values(names).map(({ name }) => name), title);
    const box = csto.make("div", { class: "beside", "aria-hidden": "true" }, drawing.svg, ...spots.map(([spot]) => spot), enlarged);

    // The part of the map that the lens shows, and two lines from there to the lens, as on the map.
    const link = ({ x, y }) => {
      const corners = geometry.lens.region.map(([east, north]) => map.latLngToContainerPoint([north, east]));
      const { offsetLeft: left, offsetTop: top, offsetHeight: height } = enlarged;
      const lines = [[...corners, corners[0]], [corners[2], { x: left, y: top }], [corners[1], { x: left, y: top + height }]];
      const said = lines.map((line) => `M${line.map((point) => `${point.x - x} ${point.y - y}`).join("L")}`);
      leaders.setAttribute("d", said.join(""));
    };

    const move = () => {
      const origin = map.latLngToContainerPoint([0, 0]);
      const size = map.getSize();
      drawing.svg.setAttribute("viewBox", `${-origin.x} ${-origin.y} ${size.x} ${size.y}`);
      link(origin);
      for (const [spot, anchor] of spots) {
        const at = map.latLngToContainerPoint([anchor.y, anchor.x]);
        spot.style.transform = `translate(${at.x}px, ${at.y}px)`;
      }
    };

    const lay = () => {
      if (!box.offsetParent) return;
      const [west, , east] = geometry.lens.bounds;
      const { width, height, right } = lens.box.style;
      Object.assign(enlarged.style, { width, height, right });
      enlarged.className = lens.box.className;
      box.classList.toggle("tight", map.getContainer().classList.contains("tight"));
      drawing.trace(map.getZoomScale(map.getZoom(), 0));
      close.trace(parseFloat(width) / (east - west));
      place();
      move();
    };

    const paint = (iso, moment) => {
      const { status } = calendar.mark(iso, moment);
      [drawing.paths[iso], labels[iso].element, close.paths[iso], names[iso]?.name]
        .filter(Boolean)
        .forEach((element) => csto.wear(element, status));
    };

    const outline = (states) => {
      for (const [iso, paths] of Object.entries(outlines)) {
        paths.forEach((path) => path.classList.toggle("on", states.includes(iso)));
        labels[iso].element.classList.toggle("differs", states.includes(iso));
      }
    };

    const told = (iso, moment) => {
      const { label, since } = calendar.mark(iso, moment);
      return [scene.names[iso], label, since].filter(Boolean).join(", ");
    };

    box.addEventListener("click", ({ target }) => store.commit({ country: target.closest("[data-beside]")?.dataset.beside ?? "" }));
    map.on("move", move);
    map.on("zoomend resize fitted", lay);
    store.draw((view, { beside }) => {
      if (!beside) return;
      beside.changed.forEach((iso) => paint(iso, beside.moment));
      if (beside.changed.size) hints.forEach(([iso, hint]) => (hint.textContent = told(iso, beside.moment)));
      outline(beside.states);
      box.classList.toggle("unlabelled", !view.labels);
      if (view.layer === "areas") showAreas(beside.day);
    });
    return { box, lay };
  };
})((window.csto ??= {}));
