// Between the map and Streamlit. Numbers run both ways: a commit's number grows with the clock, so that
// Python acts on each once and a replayed value cannot undo the Back button; a command's number is acted
// on once here, so that a late rerun cannot pull the handle back. A command is answered by committing it,
// with its number: Python knows the view it asked for, and takes an answer for no choice. A command says which
// commit Python had seen: one from before the reader's last choice, as of a session that begins under an open page,
// is answered with that choice.
(function (csto) {
  "use strict";

  const FIELDS = [
    "year", "on", "day", "layer", "country", "page", "marks", "compare", "present", "controls", "theme", "language",
  ];
  const LATER = 180; // milliseconds; keys repeat faster than a rerun

  let store = null;
  let acted = 0;
  let answers = 0; // the command that is being answered; 0 when a reader chooses
  let waiting = null;
  let usual = {};
  let held = false; // a hand is on a slider
  let postponed = null;
  let chosen = 0; // the number of the reader's last choice
  let tell = () => {};

  const act = (command) => {
    if (command.number <= acted) return;
    if (held) {
      postponed = command;
      return;
    }
    if (command.seen < chosen) {
      acted = command.number;
      tell();
      return;
    }
    acted = answers = command.number;
    store.commit(command.view);
    answers = 0;
  };

  // The hand wins: a command that came meanwhile counts only where the hand has chosen nothing.
  const hold = () => {
    document.addEventListener("pointerdown", ({ target }) => (held = target.type === "range"), true);
    const release = () => {
      held = false;
      setTimeout(() => postponed && act(postponed));
    };
    ["pointerup", "pointercancel"].forEach((event) => document.addEventListener(event, release, true));
    store.onCommit(() => {
      acted = Math.max(acted, postponed?.number ?? 0);
      postponed = null;
    });
  };

  // Called by Python through the component's script: {number, view, seen}.
  csto.command = (command) => {
    if (store) act(command);
    else waiting = command;
  };

  csto.initialView = (defaults) => {
    usual = defaults;
    acted = waiting?.number ?? 0;
    return { ...defaults, ...waiting?.view };
  };

  // What is on screen, as an address says it: empty where it is as usual. For a page that has lost its app meanwhile.
  csto.shown = () =>
    Object.fromEntries(FIELDS.map((field) => [field, store.view[field] === usual[field] ? "" : store.view[field]]));

  csto.bridge = (opened) => {
    store = opened;
    hold();
    const streamlit = window.Streamlit;
    if (!streamlit) return;
    let number = 0;
    let later = 0;
    let byKey = false;

    const fieldsOf = (view) => Object.fromEntries(FIELDS.map((field) => [field, view[field]]));
    let sent = JSON.stringify([fieldsOf(store.view), acted]);

    const send = (view) => {
      const state = JSON.stringify([view, acted]);
      if (state === sent) return;
      sent = state;
      number = Math.max(number + 1, Date.now());
      if (!answers) chosen = number;
      streamlit.setComponentValue({ number, answers, view });
    };

    tell = () => send(fieldsOf(store.view));
    // What was chosen at this moment is sent, whatever is dragged to meanwhile.
    store.onCommit((view) => {
      clearTimeout(later);
      if (byKey && !answers) later = setTimeout(send, LATER, fieldsOf(view));
      else send(fieldsOf(view));
    });
    document.addEventListener("keydown", () => (byKey = true), true);
    document.addEventListener("pointerdown", () => (byKey = false), true);
    if (waiting && waiting.number > acted) act(waiting);
  };
})((window.csto ??= {}));
