// Opens the page: all it needs is in its document. It asks for nothing, keeps nothing, and tells the page
// around it, if there is one, how high it would like to be.
(function (csto) {
  "use strict";

  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const framed = window.parent !== window;

  // In an article a wheel and a finger scroll the article; two fingers move the map.
  const mapOf = (options) =>
    L.map("map", {
      ...options,
      crs: L.CRS.Simple,
      center: [0, 0],
      zoom: -4,
      scrollWheelZoom: !framed,
      dragging: !framed || !L.Browser.mobile,
    });

  const follow = (address, { store }, theme) => {
    const show = () => {
      const wanted = address.write(store.view, theme);
      if (wanted === window.location.hash) return;
      try {
        window.history.replaceState(null, "", wanted || window.location.pathname + window.location.search);
      } catch {
        // a document without an address of its own has nowhere to write it
      }
    };
    store.onCommit(show);
    window.addEventListener("hashchange", () => store.commit(address.read(window.location.hash).view));
  };

  const notify = (notices, words, stage) => {
    if (!notices.length) return;
    const close = csto.make("button", { type: "button", class: "close", "aria-label": words.close, text: "×" });
    const box = csto.make("div", { class: "notice", role: "alert" }, ...notices.map((text) => csto.make("p", { text })), close);
    close.addEventListener("click", () => box.remove());
    stage.append(box);
  };

  // The height at which the map fills the width that the page around gives.
  const tellHeight = ({ frame, stage, store, geometry: { frame: [west, south, east, north] } }) => {
    if (!framed) return;
    let told = 0;
    const others = () => frame.clientHeight - stage.offsetHeight;
    new ResizeObserver(() => {
      const height = Math.ceil(others() + (stage.clientWidth * (north - south)) / (east - west));
      if (store.view.present || height === told || !stage.clientWidth) return;
      told = height;
      window.parent.postMessage({ type: "csto:height", height }, "*");
    }).observe(stage);
  };

  // On paper the map is drawn for the sheet, whatever the window.
  const print = ({ frame, map, refit }) => {
    const lay = (printing) => {
      frame.classList.toggle("printing", printing);
      map.invalidateSize({ pan: false, animate: false });
      refit();
    };
    window.addEventListener("beforeprint", () => lay(true));
    window.addEventListener("afterprint", () => lay(false));
  };

  csto.open = () => {
    const { usual, options, words } = read("page");
    const [geometry, scene, records] = ["geometry", "scene", "records"].map(read);
    const address = csto.createAddress({ scene, calendar: csto.createCalendar(scene), usual, words });
    const { view, theme, notices } = address.read(window.location.hash);
    if (theme) document.documentElement.dataset.theme = theme;
    const loadMarks = async () => read("marks");
    const parts = csto.build(mapOf(options), { geometry, scene, view, loadMarks, credited: true });
    const { card, spoken, opener } = csto.createCard({ ...parts, records, words });
    parts.stage.append(card);
    parts.frame.append(spoken);
    parts.presenter.buttons.prepend(opener);
    notify(notices, words, parts.stage);
    follow(address, parts, theme);
    tellHeight(parts);
    print(parts);
  };
})((window.csto ??= {}));
