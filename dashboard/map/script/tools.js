// Small tools in a corner of the map: closer, farther, the whole map again, names on and off, small marks,
// the states as a table, another day beside, a country by name.
(function (csto) {
  "use strict";

  // The states by name: a way to choose one without the map.
  const finder = ({ scene, store, words }) => {
    const sorted = Object.entries(scene.names).sort(([, one], [, other]) => one.localeCompare(other, scene.locale));
    const options = [["", words.find], ...sorted].map(([value, text]) => csto.make("option", { value, text }));
    const select = csto.make("select", { class: "plain", "aria-label": words.find }, ...options);
    select.addEventListener("change", () => store.commit({ country: select.value }));
    store.draw((view) => select.value !== view.country && (select.value = view.country));
    return select;
  };

  csto.createTools = ({ map, scene, store, words, refit, fitted, compare, table }) => {
    const tool = (text, label, press) =>
      csto.make("button", { type: "button", class: "plain", "aria-label": label, title: label, text, onclick: press });

    const names = tool(words.names, words.names, () => store.set({ labels: !store.view.labels }));
    store.draw((view, now, before) => {
      if (view.labels !== before?.view.labels) names.setAttribute("aria-pressed", String(view.labels));
    });

    return csto.make(
      "div",
      { class: "tools", role: "group", "aria-label": words.tools },
      tool("−", words.farther, () => map.zoomOut()),
      tool("+", words.closer, () => map.zoomIn()),
      tool(words.whole, words.whole, refit),
      csto.createPan({ map, words, fitted }),
      names,
      csto.createKinds({ scene, store, words }),
      compare,
      table.button,
      finder({ scene, store, words }),
      ...csto.languageLinks(scene),
    );
  };
})((window.csto ??= {}));
