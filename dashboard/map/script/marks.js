// Small marks for units, exercises, crises and bases, off until a kind is asked for: only then are they
// fetched and made. A step of the year shows and hides what differs; the marks themselves stay as they are.
(function (csto) {
  "use strict";

  const HALF = 8; // pixels: a circle of uncertainty no larger than the mark itself is not drawn
  const BY_DAY = new Set(["units", "bases"]); // the others are shown all year, also on an exact day
  const EDGE = 6; // pixels between a hint and what is around it

  const lineOf = (mark) => [mark.name, mark.dated, mark.place].join(", ");

  const told = (mark) =>
    csto.make(
      "div",
      { class: "told" },
      csto.make("strong", { text: mark.name }),
      ...["dated", "place", "label", "text", "sources"].map((part) => csto.make("span", { "data-part": part, text: mark[part] })),
    );

  // Said over the mark, or under it where there is no room; always within the map.
  const createHint = (stage) => {
    const box = csto.make("div", { class: "hint beside", "aria-hidden": "true", hidden: true });
    stage.append(box);
    const place = (element) => {
      const [at, around] = [element.getBoundingClientRect(), stage.getBoundingClientRect()];
      const within = (wanted, size, room) => Math.max(EDGE, Math.min(wanted, room - size - EDGE));
      const above = at.top - around.top - box.offsetHeight - EDGE;
      const left = at.left + at.width / 2 - around.left - box.offsetWidth / 2;
      const top = above < EDGE ? at.bottom - around.top + EDGE : above;
      box.style.left = `${within(left, box.offsetWidth, around.width)}px`;
      box.style.top = `${within(top, box.offsetHeight, around.height)}px`;
    };
    return {
      hide: () => (box.hidden = true),
      show(element, marks) {
        box.replaceChildren(...marks.map(told));
        box.hidden = false;
        place(element);
      },
    };
  };

  // One for all marks of a kind at a place, with their number where they are several.
  const createSymbol = (kind, label, hint) => {
    const shown = new Set();
    const number = csto.make("b");
    const glyph = csto.glyph(kind);
    const element = csto.make("span", { class: "mark", role: "img", hidden: true }, glyph, number);
    element.addEventListener("mouseenter", () => hint.show(element, [...shown]));
    element.addEventListener("mouseleave", hint.hide);
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
    const hint = createHint(stage);
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

  // What a line of the legend calls its kind; whose the bases are that are drawn, in the words of the records.
  const nameOf = ({ id, label }, drawn, words) => {
    const labels = new Set(id === "bases" ? drawn.map((mark) => mark.label) : []);
    return labels.size ? csto.fill(words.marksBases, { labels: [...labels].join("; ") }) : label;
  };

  // A line for each kind that is on, with the number of records that are drawn.
  const createLines = ({ scene, words, calendar, list }) => {
    const when = csto.make("li", { class: "when" });
    const rows = scene.marks.map((kind) => {
      const [name, count] = ["name", "count"].map((part) => csto.make("span", { class: part }));
      return { kind, name, count, element: csto.make("li", { class: kind.id }, csto.glyph(kind.id), name, count) };
    });
    list.append(when, ...rows.map(({ element }) => element));
    return ({ year, on, marks }, shown) => {
      const day = on && calendar.spell(on);
      when.textContent = csto.fill(on ? words.marksOn : words.marksIn, { year, day });
      const chosen = marks.split(" ");
      for (const { kind, name, count, element } of rows) {
        const drawn = [...shown].filter((mark) => mark.kind === kind.id);
        name.textContent = nameOf(kind, drawn, words);
        count.textContent = new Set(drawn.map(({ id }) => id)).size;
        element.hidden = !chosen.includes(kind.id);
        element.classList.toggle("absent", drawn.length === 0);
      }
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
      const tell = createLines({ ...parts, list });
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
