// Between the map and Streamlit. Numbers run both ways: a commit's number grows with the clock, so that
// Python acts on each once and a replayed value cannot undo the Back button; a command's number is acted
// on once here, so that a late rerun cannot pull the handle back. A command is answered by committing it.
(function (csto) {
  "use strict";

  const FIELDS = ["year", "on", "day", "layer", "country"];
  const LATER = 180; // milliseconds; keys repeat faster than a rerun

  let store = null;
  let acted = 0;
  let waiting = null;

  const act = (command) => {
    if (command.number <= acted) return;
    acted = command.number;
    store.commit(command.view);
  };

  // Called by Python through the component's script: {number, view}.
  csto.command = (command) => {
    if (store) act(command);
    else waiting = command;
  };

  csto.initialView = (defaults) => {
    acted = waiting?.number ?? 0;
    return { ...defaults, ...waiting?.view };
  };

  csto.bridge = (opened) => {
    store = opened;
    const streamlit = window.Streamlit;
    if (!streamlit) return;
    let number = 0;
    let sent = "";
    let later = 0;

    const send = () => {
      const view = Object.fromEntries(FIELDS.map((field) => [field, store.view[field]]));
      const state = JSON.stringify([view, acted]);
      if (state === sent) return;
      sent = state;
      number = Math.max(number + 1, Date.now());
      streamlit.setComponentValue({ number, answers: acted, view });
    };
    sent = JSON.stringify([Object.fromEntries(FIELDS.map((field) => [field, store.view[field]])), acted]);

    store.onCommit(() => {
      clearTimeout(later);
      const held = document.activeElement?.type === "range" && !document.activeElement.matches(":active");
      later = setTimeout(send, held ? LATER : 0);
    });
    if (waiting && waiting.number > acted) act(waiting);
  };

  // Streamlit's theme and the system's both end in the colour scheme of the root.
  csto.followTheme = () => {
    window.Streamlit?.events.addEventListener("streamlit:render", ({ detail }) => {
      const base = detail.theme?.base;
      if (base) document.documentElement.style.colorScheme = base;
    });
  };
})((window.csto ??= {}));
