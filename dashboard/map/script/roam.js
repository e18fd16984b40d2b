// Among the states by keyboard. The map is one tab stop; an arrow goes to the nearest state that lies that way,
// Home and End to the westernmost and the easternmost, a letter to the next name that begins with it, except in
// a talk, where letters are for the speaker. The focus is drawn by paths of its own: a state that were moved on
// top of its neighbours would lose it.
(function (csto) {
  "use strict";

  const WAYS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
  const ASIDE = 2; // what a step aside weighs, for one ahead; farther aside than that is no longer this way
  const NEAR = 16; // pixels from the map's edge: a state whose middle lies farther out is brought into view
  const ROOM = 80; // pixels that it then has around it

  // The state that lies that way from another, or none; places are {x, y} by code, y up.
  const towards = (places, from, [dx, dy]) => {
    const found = Object.entries(places).map(([iso, { x, y }]) => {
      const [right, up] = [x - places[from].x, y - places[from].y];
      const [ahead, aside] = [right * dx + up * dy, Math.abs(right * dy) + Math.abs(up * dx)];
      return { iso, weight: ahead > 0 && aside <= ASIDE * ahead ? ahead + ASIDE * aside : Infinity };
    });
    const best = found.reduce((one, other) => (other.weight < one.weight ? other : one));
    return best.weight < Infinity ? best.iso : from;
  };

  // The next of the names, after the one in focus and around again, that begins with a letter.
  const lettered = (names, from, letter, locale) => {
    const small = (text) => text.toLocaleLowerCase(locale);
    const sorted = Object.keys(names).sort((one, other) => names[one].localeCompare(names[other], locale));
    const at = sorted.indexOf(from) + 1;
    return [...sorted.slice(at), ...sorted.slice(0, at)].find((iso) => small(names[iso]).startsWith(small(letter)));
  };

  // Outlines of the state in focus, on the map and in the lens, made when they are first needed.
  const createRing = ({ map, geometry, shapes, lens }) => {
    const kinds = ["focus rim", "focus core"];
    const enlarged = {};
    let onMap = null;
    const make = () => {
      onMap = kinds.map((className) => L.polyline([], { className, pane: "chosen", interactive: false }).addTo(map));
      onMap.forEach((layer) => layer.getElement().setAttribute("aria-hidden", "true"));
      onMap.toReversed().forEach((layer) => layer.bringToBack()); // below the outline of the chosen state
      for (const [iso, polygons] of Object.entries(geometry.lens.states)) {
        enlarged[iso] = kinds.map((name) => lens.overlay(polygons, { class: name, display: "none" }));
      }
    };
    return (wanted) => {
      if (!onMap && !wanted) return;
      if (!onMap) make();
      onMap.forEach((layer) => layer.setLatLngs(shapes.closed[wanted] ?? []));
      for (const [iso, outlines] of Object.entries(enlarged)) {
        outlines.forEach((path) => path.setAttribute("display", iso === wanted ? "inline" : "none"));
      }
    };
  };

  csto.createRoam = (parts) => {
    const { map, geometry, scene, store, shapes, words } = parts;
    const { paths } = shapes;
    const places = geometry.labels;
    const westward = Object.keys(paths).sort((one, other) => places[one].x - places[other].x);
    const ring = createRing(parts);
    const help = csto.make("p", { class: "help", id: "csto-help", hidden: true, text: words.roam });
    let stop = westward[0];
    let pointed = false;

    const rove = (iso) => {
      paths[stop].setAttribute("tabindex", "-1");
      paths[iso].setAttribute("tabindex", "0");
      stop = iso;
    };
    const visit = (iso) => {
      rove(iso);
      paths[iso].focus({ preventScroll: true });
      const middle = [places[iso].y, places[iso].x];
      const { x, y } = map.latLngToContainerPoint(middle);
      const size = map.getSize();
      const inView = Math.min(x, y, size.x - x, size.y - y) > NEAR;
      if (!inView) map.panInside(middle, { padding: [ROOM, ROOM], animate: !csto.isCalm() });
    };
    const reached = ({ key, ctrlKey, altKey, metaKey }, from) => {
      if (ctrlKey || altKey || metaKey) return null;
      if (key in WAYS) return towards(places, from, WAYS[key]);
      if (key === "Home" || key === "End") return westward.at(key === "Home" ? 0 : -1);
      return key.length === 1 && !store.view.present ? lettered(scene.names, from, key, scene.locale) : null;
    };

    const about = { role: "group", "aria-label": words.states, "aria-describedby": help.id };
    Object.entries(about).forEach(([name, value]) => paths[stop].ownerSVGElement.setAttribute(name, value));
    const pane = map.getPanes().overlayPane; // not the drawing: one that listens for focus is a tab stop in Chromium
    pane.addEventListener("keydown", (event) => {
      const { iso } = event.target.dataset;
      const chosen = event.key === "Enter" || event.key === " ";
      const next = iso && !chosen && reached(event, iso);
      if (!iso || (!chosen && !next)) return;
      event.preventDefault();
      if (chosen) store.commit({ country: iso });
      else visit(next);
    });
    document.addEventListener("pointerdown", () => (pointed = true), true);
    document.addEventListener("keydown", () => (pointed = false), true);
    pane.addEventListener("focusin", ({ target }) => {
      rove(target.dataset.iso);
      target.removeAttribute("aria-describedby"); // the tooltip, which says what the name says
      help.hidden = pointed;
      ring(pointed ? "" : target.dataset.iso);
    });
    pane.addEventListener("focusout", () => {
      help.hidden = true;
      ring("");
    });

    paths[stop].setAttribute("tabindex", "0");
    store.draw(({ country }, now, before) => country && country !== before?.view.country && rove(country));
    // Puts the focus on a state, as the keyboard would.
    const go = (iso) => {
      pointed = false;
      window.focus();
      visit(iso || stop);
    };
    return { help, go };
  };
})((window.csto ??= {}));
