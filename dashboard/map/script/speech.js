// What is said aloud: one live region, that speaks when the view has rested. While keys repeat the slider's own
// value is the only speech; where nothing changed, nothing is said.
(function (csto) {
  "use strict";

  const REST = 500; // milliseconds

  csto.createSpeech = ({ scene, store, calendar, words }) => {
    const live = csto.make("p", { class: "spoken", role: "status", "aria-live": "polite" });
    let settled = null; // what was on screen when it last rested
    let rest = 0;

    const described = (iso, moment) => {
      const { label, since } = calendar.mark(iso, moment);
      return [scene.names[iso], label, since].filter(Boolean).join(", ");
    };

    // States whose status differs from when the view last rested, by what they are now.
    const changes = (now) => {
      const byLabel = {};
      for (const iso of calendar.changedBetween(settled.now.moment, now.moment)) {
        const [before, after] = [settled.now.moment, now.moment].map((moment) => calendar.mark(iso, moment));
        if (before.status !== after.status) (byLabel[after.label] ??= []).push(scene.names[iso]);
      }
      return Object.entries(byLabel).map(([label, names]) => `${names.join(", ")}: ${label}`).join("; ");
    };

    const isStop = ({ year, on }, { moment }) => (on ? scene.moments[moment].from === on : scene.stops.includes(year));

    const told = (view, now) => {
      const moved = ["year", "on", "day", "layer", "chapter", "compare"].some((field) => view[field] !== settled.view[field]);
      if (!moved || now.headline === settled.now.headline) return "";
      if (now.title || view.compare || view.layer !== settled.view.layer || view.layer === "operation" || isStop(view, now)) {
        return [now.title, now.headline].filter(Boolean).join(". ");
      }
      return changes(now);
    };

    const card = ({ country }, now) => {
      if (country === settled.view.country || country === undefined) return "";
      // An embed has no card beside it: the state alone is said.
      if (csto.isEmbedded()) return country ? described(country, now.moment) : "";
      if (!country) return words.cardClosed;
      return csto.fill(words.card, { state: described(country, now.moment) });
    };

    const speak = (view, now) => {
      live.textContent = [told(view, now), card(view, now)].filter(Boolean).join(" ");
      settled = { view, now };
    };

    store.draw((view, now, before) => {
      settled ??= { view, now };
      if (!before) return;
      if (live.textContent) live.textContent = "";
      clearTimeout(rest);
      rest = setTimeout(speak, REST, view, now);
    });
    return live;
  };
})((window.csto ??= {}));
