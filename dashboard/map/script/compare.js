// Two days in one frame: the map, and beside it that of another day with its own slider; below both, what happened
// in between. Made when it is first asked for: most readers never do.
(function (csto) {
  "use strict";

  const yearOf = (text) => text.slice(0, 4);

  const partsOf = (parts, { end, swap }) => {
    const { scene, store, words, calendar } = parts;
    const input = csto.make("input", { type: "range", min: scene.first, max: scene.last, step: 1, "aria-label": words.compareWith });
    input.addEventListener("input", () => store.set({ compare: input.value }));
    input.addEventListener("change", () => store.commit());
    const typed = csto.createTyped(parts, {
      label: words.compareWith,
      value: (view) => view.compare,
      shown: (view) => (view.compare.length > 4 ? calendar.spell(view.compare) : view.compare),
      accept: ({ year, on }) => ({ compare: on || String(year) }),
    });
    const button = (label, text, press) =>
      csto.make("button", { type: "button", class: "plain", "aria-label": label, title: label, text, onclick: press });
    const year = csto.make("b", { class: "large" });
    const [thereDated, hereDated] = [csto.make("p"), csto.make("p")];
    const there = csto.make("div", { class: "caption there" }, typed, thereDated, csto.make("div", { class: "track" }, input));
    const ends = csto.make("div", { class: "ends" }, button(words.swap, "⇄", swap), button(words.endCompare, "×", end));
    const here = csto.make("div", { class: "caption here" }, year, hereDated, ends);
    const list = csto.make("ul");
    const between = csto.make("section", { class: "between", "aria-label": words.compared, tabindex: "0" }, list);
    return { input, year, thereDated, hereDated, there, here, list, between };
  };

  csto.createCompare = (parts) => {
    const { scene, store, words, calendar, frame, stage } = parts;
    const { first, last } = scene;
    const isOn = () => calendar.besideOf(store.view) !== null;
    const start = () => store.commit({ compare: String(store.view.year === last ? first : last) });
    const end = () => {
      store.commit({ compare: "" });
      tool.focus();
    };
    const swap = () => {
      const { year, on, compare } = store.view;
      store.commit({ ...calendar.read(compare), compare: on || String(year) });
    };
    const tool = csto.make("button", { type: "button", class: "plain only-compared", text: words.compare });
    tool.addEventListener("click", () => (isOn() ? end() : start()));

    let made = null;
    const make = () => {
      const shown = partsOf(parts, { end, swap });
      const beside = csto.createBeside(parts);
      stage.before(shown.there, shown.here, beside.box);
      stage.after(shown.between);
      return { ...shown, beside };
    };

    const fill = ({ there, input, year, thereDated, hereDated, list }, view, now, before) => {
      const { beside } = now;
      const other = yearOf(beside.day);
      if (input.value !== other) input.value = other;
      input.setAttribute("aria-valuetext", view.compare.length > 4 ? calendar.spell(view.compare) : scene.years[other].spoken);
      year.textContent = yearOf(now.day);
      there.querySelector("button.year").disabled = view.controls !== "";
      thereDated.textContent = view.compare.length > 4 ? "" : beside.dated; // which then stands in large type
      hereDated.textContent = now.dated;
      if (now.headline !== before?.now.headline) list.replaceChildren(...beside.clauses.map((text) => csto.make("li", { text })));
    };

    store.draw((view, now, before) => {
      const on = now.beside !== null;
      if (on !== Boolean(before?.now.beside)) {
        frame.classList.toggle("comparing", on);
        csto.markPage("csto-comparing", on);
        tool.setAttribute("aria-pressed", String(on));
        if (on) made ??= make();
        if (made) [made.there, made.here, made.beside.box, made.between].forEach((part) => (part.hidden = !on));
        if (on) made.beside.lay();
      } else if (!before) tool.setAttribute("aria-pressed", "false");
      if (on) fill(made, view, now, before);
    });
    csto.onEscape(() => isOn() && !store.view.country && !store.view.controls && end());
    return tool;
  };
})((window.csto ??= {}));
