// Streamlit's page waits for its app in silence, and after an interruption does nothing until it is asked. This says
// where the app is not reached, and has the page written anew once it is.
(() => {
  "use strict";

  const PATIENCE = 15_000; // milliseconds until a page that never came to life says so
  const GRACE = 2_000; // until one that has lost its app says so
  const LOOK = 1_000;

  const part = (id) => document.querySelector(`[data-testid='${id}']`);
  const alive = () => part("stElementContainer") !== null && part("stAppSkeleton") === null;
  const connected = () => part("stApp")?.dataset.testConnectionState === "CONNECTED";

  const said = document.createElement("div");
  let missed = Date.now(); // since when there has been no app; 0 while there is
  let lived = false;

  const say = (id) => {
    if (said.dataset.said !== id) said.replaceChildren(document.getElementById(id).content.cloneNode(true));
    said.dataset.said = id;
    if (!said.isConnected) document.body.append(said);
  };

  // The map has gone on meanwhile: the address says what it shows, and keeps what is not the map's.
  const follow = () => {
    const map = document.querySelector("iframe[title='streamlit_folium.st_folium']")?.contentWindow;
    const query = new URLSearchParams(location.search);
    Object.entries(map?.csto?.shown?.() ?? {}).forEach(([field, value]) => {
      if (value === "") query.delete(field);
      else query.set(field, value);
    });
    history.replaceState(history.state, "", `${location.pathname}?${query}${location.hash}`.replace(/\?(?=#|$)/, ""));
  };

  // As the Back button has it: the whole page is written for the address.
  const renew = () => {
    follow();
    if (location.hash) location.reload();
    else window.dispatchEvent(new PopStateEvent("popstate"));
  };

  const look = () => {
    if (connected()) {
      if (lived && missed) renew();
      lived ||= alive();
      missed = lived ? 0 : missed;
      if (lived) said.remove();
      return;
    }
    missed ||= Date.now();
    const waited = Date.now() - missed;
    if (lived && waited > GRACE) say("csto-lost");
    if (!lived && waited > PATIENCE) say("csto-unreached");
  };

  setInterval(look, LOOK);
  // A connection may be lost and found between two looks.
  const change = (changes) => {
    if (changes.some(({ oldValue }) => oldValue !== "CONNECTED")) missed ||= Date.now();
    look();
  };
  new MutationObserver(change).observe(document.body, {
    subtree: true,
    attributeFilter: ["data-test-connection-state"],
    attributeOldValue: true,
  });
})();
