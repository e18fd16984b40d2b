// The states, the land around them, and the outlines on top. A state's look follows from its
// data-status alone: colours and patterns are CSS, so a step of the year sets one attribute a change.
(function (csto) {
  "use strict";

  // Rings are flat lists: a first point, then steps. Leaflet's CRS.Simple wants [y, x].
  const decodeRing = (flat) => {
    const ring = [];
    let [x, y] = [0, 0];
    for (let at = 0; at < flat.length; at += 2) {
      x += flat[at];
      y += flat[at + 1];
      ring.push([y, x]);
    }
    ring.push(ring[0]);
    return ring;
  };

  csto.decode = (polygons) => polygons.map((rings) => rings.map(decodeRing));

  const PATTERNS = {
    frozen: { size: 10, rotate: 45, draw: (ink) => [["rect", { width: 5, height: 10, class: ink }]] },
    suspended: { size: 10, rotate: -45, draw: (ink) => [["rect", { width: 4, height: 10, class: ink }]] },
    signatory: { size: 6, rotate: 0, draw: (ink) => [["rect", { width: 6, height: 1.5, class: ink }]] },
    former: { size: 9, rotate: 0, draw: (ink) => [["circle", { cx: 4.5, cy: 4.5, r: 1.3, class: ink }]] },
    observer: { size: 6, rotate: 0, draw: (ink) => [["circle", { cx: 3, cy: 3, r: 1.5, class: ink }]] },
  };

  const patternOf = ([status, { size, rotate, draw }]) =>
    csto.makeSvg(
      "pattern",
      { id: `csto-${status}`, width: size, height: size, patternUnits: "userSpaceOnUse", patternTransform: `rotate(${rotate})` },
      csto.makeSvg("rect", { width: size, height: size, class: `ground ${status}` }),
      ...draw(`ink ${status}`).map(([tag, attributes]) => csto.makeSvg(tag, attributes)),
    );

  // Not display:none, which would keep the patterns from being painted.
  csto.patterns = () =>
    csto.makeSvg(
      "svg",
      { class: "patterns", width: 0, height: 0, "aria-hidden": "true" },
      csto.makeSvg("defs", {}, ...Object.entries(PATTERNS).map(patternOf)),
    );

  csto.createShapes = ({ map, geometry, scene, store, calendar }) => {
    const options = (className, more = {}) => ({ className, interactive: false, noClip: true, smoothFactor: 0.8, ...more });
    const hide = (layer) => layer.getElement().setAttribute("aria-hidden", "true");
    const add = (layer) => layer.addTo(map);

    const land = add(L.polygon(csto.decode(geometry.land), options("land")));
    const special = add(L.polygon(csto.decode(geometry.special), options("special")));
    const outlines = {};
    const paths = {};
    const rings = {};
    const closed = {}; // the polygons' own points, with the first again at the end: lines do not close themselves

    for (const [iso, polygons] of Object.entries(geometry.states)) {
      rings[iso] = csto.decode(polygons);
      const layer = add(L.polygon(rings[iso], options("state", { interactive: true, bubblingMouseEvents: true })));
      paths[iso] = layer.getElement();
      closed[iso] = layer.getLatLngs().flat().map((ring) => [...ring, ring[0]]);
      layer.bindTooltip(() => tooltip(iso), { sticky: true, className: "hint", direction: "top", offset: [0, -8] });
    }
    const border = add(L.polyline(Object.values(closed).flat(), options("border")));
    // Outlines of change wait until they are needed, or until nothing else is to be done.
    const outlineOf = (iso) => {
      if (!outlines[iso]) {
        outlines[iso] = ["change casing", "change line"].map((name) => add(L.polyline(closed[iso], options(name))));
        outlines[iso].forEach(hide);
      }
      return outlines[iso];
    };
    setTimeout(() => Object.keys(rings).forEach(outlineOf), 1000);
    map.createPane("chosen").style.zIndex = 450; // above the outlines of areas and the lines of an operation
    const selected = ["chosen casing", "chosen line"].map((name) => add(L.polyline([], options(name, { pane: "chosen" }))));
    [land, special, border, ...selected].forEach(hide);

    let moment = 0;

    const tooltip = (iso) => {
      const { label, since } = calendar.mark(iso, moment);
      return csto.make(
        "div",
        {},
        csto.make("strong", { text: scene.names[iso] }),
        csto.make("span", { text: since ? `${label}, ${since}` : label }),
      );
    };

    const paint = (iso) => {
      const { status, label, since } = calendar.mark(iso, moment);
      const path = paths[iso];
      path.dataset.status = status;
      path.setAttribute("aria-label", [scene.names[iso], label, since].filter(Boolean).join(", "));
    };

    const outline = (iso, on) => outlineOf(iso).forEach((layer) => layer.getElement().classList.toggle("on", on));

    const draw = (view, now) => {
      moment = now.moment;
      now.changed.forEach(paint);
      csto.differing(now.badges, now.before).forEach((iso) => outline(iso, iso in now.badges));
    };

    const choose = (iso, before) => {
      paths[before]?.setAttribute("aria-pressed", "false");
      paths[iso]?.setAttribute("aria-pressed", "true");
      selected.forEach((layer) => layer.setLatLngs(closed[iso] ?? []));
    };

    Object.entries(paths).forEach(([iso, path]) => {
      const press = { role: "button", "aria-pressed": "false", tabindex: "-1" };
      Object.entries(press).forEach(([name, value]) => path.setAttribute(name, value));
      path.dataset.iso = iso;
    });

    store.draw((view, now, before) => {
      draw(view, now);
      if (view.country !== before?.view.country) choose(view.country, before?.view.country);
    });
    return { paths, rings, closed };
  };
})((window.csto ??= {}));
