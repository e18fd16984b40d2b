// Which kinds of small marks are shown: a button that opens a list with a box for each.
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
})((window.csto ??= {}));
