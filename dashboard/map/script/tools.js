// Small tools in a corner of the map: closer, farther, the whole map again, names on and off.
(function (csto) {
  "use strict";

  csto.createTools = ({ map, store, words, refit }) => {
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
      names,
    );
  };
})((window.csto ??= {}));
