// Below the map where it stands alone, in a slide or an article: of which day the data are, under which
// licence, and what the map says of its boundaries. One line, which opens to all of it.
(function (csto) {
  "use strict";

  csto.createCredit = ({ scene }) => {
    const { about, stance, drawn } = scene.credit;
    return csto.make(
      "details",
      { class: "credit" },
      csto.make("summary", {}, csto.make("span", { text: `${about} ${stance}` })),
      csto.make("div", {}, csto.make("p", { text: stance }), csto.make("p", { text: `${about} ${drawn}` })),
    );
  };
})((window.csto ??= {}));
