// The timeline along the bottom: the year in large type, a slider with a tick at each stop, Play and the
// buttons to the next and previous change. In the operation the same band runs over its days.
(function (csto) {
  "use strict";

  const ICONS = {
    previous: "M7 5v14M19 5 9 12l10 7z",
    play: "M7 4v16l13-8z",
    pause: "M7 5v14M17 5v14",
    next: "M17 5v14M5 5l10 7-10 7z",
  };

  const icon = (name) =>
    csto.makeSvg("svg", { viewBox: "0 0 24 24", "aria-hidden": "true" }, csto.makeSvg("path", { d: ICONS[name] }));

  const button = (name, label, press) =>
    csto.make("button", { type: "button", class: `key ${name}`, "aria-label": label, title: label, onclick: press }, icon(name));

  // A slider over a list of values; `input` while it moves, `change` when it is let go.
  const slider = (label, least, most, { move, release }) => {
    const input = csto.make("input", { type: "range", min: least, max: most, step: 1, "aria-label": label });
    input.addEventListener("input", () => move(Number(input.value)));
    input.addEventListener("change", () => release());
    return input;
  };

  const ticksOf = (marks, most) =>
    csto.make(
      "div",
      { class: "ticks", "aria-hidden": "true" },
      ...marks.map(({ at, text, close }) => {
        const tick = csto.make("span", { class: close ? "tick close" : "tick", text });
        tick.style.setProperty("--at", at / most);
        return tick;
      }),
    );

  csto.createControl = ({ scene, store, calendar, player, steps }) => {
    const { words, first, last, stops, operation } = scene;
    const days = Object.keys(operation.days);
    const inOperation = () => store.view.layer === "operation";

    const year = slider(words.year, first, last, {
      move: (value) => store.set({ year: value, on: "" }),
      release: () => store.commit(),
    });
    const day = slider(words.day, 0, days.length - 1, {
      move: (value) => store.set({ day: days[value] }),
      release: () => store.commit(),
    });
    [year, day].forEach((input) => input.addEventListener("pointerdown", () => player.stop()));

    const previous = button("previous", words.previous, steps.previous);
    const next = button("next", words.next, steps.next);
    const play = button("play", words.play, () => player.toggle());
    player.onToggle((playing) => {
      play.replaceChildren(icon(playing ? "pause" : "play"));
      const label = playing ? words.pause : words.play;
      play.setAttribute("aria-label", label);
      play.title = label;
    });

    const yearTicks = stops.map((stop, at) => ({ at: stop - first, text: String(stop).slice(2), close: at > 0 && stop - stops[at - 1] < 2 }));
    const dayTicks = days.map((value, at) => ({ at, text: String(Number(value.slice(8))), close: false }));
    const years = csto.make("div", { class: "track" }, ticksOf(yearTicks, last - first), year);
    const dates = csto.make("div", { class: "track" }, ticksOf(dayTicks, days.length - 1), day);
    const typed = csto.createTyped({ scene, store, calendar, player });
    const element = csto.make(
      "div",
      { class: "band", role: "group", "aria-label": words.timeline },
      csto.make("div", { class: "keys" }, previous, play, next),
      typed,
      years,
      dates,
    );

    store.draw((view) => {
      const operating = view.layer === "operation";
      years.hidden = operating;
      dates.hidden = !operating;
      if (year.valueAsNumber !== view.year) year.value = view.year;
      const at = days.indexOf(view.day);
      if (day.valueAsNumber !== at) day.value = at;
      if (operating) day.setAttribute("aria-valuetext", operation.days[view.day].spoken);
      else year.setAttribute("aria-valuetext", view.on ? calendar.spell(view.on) : scene.years[view.year].spoken);
    });
    return element;
  };
})((window.csto ??= {}));
