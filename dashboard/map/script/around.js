// The page around the map, where it is of the same origin: its links to other views are taken here, without
// loading the page again, and the address in its citation is kept up to date.
(function (csto) {
  "use strict";

  const around = () => {
    try {
      return window.parent === window ? null : window.parent.document;
    } catch {
      return null; // a page of another origin keeps to itself
    }
  };

  // The view that a link's query asks for.
  const viewOf = (query, { scene, calendar, store }) => {
    const asked = Object.fromEntries(new URLSearchParams(query));
    const operating = asked.layer === "operation";
    return {
      ...scene.view,
      ...calendar.read(asked.on ?? asked.year ?? ""),
      ...(operating ? { year: scene.operation.year, on: "" } : {}),
      day: asked.day ?? scene.view.day,
      country: asked.country ?? "",
      layer: asked.layer ?? scene.view.layer,
      labels: store.view.labels,
    };
  };

  csto.followLinks = (parts) => {
    const page = around();
    page?.addEventListener("click", (event) => {
      page.querySelectorAll(".csto-address").forEach((place) => (place.textContent = page.location.href));
      const link = event.target.closest?.("a.csto-go");
      if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      parts.store.commit(viewOf(link.search, parts));
    });
  };

  // Escape closes the innermost thing, also when the focus is in the page around the map.
  csto.onEscape = (close) => {
    const listen = (event) => event.key === "Escape" && !event.defaultPrevented && close();
    [document, around()].forEach((page) => page?.addEventListener("keydown", listen));
  };
})((window.csto ??= {}));
