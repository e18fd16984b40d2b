// To the next and the previous stop; in the operation, to the next and the previous day.
(function (csto) {
  "use strict";

  csto.createSteps = ({ scene, store, calendar, player }) => {
    const days = Object.keys(scene.operation.days);
    const goYear = (wanted) => wanted && store.commit({ year: wanted, on: "" });
    const goDay = (step) => {
      const wanted = days[days.indexOf(store.view.day) + step];
      if (wanted) store.commit({ day: wanted });
    };
    const go = (step) => {
      player.stop();
      const { layer, on, year } = store.view;
      if (layer === "operation") return goDay(step);
      const from = on ? year - step / 2 : year; // from within a year the next stop may be that year itself
      return goYear(step > 0 ? calendar.nextStop(from) : calendar.previousStop(from));
    };
    return { next: () => go(1), previous: () => go(-1) };
  };
})((window.csto ??= {}));
