// Playing through time: quick between stops, resting at each. Never starts by itself.
(function (csto) {
  "use strict";

  const STEP = 130; // milliseconds a quiet year
  const REST = 1900; // at a stop, and for each day of an operation

  csto.createPlayer = ({ scene, store }) => {
    const { stops, first, last } = scene;
    const days = Object.keys(scene.operation.days);
    const listeners = [];
    let timer = 0;

    const tell = () => listeners.forEach((listen) => listen(timer !== 0));

    const stop = () => {
      clearTimeout(timer);
      timer = 0;
      tell();
    };

    const stepDay = (view) => {
      const at = days.indexOf(view.day);
      if (at === days.length - 1) return stop();
      store.commit({ day: days[at + 1] });
      timer = setTimeout(step, REST);
    };

    const stepYear = (view) => {
      if (view.year >= last) return stop();
      const year = csto.isCalm() ? stops.find((stop) => stop > view.year) ?? last : view.year + 1;
      const resting = stops.includes(year) || year === last;
      if (resting) store.commit({ year, on: "" });
      else store.set({ year, on: "" });
      timer = setTimeout(step, resting ? REST : STEP);
    };

    const step = () => (store.view.layer === "operation" ? stepDay(store.view) : stepYear(store.view));

    const start = () => {
      const { layer, day, year } = store.view;
      if (layer === "operation" && day === days.at(-1)) store.set({ day: days[0] });
      if (layer !== "operation" && year >= last) store.set({ year: first, on: "" });
      timer = setTimeout(step, STEP);
      tell();
    };

    return {
      stop: () => timer && stop(),
      toggle: () => (timer ? (stop(), store.commit()) : start()),
      onToggle: (listen) => listeners.push(listen),
    };
  };
})((window.csto ??= {}));
