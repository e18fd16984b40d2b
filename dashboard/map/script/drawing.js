// Shapes in an SVG of their own, beside those of the map: the lens, and the map of another day. Drawn in pixels
// and not in a scaled view box: patterns keep their size beside those of the map.
(function (csto) {
  "use strict";

  // `bounds` say where pixels are counted from; `name` is what a state's code stands in, as data-`name`.
  csto.createDrawing = ({ bounds: [west, , , north], states, around }, name) => {
    const svg = csto.makeSvg("svg");
    const parts = [];
    let scale = 0;
    const pathOf = (rings, pixels) => {
      const point = ([y, x]) => `${((x - west) * pixels).toFixed(1)} ${((north - y) * pixels).toFixed(1)}`;
      return rings.map((ring) => `M${ring.map(point).join("L")}Z`).join("");
    };
    const add = (rings, attributes) => {
      const element = svg.appendChild(csto.makeSvg("path", attributes));
      parts.push([element, rings]);
      if (scale) element.setAttribute("d", pathOf(rings, scale));
      return element;
    };
    const rings = Object.fromEntries(Object.entries(states).map(([iso, polygons]) => [iso, csto.decode(polygons)]));
    add(csto.decode(around).flat(), { class: "land" });
    const draw = ([iso, polygons]) => [iso, add(polygons.flat(), { class: "state", [`data-${name}`]: iso })];
    const paths = Object.fromEntries(Object.entries(rings).map(draw));
    add(Object.values(rings).flat(2), { class: "border" });
    const trace = (pixels) => {
      if (pixels === scale) return;
      scale = pixels;
      parts.forEach(([element, drawn]) => element.setAttribute("d", pathOf(drawn, pixels)));
    };
    return { svg, rings, paths, trace, add };
  };
})((window.csto ??= {}));
