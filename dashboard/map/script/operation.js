// The operation: schematic lines from where contingents left to where they went, as wide as the stated
// strength, and an inset of the guarded places with their uncertainty.
(function (csto) {
  "use strict";

  const PER_SOLDIER = 1 / 22; // pixels of width
  const LEAST = 3;
  const UNDISCLOSED = 8; // a fixed width that says nothing about strength

  const width = (strength) => Math.max(LEAST, strength * PER_SOLDIER);

  const lineOf = (points, className, weight) =>
    L.polyline(points, { className, weight, interactive: false, smoothFactor: 0.3 });

  const flowLayers = (flow, curve) => {
    const points = curve.map(([x, y]) => [y, x]);
    const start = Math.round(points.length / 3);
    const parts = flow.assumed ? [["assumed", points.slice(0, start + 1)], ["", points.slice(start)]] : [["", points]];
    return parts.flatMap(([extra, part]) =>
      flow.low === null
        ? [lineOf(part, `flow wide ${extra}`, UNDISCLOSED), lineOf(part, `flow hollow ${extra}`, UNDISCLOSED - 4)]
        : [lineOf(part, `flow edge ${extra}`, width(flow.high) + 2), lineOf(part, `flow core ${extra}`, width(flow.low))],
    );
  };

  // Left of its origin, where the line does not go; above it where another origin lies to the left.
  const sideOf = (curve, curves) => {
    const [[x, y], [there]] = [curve[0], curve.at(-1)];
    const crowded = curves.some(([[left, level]]) => left < x && x - left < 2500 && Math.abs(level - y) < 600);
    return crowded ? "above" : there - x > 500 ? "left" : "right";
  };

  const originLabel = (flow, [x, y], side) => {
    const html = csto.make(
      "div",
      { class: `origin ${side}` },
      csto.make("strong", { text: flow.name }),
      csto.make("span", { text: flow.strength }),
    );
    return L.marker([y, x], { icon: L.divIcon({ html, iconSize: [0, 0], className: "place" }), interactive: false, keyboard: false });
  };

  // Places that share a point share a mark; those far from the rest are listed, not drawn.
  const marksOf = (placed, [west, south, east, north]) => {
    const marks = new Map();
    placed.forEach(([x, y, radius], at) => {
      if (x < west || x > east || y < south || y > north) return;
      const mark = marks.get(`${x} ${y}`) ?? { x, y, radius, numbers: [] };
      mark.numbers.push(at + 1);
      marks.set(`${x} ${y}`, { ...mark, radius: Math.max(mark.radius, radius) });
    });
    return [...marks.values()];
  };

  const insetOf = (sites, { sites: placed, inset: bounds, kilometre }, words) => {
    const [west, south, east, north] = bounds;
    const side = Math.max(east - west, north - south);
    const type = side / 13;
    const svg = csto.makeSvg("svg", { viewBox: `${west} ${-north} ${side} ${side}`, "aria-hidden": "true" });
    const marks = marksOf(placed, bounds);
    marks.forEach(({ x, y, radius }) => svg.append(csto.makeSvg("circle", { class: "site", cx: x, cy: -y, r: radius })));
    marks.forEach(({ x, y, numbers }) =>
      svg.append(csto.makeSvg("text", { class: "site-number", x, y: -y, "font-size": type, text: numbers.join(" · ") })),
    );
    const [bar, foot] = [10 * kilometre, side - north - type / 2];
    svg.append(
      csto.makeSvg("line", { class: "scale-bar", x1: west, x2: west + bar, y1: foot, y2: foot }),
      csto.makeSvg("text", { class: "scale-text", x: west + bar * 1.1, y: foot, "font-size": type, text: words.scale }),
    );
    const items = sites.map(({ name, guards }) => csto.make("li", {}, name, guards ? csto.make("em", { text: ` ${guards}` }) : ""));
    return csto.make(
      "details",
      { class: "inset only-operation", open: window.innerWidth > 700 && window.innerHeight > 600 },
      csto.make("summary", { text: words.inset }),
      csto.make("div", { class: "inset-body" }, svg, csto.make("ol", {}, ...items)),
    );
  };

  csto.createOperation = ({ map, geometry, scene, store }) => {
    const { flows, sites } = scene.operation;
    const drawnFrom = geometry.operation;
    const group = L.layerGroup();
    const items = flows.map((flow, at) => {
      const curve = drawnFrom.curves[at];
      const label = originLabel(flow, curve[0], sideOf(curve, drawnFrom.curves));
      return { ...flow, layers: [...flowLayers(flow, curve), label], on: false };
    });
    const [x, y] = drawnFrom.curves[0].at(-1);
    group.addLayer(L.circleMarker([y, x], { radius: 5, className: "destination", interactive: false }));
    const inset = insetOf(sites, drawnFrom, scene.words);
    L.DomEvent.disableClickPropagation(inset);

    store.draw((view) => {
      const shown = view.layer === "operation";
      if (shown !== map.hasLayer(group)) (shown ? group.addTo(map) : group.remove());
      if (!shown) return;
      for (const item of items) {
        const on = item.departs <= view.day && view.day <= item.leaves;
        if (on === item.on) continue;
        item.layers.forEach((layer) => (on ? group.addLayer(layer) : group.removeLayer(layer)));
        item.on = on;
      }
    });
    return inset;
  };
})((window.csto ??= {}));
