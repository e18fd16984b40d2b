// What is on screen, in one place. Everything drawn subscribes; nothing else holds state.
// A view is {year, on, day, layer, country, labels}: `on` is an exact day (ISO) that overrides the
// year's last day, `day` the day of the operation, `country` the selected state's code or "".
(function (csto) {
  "use strict";

  csto.createStore = (initial) => {
    let view = { ...initial };
    const drawers = [];
    const committers = [];

    return {
      get view() {
        return view;
      },

      // Draws what differs; costs nothing when nothing does.
      set(patch) {
        const before = view;
        const after = { ...view, ...patch };
        if (Object.keys(after).every((key) => after[key] === before[key])) return;
        view = after;
        drawers.forEach((draw) => draw(after, before));
      },

      // A choice is made (the handle is released, a state is clicked): tell whoever listens outside.
      commit(patch = {}) {
        this.set(patch);
        committers.forEach((tell) => tell(view));
      },

      onChange(draw) {
        drawers.push(draw);
      },

      onCommit(tell) {
        committers.push(tell);
      },
    };
  };
})((window.csto ??= {}));
