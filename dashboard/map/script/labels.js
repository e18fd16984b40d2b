// Names of the states that ever had a status, with a badge where something changed. A name that does
// not fit inside its state stands outside with a leader line. Names do not move while the year moves.
(function (csto) {
  "use strict";

  const SIZE = 14; // pixels of type for which the places of names are made; larger type stands farther out
  const LETTER = 7.6 / SIZE; // of a label's size that a letter takes, near enough to choose a place
  const EDGE = 4; // pixels kept free at the map's left edge
  const BADGE = 24 / SIZE; // of a label's size that a badge may add to a name
  const TIGHT = 560; // pixels of width below which only members are named
  const LENS_HAS = new Set(["AZE", "GEO"]);

  const leader = (line) =>
    csto.makeSvg("svg", { class: "leader", width: 1, height: 1 }, line, csto.makeSvg("circle", { cx: 0, cy: 0, r: 1.8 }));

  // The names, to be put at their anchors by whoever asks for them; `place` lays them out for the map's size.
  csto.createNames = ({ map, geometry, scene }) => {
    const labels = {};
    for (const [iso, anchor] of Object.entries(geometry.labels)) {
      const badge = csto.make("b", { class: "badge" });
      const name = csto.make("span", { class: "name" }, scene.names[iso], badge);
      const line = csto.makeSvg("line");
      const element = csto.make("div", { class: "label", "aria-hidden": "true" }, leader(line), name);
      if (iso === scene.operation.host) element.classList.add("host");
      labels[iso] = { element, name, line, badge, anchor };
    }

    // The callout's end, drawn in where the map's left edge would cut the name.
    const callout = ({ x, y, dx, dy }, width, size) => {
      const swell = map.getSize().x < TIGHT ? 0.6 : Math.max(1, size / SIZE);
      const least = EDGE + BADGE * size + width - map.latLngToContainerPoint([y, x]).x;
      return [dx < 0 ? Math.max(dx * swell, least) : dx * swell, dy * swell];
    };

    const place = () => {
      const scale = map.getZoomScale(map.getZoom(), 0);
      map.getContainer().classList.toggle("tight", map.getSize().x < TIGHT);
      // All are measured before any is moved: reading after writing would lay the page out for each name.
      const widths = Object.fromEntries(Object.entries(labels).map(([iso, { name }]) => [iso, name.offsetWidth]));
      const size = parseFloat(getComputedStyle(labels[scene.operation.host].name).fontSize);
      for (const [iso, { element, name, line, anchor }] of Object.entries(labels)) {
        const fits = anchor.room * scale > scene.names[iso].length * LETTER * size + 6;
        const outside = !fits && (anchor.dx !== 0 || anchor.dy !== 0);
        element.classList.toggle("outside", outside);
        element.classList.toggle("spare", !fits && LENS_HAS.has(iso));
        const [dx, dy] = outside ? callout(anchor, widths[iso], size) : [0, 0];
        const align = anchor.dx === 0 || !outside ? "-50%" : anchor.dx < 0 ? "-100%" : "0";
        name.style.transform = `translate(${dx}px, ${dy}px) translate(${align}, -50%)`;
        line.setAttribute("x2", dx);
        line.setAttribute("y2", dy);
      }
    };

    return { labels, place };
  };

  csto.createLabels = ({ map, geometry, scene, store, calendar }) => {
    const { labels, place } = csto.createNames({ map, geometry, scene });
    for (const { element, anchor } of Object.values(labels)) {
      const icon = L.divIcon({ html: element, iconSize: [0, 0], className: "place" });
      L.marker([anchor.y, anchor.x], { icon, interactive: false, keyboard: false }).addTo(map);
    }

    const draw = (view, now, before) => {
      now.changed.forEach((iso) => csto.wear(labels[iso].element, calendar.mark(iso, now.moment).status));
      csto.differing(now.badges, now.before).forEach((iso) => {
        labels[iso].badge.textContent = now.badges[iso] ?? "";
        labels[iso].element.classList.toggle("differs", now.badges[iso] === "");
      });
      if (view.labels !== before?.view.labels) map.getContainer().classList.toggle("unlabelled", !view.labels);
    };

    map.on("zoomend resize", place);
    place();
    store.draw(draw);
  };
})((window.csto ??= {}));
