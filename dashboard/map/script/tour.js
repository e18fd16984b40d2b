// The tour: chapters, each a view of the map with a title and a text, stepped through in a talk. What is
// said of a chapter stands where the sentence of the year does; any other choice leaves the chapter.
(function (csto) {
  "use strict";

  const sourceOf = ({ id, title, url }) =>
    csto.isWebAddress(url)
      ? csto.make("a", { href: url, target: "_blank", rel: "noopener", title, text: id })
      : csto.make("span", { title, text: id });

  csto.createTour = ({ scene, store, words, player }) => {
    const { chapters } = scene;
    const line = csto.make("p", { class: "chapter", hidden: true });
    let at = -1;

    const show = (wanted) => {
      player.stop();
      at = Math.min(Math.max(wanted, 0), chapters.length - 1);
      const { id, view } = chapters[at];
      store.commit({ ...view, compare: "", present: "1", chapter: id });
    };

    store.draw((view, now, before) => {
      if (!view.present) at = -1;
      if (view.chapter === before?.view.chapter) return;
      const found = chapters.findIndex(({ id }) => id === view.chapter);
      line.hidden = found < 0;
      if (found < 0) return;
      const place = csto.fill(words.chapter, { at: found + 1, count: chapters.length });
      line.replaceChildren(place, ...chapters[found].sources.flatMap((source) => [" ", sourceOf(source)]));
    });

    return {
      line,
      isOn: () => at >= 0,
      start: () => show(0),
      step: (by) => show(at + by),
      stop() {
        at = -1;
        store.commit({ country: "" });
      },
    };
  };
})((window.csto ??= {}));
