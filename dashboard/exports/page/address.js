// The view in the address behind #, with the names and values that the app has behind ?. What does not differ
// from the view that the page was made with stays out; a value that is not understood gives a notice.
(function (csto) {
  "use strict";

  const THEMES = ["light", "dark"];

  const readersOf = (scene, calendar) => {
    const oneOf = (field, values) => (value) => values.includes(value) && { [field]: value };
    const ids = (list) => list.map(({ id }) => id);
    const kinds = ids(scene.marks);
    return {
      year: (value) => /^\d{4}$/.test(value) && calendar.read(value),
      on: (value) => /^\d{4}-/.test(value) && calendar.read(value),
      day: oneOf("day", Object.keys(scene.operation.days)),
      country: (value) => oneOf("country", Object.keys(scene.names))(value.toUpperCase()),
      layer: oneOf("layer", ids(scene.layers)),
      marks: (value) =>
        value.split(" ").every((kind) => kinds.includes(kind)) && { marks: kinds.filter((kind) => value.split(" ").includes(kind)).join(" ") },
      compare: (value) => calendar.beside(value),
      present: oneOf("present", ["1"]),
      controls: oneOf("controls", ["none"]),
      theme: oneOf("theme", THEMES),
    };
  };

  // What may be asked for as nothing, against the view that the page was made with.
  const BLANK = new Set(["country", "marks", "compare", "present"]);
  const FIELDS = ["year", "on", "day", "country", "layer", "marks", "compare", "present", "controls"];

  csto.createAddress = ({ scene, calendar, usual, words }) => {
    const readers = readersOf(scene, calendar);
    const inOperation = ({ layer }) => layer === "operation";

    const understand = (field, value, notices) => {
      if (!value) return BLANK.has(field) ? { [field]: "" } : {};
      const patch = readers[field](value);
      if (!patch) notices.push(csto.fill(words.notice, { field, value, expected: words.expected[field] }));
      return patch || {};
    };

    return {
      // The view asked for, the theme ("" where none is) and a notice for each value that was not understood.
      read(hash) {
        const asked = new URLSearchParams(hash.replace(/^#/, ""));
        const notices = [];
        const { theme = "", ...patch } = Object.keys(readers)
          .filter((field) => asked.has(field))
          .reduce((found, field) => ({ ...found, ...understand(field, asked.get(field).slice(0, 80), notices) }), {});
        const exact = "year" in patch && !("on" in patch) ? { on: "" } : {};
        const wanted = { ...usual, ...exact, ...patch };
        const placed = inOperation(wanted) ? { year: scene.operation.year, on: "", compare: "" } : { day: usual.day };
        return { view: { ...wanted, ...placed }, theme, notices };
      },

      write(view, theme) {
        const apart = FIELDS.filter((field) => String(view[field]) !== String(usual[field]));
        const kept = new Set([...apart, ...(usual.on && !view.on ? ["year"] : [])]);
        if (view.on) kept.delete("year");
        else kept.delete("on");
        (inOperation(view) ? ["year", "compare"] : ["day"]).forEach((field) => kept.delete(field));
        const written = new URLSearchParams([...kept].map((field) => [field, view[field]]));
        if (theme) written.set("theme", theme);
        return written.size ? `#${written}` : "";
      },
    };
  };
})((window.csto ??= {}));
