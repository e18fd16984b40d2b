// The shapes of the small marks, told apart by form and not by colour: a square, a triangle, a diamond, a ring
// with a dot. Open and dashed ones say what the records say of a mark; see the list of kinds.
(function (csto) {
  "use strict";

  const SIZE = 16; // pixels, with room for the casing
  const OUTLINES = {
    units: "M4 4h8v8H4z",
    exercises: "M8 2.5 13.5 12.5h-11z",
    crises: "M8 2 14 8 8 14 2 8z",
    bases: "M8 2.75a5.25 5.25 0 1 0 0 10.5 5.25 5.25 0 0 0 0-10.5z",
  };

  csto.glyph = (kind, form = "full") => {
    const parts = [
      csto.makeSvg("path", { class: "casing", d: OUTLINES[kind] }),
      csto.makeSvg("path", { class: "body", d: OUTLINES[kind] }),
    ];
    if (kind === "bases") parts.push(csto.makeSvg("circle", { class: "dot", cx: SIZE / 2, cy: SIZE / 2, r: 1.75 }));
    const box = { viewBox: `0 0 ${SIZE} ${SIZE}`, width: SIZE, height: SIZE, "aria-hidden": "true" };
    return csto.makeSvg("svg", { class: `glyph ${kind}`, "data-form": form, ...box }, ...parts);
  };
})((window.csto ??= {}));
