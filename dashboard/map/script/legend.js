// The legend: every status keeps its row; those absent on the day are greyed in place, so nothing jumps. Where
// two days are shown it is the legend of both, with a count for each.
(function (csto) {
  "use strict";

  csto.swatch = (attributes) =>
    csto.makeSvg(
      "svg",
      { class: "swatch", viewBox: "0 0 26 16", width: 26, height: 16, "aria-hidden": "true", ...attributes },
      csto.makeSvg("rect", { x: 1, y: 1, width: 24, height: 14, rx: 2 }),
    );

  const row = (mark, text) => {
    const name = csto.make("span", { class: "name", text });
    const count = csto.make("span", { class: "count" });
    return { name, count, element: csto.make("li", {}, mark, name, count) };
  };

  csto.createLegend = ({ scene, store }) => {
    const rows = scene.statuses.map(({ id, label }) => {
      const made = row(csto.swatch({ class: `swatch status is-${id}` }), label);
      return { id, label, ...made };
    });
    const statuses = csto.make("ul", { class: "rows statuses" }, ...rows.map(({ element }) => element));
    const areas = csto.make(
      "ul",
      { class: "rows only-areas" },
      ...scene.areas.map((area) => row(areaLine(area.id), area.label).element),
      row(csto.swatch({ class: "swatch tint" }), scene.words.counted).element,
    );
    const flows = csto.make(
      "ul",
      { class: "rows only-operation" },
      ...scene.lines.map(({ id, label }) => row(csto.makeSvg("svg", { class: `swatch flow ${id}`, viewBox: "0 0 26 16", width: 26, height: 16 }, csto.makeSvg("line", { x1: 1, y1: 8, x2: 25, y2: 8, class: "wide" }), csto.makeSvg("line", { x1: 1, y1: 8, x2: 25, y2: 8, class: "core" })), label).element),
    );
    const element = csto.make("section", { class: "legend", "aria-label": scene.words.legend }, statuses, areas, flows);

    store.draw((view, now, before) => {
      if (before && now.moment === before.now.moment && now.beside?.moment === before.now.beside?.moment) return;
      const moments = [now.beside, now].filter(Boolean).map(({ moment }) => scene.moments[moment]);
      for (const { id, label, name, count, element: item } of rows) {
        const text = id === "member" ? [...new Set(moments.map(({ member }) => member))].join(" / ") : label;
        const number = moments.map(({ counts }) => counts[id] ?? 0).join(" | ");
        if (name.textContent !== text) name.textContent = text;
        if (count.textContent === number) continue;
        count.textContent = number;
        item.classList.toggle("absent", moments.every(({ counts }) => !counts[id]));
      }
    });
    return element;
  };

  const areaLine = (id) =>
    csto.makeSvg(
      "svg",
      { class: "swatch", viewBox: "0 0 26 16", width: 26, height: 16, "aria-hidden": "true" },
      csto.makeSvg("line", { x1: 1, y1: 8, x2: 25, y2: 8, class: "area-line", "data-area": id }),
    );
})((window.csto ??= {}));
