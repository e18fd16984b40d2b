// Above the map: the sentence of the year with its day, and the switch between layers.
(function (csto) {
  "use strict";

  const LONG = 76; // letters that two lines hold on a phone

  csto.createHead = ({ scene, store, presenter }) => {
    const { words } = scene;
    const headline = csto.make("p", { class: "headline" });
    const dated = csto.make("p", { class: "dated" });
    const onward = csto.make("button", { type: "button", class: "onward", text: words.toOperation });
    onward.addEventListener("click", () => store.commit({ layer: "operation", year: scene.operation.year, on: "" }));

    const buttons = scene.layers.map(({ id, label }) => {
      const button = csto.make("button", { type: "button", "data-choice": id, text: label });
      button.addEventListener("click", () => store.commit(id === "operation" ? { layer: id, year: scene.operation.year, on: "" } : { layer: id }));
      return button;
    });
    const layers = csto.make("div", { class: "layers", role: "group", "aria-label": words.layers }, ...buttons);
    const element = csto.make("header", { class: "head" }, dated, presenter.line, headline, onward, layers, presenter.buttons);

    store.draw((view, now, before) => {
      if (now.headline !== before?.now.headline) {
        headline.classList.toggle("long", now.headline.length > LONG);
        headline.replaceChildren(csto.make("b", { text: now.title }), now.title && " ", csto.make("span", { text: now.headline }));
      }
      if (now.dated !== before?.now.dated) dated.textContent = now.dated;
      onward.hidden = view.layer === "operation" || view.year !== scene.operation.year;
      if (view.layer === before?.view.layer) return;
      buttons.forEach((button) => button.setAttribute("aria-pressed", String(button.dataset.choice === view.layer)));
    });
    return element;
  };
})((window.csto ??= {}));
