// Which kinds of small marks are shown: a button that opens a list with a box for each, and a line of the
// legend for each that is on.
(function (csto) {
  "use strict";

  const formsOf = ({ id, forms }) =>
    Object.entries(forms).map(([form, text]) => csto.make("small", {}, csto.glyph(id, form), text));

  const optionOf = (kind) => {
    const box = csto.make("input", { type: "checkbox", value: kind.id });
    const label = csto.make("label", {}, box, csto.glyph(kind.id), csto.make("span", { text: kind.label }));
    return { box, element: csto.make("div", { class: "option" }, label, ...formsOf(kind)) };
  };

  csto.createKinds = ({ scene, store, words }) => {
    const options = scene.marks.map(optionOf);
    const list = csto.make(
      "fieldset",
      { class: "kinds", id: "kinds", hidden: true },
      csto.make("legend", { text: words.marks }),
      ...options.map(({ element }) => element),
      csto.make("p", { text: words.marksNote }),
    );
    const open = (wanted) => {
      list.hidden = !wanted;
      button.setAttribute("aria-expanded", String(wanted));
    };
    const button = csto.make("button", { type: "button", class: "plain", "aria-controls": "kinds", text: words.marks });
    button.addEventListener("click", () => open(list.hidden));
    open(false);

    list.addEventListener("change", () => {
      const chosen = options.filter(({ box }) => box.checked).map(({ box }) => box.value);
      store.commit({ marks: chosen.join(" ") });
    });
    store.draw((view, now, before) => {
      if (view.marks === before?.view.marks) return;
      const shown = view.marks.split(" ");
      options.forEach(({ box }) => (box.checked = shown.includes(box.value)));
      button.classList.toggle("on", view.marks !== "");
    });

    const element = csto.make("div", { class: "chooser" }, button, list);
    element.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || list.hidden) return;
      event.preventDefault();
      open(false);
      button.focus();
    });
    document.addEventListener("pointerdown", ({ target }) => element.contains(target) || open(false));
    return element;
  };

  // What a line of the legend calls its kind; whose the bases are that are drawn, in the words of the records.
  const nameOf = ({ id, label }, drawn, words) => {
    const labels = new Set(id === "bases" ? drawn.map((mark) => mark.label) : []);
    return labels.size ? csto.fill(words.marksBases, { labels: [...labels].join("; ") }) : label;
  };

  // A line for each kind that is on, with the number of records that are drawn.
  csto.createKindLines = ({ scene, words, calendar, list }) => {
    const when = csto.make("li", { class: "when" });
    const rows = scene.marks.map((kind) => {
      const [name, count] = ["name", "count"].map((part) => csto.make("span", { class: part }));
      return { kind, name, count, element: csto.make("li", { class: kind.id }, csto.glyph(kind.id), name, count) };
    });
    list.append(when, ...rows.map(({ element }) => element));
    const write = (element, text) => element.textContent !== text && (element.textContent = text);
    return ({ year, on, marks }, shown) => {
      const day = on && calendar.spell(on);
      write(when, csto.fill(on ? words.marksOn : words.marksIn, { year, day }));
      const chosen = marks.split(" ");
      for (const { kind, name, count, element } of rows) {
        const drawn = [...shown].filter((mark) => mark.kind === kind.id);
        write(name, nameOf(kind, drawn, words));
        write(count, String(new Set(drawn.map(({ id }) => id)).size));
        element.hidden = !chosen.includes(kind.id);
        element.classList.toggle("absent", drawn.length === 0);
      }
    };
  };
})((window.csto ??= {}));
