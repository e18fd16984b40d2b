// The page around the map, where it is of the same origin: its links to other views are taken here, without
// loading the page again, and the address in its citation is kept up to date.
(function (csto) {
  "use strict";

  const PATIENCE = 5000; // milliseconds

  // Only Streamlit's page is ours to listen to: an article that embeds the map keeps its links and its keys.
  const around = () => {
    try {
      return window.Streamlit && window.parent !== window ? window.parent.document : null;
    } catch {
      return null; // a page of another origin keeps to itself
    }
  };

  // All documents that a key may come to, wherever the focus is.
  csto.documents = () => [document, around()].filter(Boolean);

  // Whether the map stands alone, in a slide or an article.
  csto.isEmbedded = () => new URLSearchParams(around()?.location.search).get("embed") === "true";

  // Marks the page around, which makes room on a narrow screen.
  csto.markPage = (name, on) => around()?.documentElement.classList.toggle(name, on);

  // The address of what is on screen, in another language; null where the map is not in a page of ours.
  csto.addressIn = (language) => {
    const page = around();
    if (!page) return null;
    const address = new URL(page.location.href);
    address.searchParams.set("language", language);
    return address.href;
  };

  // Turns the page to another language. The frame of a map may not lead its page elsewhere; a link of the page may.
  csto.turnTo = (language) => {
    const page = around();
    const link = page.createElement("a");
    link.href = csto.addressIn(language);
    page.body.append(link);
    link.click();
    link.remove();
  };

  // The frame's name, which else is the component's.
  csto.nameFrame = ({ words }) => around() && window.frameElement.setAttribute("aria-label", words.map);

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
      page: asked.page ?? scene.view.page,
      marks: asked.marks ?? store.view.marks,
      compare: asked.compare ?? store.view.compare,
      labels: store.view.labels,
      present: store.view.present,
      controls: store.view.controls,
      language: asked.language ?? store.view.language,
      theme: store.view.theme,
    };
  };

  // A link marked so turns the page and keeps the day and the country that are on screen.
  const turned = (query, { store, scene }) => {
    const asked = new URLSearchParams(query);
    return { ...store.view, page: asked.get("page") ?? scene.view.page, theme: asked.get("theme") ?? store.view.theme };
  };

  // A link may lead to a place on a page that is still to be written: it is shown as soon as it is there.
  const reach = (page, id) => {
    const show = () => {
      const place = page.getElementById(id);
      place?.scrollIntoView({ block: "start" });
      place?.focus({ preventScroll: true });
      return place;
    };
    const watch = new MutationObserver(() => show() && watch.disconnect());
    watch.observe(page.body, { childList: true, subtree: true });
    setTimeout(() => watch.disconnect(), PATIENCE);
    show();
  };

  csto.followLinks = (parts) => {
    const page = around();
    page?.addEventListener("click", (event) => {
      page.querySelectorAll(".csto-address").forEach((place) => (place.textContent = page.location.href));
      const other = event.target.closest?.("a.csto-language");
      if (other) other.href = csto.addressIn(other.lang);
      const link = event.target.closest?.("a.csto-go");
      if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      const wanted = "keep" in link.dataset ? turned(link.search, parts) : viewOf(link.search, parts);
      parts.store.commit(wanted);
      if (link.hash) reach(page, link.hash.slice(1));
      else if (wanted.page !== parts.scene.view.page) page.querySelector(".csto-sheet")?.scrollIntoView();
    });
    if (page?.location.hash) reach(page, page.location.hash.slice(1));
    csto.followFiles(page, parts);
  };

  // In an article a click on the map leaves the keys to the article, which space and Page Down scroll. In a talk
  // they are the map's, and the controls keep theirs.
  csto.leaveKeys = ({ store, stage }) => {
    const ours = around()?.defaultView ?? window;
    if (window.top === ours) return;
    const leave = ({ detail, target }) => {
      if (detail && !store.view.present && target.closest(".leaflet-container, .lens")) window.top.focus();
    };
    stage.addEventListener("click", leave, true);
  };

  // Escape closes the innermost thing, also when the focus is in the page around the map.
  csto.onEscape = (close) => {
    const listen = (event) => event.key === "Escape" && !event.defaultPrevented && close();
    csto.documents().forEach((page) => page.addEventListener("keydown", listen));
  };
})((window.csto ??= {}));
