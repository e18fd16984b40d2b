// What is on screen, in one place. Everything drawn subscribes; nothing else holds state.
// A view is {year, on, day, layer, country, page, marks, compare, present, controls, theme, labels, chapter}: `on` is
// an exact day (ISO) that overrides the year's last day, `day` the day of the operation, `country` the selected
// state's code or "", `page` which page is read, `marks` the kinds of small marks that are shown, with a space
// between them, `compare` the year or exact day that is shown beside or "", `present` "1" in a talk, `controls`
// "none" where the view is locked, `chapter` that of the tour which is told: any other choice leaves it.
// `now` is what holds in a view, worked out once a step for all that draw.
(function (csto) {
  "use strict";

  csto.createStore = (initial, workOut) => {
    let view = { chapter: "", ...initial };
    let now = workOut(view);
    const drawers = [];
    const committers = [];

    return {
      get view() {
        return view;
      },

      get now() {
        return now;
      },

      // Draws what differs; costs nothing when nothing does.
      set(patch) {
        const before = { view, now };
        const after = { ...view, chapter: "", ...patch };
        if (Object.keys(after).every((key) => after[key] === view[key])) return;
        view = after;
        now = workOut(view, before.now);
        drawers.forEach((draw) => draw(view, now, before));
      },

      // A choice is made (the handle is released, a state is clicked): tell whoever listens outside.
      commit(patch = {}) {
        this.set(patch);
        committers.forEach((tell) => tell(view));
      },

      // `draw(view, now, before)` at once, and then whenever something differs; at first `before` is missing.
      draw(draw) {
        draw(view, now);
        drawers.push(draw);
      },

      onCommit(tell) {
        committers.push(tell);
      },
    };
  };
})((window.csto ??= {}));
