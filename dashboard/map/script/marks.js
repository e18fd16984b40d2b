// Small marks for units, exercises, crises and bases, off until a kind is asked for: only then are they
// fetched and made. A step of the year shows and hides what differs; the marks themselves stay as they are.
(function (csto) {
  "use strict";

  const HALF = 8; // pixels: a circle of uncertainty no larger than the mark itself is not drawn
  const BY_DAY = new Set(["units", "bases"]); // the others are shown all year, also on an exact day

  const lineOf = (mark) => [mark.name, mark.dated, mark.place].join(", ");

  // One for all marks of a kind at a place, with their number where they are several.
  const createSymbol = (kind, label, hint) => {
    const shown = new Set();
    const number = csto.make("b");
    const glyph = csto.glyph(kind);
    const element = csto.make("span", { class: "mark", role: "img", hidden: true }, glyph, number);
    hint.listen(element, shown);
    const refresh = () => {
      const forms = new Set([...shown].map(({ form }) => form));
      element.hidden = shown.size === 0;
      number.textContent = shown.size > 1 ? shown.size : "";
      glyph.dataset.form = forms.size === 1 ? [...forms][0] : "full";
      element.setAttribute("aria-label", `${label}: ${[...shown].map(lineOf).join("; ")}`);
    };
    return { shown, element, refresh };
  };

  // A place, with a symbol for each kind side by side, and the circle within which the true place lies.
  const createSpot = (map, { x, y, radius }) => {
    const row = csto.make("div", { class: "marks-here" });
    const icon = L.divIcon({ html: row, iconSize: [0, 0], className: "place" });
    L.marker([y, x], { icon, pane: "marks", interactive: false, keyboard: false }).addTo(map);
    const circle = (className) => L.circle([y, x], { radius, className: `reach ${className}`, interactive: false }).addTo(map).getElement();
    const circles = ["casing", "line"].map(circle);
    circles.forEach((path) => path.setAttribute("aria-hidden", "true"));
    const symbols = {};
    return {
      row,
      symbols,
      draw(scale) {
        const drawn = radius * scale > HALF && Object.values(symbols).some(({ shown }) => shown.size);
        circles.forEach((path) => path.classList.toggle("on", drawn));
      },
    };
  };

  const yearsOf = ({ first, last }) => {
    const [from, to] = [first, last].map((day) => Number(day.slice(0, 4)));
    return Array.from({ length: to - from + 1 }, (_, step) => from + step);
  };

  const createDrawing = ({ map, stage, scene, marks }) => {
    const labels = Object.fromEntries(scene.marks.map(({ id, label }) => [id, label]));
    const hint = csto.createHint(stage);
    const spots = {};
    const items = new Map();
    const byYear = {};
    const shown = new Set();
    for (const mark of marks) {
      const spot = (spots[`${mark.x} ${mark.y}`] ??= createSpot(map, mark));
      const symbol = (spot.symbols[mark.kind] ??= createSymbol(mark.kind, labels[mark.kind], hint));
      spot.row.append(symbol.element);
      items.set(mark, { spot, symbol });
      yearsOf(mark).forEach((year) => (byYear[year] ??= []).push(mark));
    }

    const scale = () => map.getZoomScale(map.getZoom(), 0);
    const refresh = (changed) => {
      const touched = changed.map((mark) => items.get(mark));
      new Set(touched.map(({ symbol }) => symbol)).forEach((symbol) => symbol.refresh());
      new Set(touched.map(({ spot }) => spot)).forEach((spot) => spot.draw(scale()));
    };
    map.on("zoomend", () => Object.values(spots).forEach((spot) => spot.draw(scale())));
    map.on("movestart zoomstart", hint.hide);

    const wantedIn = ({ year, on, layer, marks: kinds }) => {
      const chosen = layer === "operation" ? [] : kinds.split(" ");
      const holds = ({ kind, first, last }) => !on || !BY_DAY.has(kind) || (first <= on && on <= last);
      return new Set((byYear[year] ?? []).filter((mark) => chosen.includes(mark.kind) && holds(mark)));
    };

    // Shows the marks of a view; returns them.
    return (view) => {
      const wanted = wantedIn(view);
      const gone = [...shown].filter((mark) => !wanted.has(mark));
      const come = [...wanted].filter((mark) => !shown.has(mark));
      gone.forEach((mark) => shown.delete(mark) && items.get(mark).symbol.shown.delete(mark));
      come.forEach((mark) => shown.add(mark) && items.get(mark).symbol.shown.add(mark));
      if (gone.length || come.length) hint.hide();
      refresh([...gone, ...come]);
      return shown;
    };
  };

  csto.createMarks = (parts) => {
    const { map, store, load } = parts;
    const list = csto.make("ul", { class: "rows marks", hidden: true });
    let draw = null;
    let asked = false;

    const make = async () => {
      asked = true;
      const marks = await load().catch((fault) => {
        asked = false; // asked again with the next choice
        throw fault;
      });
      map.createPane("marks").style.zIndex = 550; // below the names, above all shapes
      const show = createDrawing({ ...parts, marks });
      const tell = csto.createKindLines({ ...parts, list });
      draw = (view) => {
        list.hidden = !view.marks || view.layer === "operation";
        tell(view, show(view));
      };
      draw(store.view);
    };

    store.draw((view, now, before) => {
      const differs = ["year", "on", "layer", "marks"].some((field) => view[field] !== before?.view[field]);
      if (draw && differs && (view.marks || before.view.marks)) draw(view);
      else if (!asked && view.marks && view.layer !== "operation") make();
    });
    return list;
  };
})((window.csto ??= {}));
