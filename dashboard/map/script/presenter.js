// For a talk: large type, full screen, a blank screen, and the keys that clickers send, wherever the focus
// is. Out of a talk no key is taken: in an article, space and Page Down scroll the article.
(function (csto) {
  "use strict";

  // By what a key says, else by where it is: a clicker sends a full stop also where the letters are Cyrillic.
  const KEYS = {
    ArrowRight: "next", PageDown: "next", ArrowLeft: "previous", PageUp: "previous", " ": "play",
    ".": "blank", b: "blank", B: "blank", Period: "blank", KeyB: "blank",
    F5: "full", f: "full", F: "full", KeyF: "full", Escape: "leave",
  };
  const FULL = "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5";

  const isTyping = (target) => target.matches?.("input:not([type=range]), select, textarea");

  // A button that was reached with the keyboard is pressed with it.
  const isPressed = (target) => target.closest?.("button, a, summary, [role=button]")?.matches(":focus-visible");

  const buttonsOf = (words, { tour, present }) => {
    const icon = csto.makeSvg("svg", { viewBox: "0 0 24 24", "aria-hidden": "true" }, csto.makeSvg("path", { d: FULL }));
    const about = { "aria-label": words.present, title: `${words.present}. ${words.keys}` };
    return csto.make(
      "div",
      { class: "talk", role: "group", "aria-label": words.talk },
      csto.make("button", { type: "button", class: "tour", text: words.tour, title: words.keys, onclick: tour }),
      csto.make("button", { type: "button", class: "present", onclick: present, ...about }, icon),
    );
  };

  // Refused in a frame that may not fill the screen: the talk goes on in the frame.
  const fill = () => document.documentElement.requestFullscreen?.().catch(() => {});
  const shrink = () => document.fullscreenElement && document.exitFullscreen();

  csto.createPresenter = (parts) => {
    const { store, words, calendar, steps, player } = parts;
    const tour = csto.createTour(parts);
    const blank = csto.make("div", { class: "blank", hidden: true });
    const lift = () => (blank.hidden = true);
    const start = () => (fill(), store.commit({ present: "1" }));
    const stop = () => (shrink(), store.commit({ present: "" }));

    const step = (by) => {
      lift();
      if (tour.isOn()) tour.step(by);
      else if (by > 0) steps.next();
      else steps.previous();
    };

    // The innermost thing; returns whether there was one that is ours to close.
    const leave = () => {
      if (!blank.hidden) lift();
      else if (store.view.chapter) tour.stop();
      else if (store.view.country || calendar.besideOf(store.view)) return false;
      else if (tour.isOn()) tour.stop();
      else if (document.fullscreenElement) shrink();
      else store.commit({ present: "" });
      return true;
    };

    const actions = {
      next: () => step(1),
      previous: () => step(-1),
      play: () => (lift(), player.toggle()),
      blank: () => (player.stop(), (blank.hidden = !blank.hidden)),
      full: () => (document.fullscreenElement ? shrink() : fill()),
      leave,
    };

    const listen = (event) => {
      if (!store.view.present || store.view.controls || event.ctrlKey || event.altKey || event.metaKey) return;
      const action = KEYS[event.key] ?? KEYS[event.code];
      if (!action || isTyping(event.target) || (action === "play" && isPressed(event.target))) return;
      const taken = event.repeat || actions[action]() !== false; // a key held down is one press
      if (!taken) return;
      event.preventDefault();
      event.stopPropagation();
    };
    csto.documents().forEach((page) => page.addEventListener("keydown", listen, true));
    blank.addEventListener("click", lift);

    const buttons = buttonsOf(words, {
      tour: () => (fill(), tour.start()),
      present: () => (store.view.present ? stop() : start()),
    });
    return { blank, buttons, line: tour.line };
  };
})((window.csto ??= {}));
