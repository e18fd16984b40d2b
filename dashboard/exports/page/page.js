// Opens the page: all it needs is in its document. It asks for nothing, keeps nothing, and tells the page
// around it, if there is one, how high it would like to be.
(function (csto) {
  "use strict";

  const read = (id) => JSON.parse(document.getElementById(id).textContent, csto.unpack);
  const framed = window.parent !== window;

  // In an article a wheel and a finger scroll the article; two fingers move the map. A locked view stays.
  const mapOf = (options, locked) => {
    const free = !locked;
    return L.map("map", {
      ...options,
      crs: L.CRS.Simple,
      center: [0, 0],
      zoom: -4,
      zoomControl: false,
      scrollWheelZoom: free && !framed,
      dragging: free && !(framed && L.Browser.mobile),
      touchZoom: free,
      doubleClickZoom: free,
      boxZoom: free,
    });
  };

  const wear = (theme) => (document.documentElement.dataset.theme = theme);

  // Address and view follow each other; `usual` is the theme that the page was made in.
  const follow = (address, { store }, tell, usual) => {
    let theme = address.read(window.location.hash).theme;
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
    window.addEventListener("hashchange", () => {
      const { view, notices, ...asked } = address.read(window.location.hash);
      theme = asked.theme;
      wear(theme || usual);
      store.commit({ ...view, labels: store.view.labels });
      tell(notices);
    });
  };

  const createNotice = (words, stage) => {
    let box = null;
    return (notices) => {
      box?.remove();
      if (!notices.length) return;
      const close = csto.make("button", { type: "button", class: "close", "aria-label": words.close, text: "×" });
      const lines = csto.make("div", {}, ...notices.map((text) => csto.make("p", { text })));
      box = csto.make("div", { class: "notice", role: "alert" }, lines, close);
      close.addEventListener("click", () => box.remove());
      stage.append(box);
    };
  };

  // The way to the app, where there is one: to the view on screen.
  const leadTo = (link, { scene, calendar, store, frame }, words) => {
    if (!link) return;
    const address = csto.createAddress({ scene, calendar, usual: scene.view, words });
    const go = csto.make("a", { class: "app", target: "_blank", rel: "noopener", text: words.app });
    const show = () => {
      const there = new URL(link, document.baseURI);
      there.search = address.write({ ...store.view, present: "", controls: "" }, "").slice(1);
      go.href = there;
    };
    show();
    store.onCommit(show);
    const credit = frame.querySelector(".credit");
    const foot = csto.make("div", { class: "foot" });
    credit.replaceWith(foot);
    foot.append(credit, go);
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
      window.parent.postMessage({ type: "csto-height", height }, "*");
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
    const { usual, options, words, link } = read("page");
    const [geometry, scene, records] = ["geometry", "scene", "records"].map(read);
    const address = csto.createAddress({ scene, calendar: csto.createCalendar(scene), usual, words });
    const { view, theme, notices } = address.read(window.location.hash);
    const made = document.documentElement.dataset.theme;
    wear(theme || made);
    const loadMarks = async () => read("marks");
    const map = mapOf(options, view.controls !== "");
    const parts = csto.build(map, { geometry, scene, view, loadMarks, credited: true });
    const { card, spoken, opener } = csto.createCard({ ...parts, records, words });
    parts.stage.append(card);
    if (!card.hidden) map.fire("resize"); // the lens makes way
    parts.frame.append(spoken);
    parts.presenter.buttons.prepend(opener);
    const tell = createNotice(words, parts.stage);
    tell(notices);
    follow(address, parts, tell, made);
    leadTo(link, parts, words);
    tellHeight(parts);
    print(parts);
  };
})((window.csto ??= {}));
