// Puts the parts together around a Leaflet map that Folium has made. `csto` is the one global.
(function (csto) {
  "use strict";

  // Pixels a drawing unit takes when the frame fills the map.
  csto.fitScale = (map, [west, south, east, north]) => {
    const { x, y } = map.getSize();
    return Math.min(x / (east - west), y / (north - south));
  };

  const NAMES = 34; // pixels above an operation, and half as many below, for the names of where it came from

  // The frame whole; room to spare goes to the right and below, where the lens stands over context.
  const fit = (map, [west, south, east, north], aside) => {
    const { x, y } = map.getSize();
    if (!x || !y) return;
    if (aside) {
      const scale = csto.fitScale(map, [west, south, east, north]);
      map.setView([north - y / scale / 2, west + x / scale / 2], Math.log2(scale), { animate: false });
      return;
    }
    const scale = Math.min(x / (east - west), Math.max(1, y - 1.5 * NAMES) / (north - south));
    map.setView([(south + north + NAMES / 2 / scale) / 2, (west + east) / 2], Math.log2(scale), { animate: false });
  };

  const keepFitted = ({ map, geometry, store }) => {
    const wanted = () => (store.view.layer === "operation" ? geometry.operation.bounds : geometry.frame);
    let [moved, fitting] = [false, false];
    const refit = () => {
      fitting = true;
      fit(map, wanted(), store.view.layer !== "operation");
      fitting = false;
      moved = false;
      map.fire("fitted");
    };
    map.on("dragstart zoomstart", () => (moved ||= !fitting));
    new ResizeObserver(() => {
      const before = map.getSize();
      map.invalidateSize({ pan: false });
      if (!moved && !map.getSize().equals(before)) refit();
    }).observe(map.getContainer());
    const operating = (view) => view.layer === "operation";
    store.draw((view, now, before) => {
      if (!before || operating(view) !== operating(before.view)) refit();
    });
    const fitted = () => Math.log2(csto.fitScale(map, wanted()));
    return { refit, fitted };
  };

  const LAYERS = ["membership", "areas", "operation"];

  const describe = (map, frame, store) => {
    const container = map.getContainer();
    store.draw((view, now, before) => {
      Object.assign(container.dataset, { year: view.year, layer: view.layer, day: now.day });
      if (view.layer === before?.view.layer) return;
      LAYERS.forEach((layer) => frame.classList.toggle(`in-${layer}`, layer === view.layer));
    });
    store.draw(({ present, controls, chapter }) => {
      frame.classList.toggle("presenting", present !== "");
      frame.classList.toggle("locked", controls !== "");
      frame.classList.toggle("touring", chapter !== "");
    });
  };

  const read = async (address) => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    return answer.json();
  };

  // Awaited before anything is drawn: a map drawn without its style is drawn twice.
  const dress = (address) =>
    new Promise((onload, onerror) =>
      document.head.append(csto.make("link", { rel: "stylesheet", href: address, onload, onerror })),
    );

  // The map with all around it, in a document of its own; returns its parts. `credited` adds the line that
  // stands below the map where no page around it says the same.
  csto.build = (map, { geometry, scene, view, loadMarks, credited }) => {
    const calendar = csto.createCalendar(scene);
    const store = csto.createStore(view, csto.createBetween(scene, calendar));
    const parts = { map, geometry, scene, store, calendar, words: scene.words };
    parts.player = csto.createPlayer(parts);
    parts.steps = csto.createSteps(parts);
    parts.presenter = csto.createPresenter(parts);

    const frame = csto.make("main", { class: "csto", "aria-label": scene.words.map });
    const stage = csto.make("div", { class: "stage" });
    const legend = csto.createLegend(parts);
    frame.append(csto.createHead(parts), stage, legend, csto.createControl(parts));
    if (credited) frame.append(csto.createCredit(parts));
    frame.append(parts.presenter.blank, csto.createSpeech(parts));
    const patterns = csto.patterns();
    stage.append(map.getContainer(), patterns);
    document.body.prepend(frame);
    describe(map, frame, store);
    map.invalidateSize({ pan: false });
    csto.obeyMotion(map);
    csto.wearTheme(store);

    Object.assign(parts, keepFitted(parts));
    parts.shapes = csto.createShapes(parts);
    const inset = csto.createOperation(parts);
    csto.createLabels(parts);
    const lens = csto.createLens(parts);
    csto.createAreas({ ...parts, lens });
    stage.append(csto.createTouch(parts), lens.box, inset);
    lens.resize();
    const compare = csto.createCompare({ ...parts, lens, frame, stage });
    const table = csto.createTable(parts);
    const tools = csto.createTools({ ...parts, compare, table });
    parts.roam = csto.createRoam({ ...parts, lens });
    patterns.after(csto.createPassage(parts), parts.roam.help);
    stage.append(tools, table.panel);
    legend.append(csto.createMarks({ ...parts, stage, load: loadMarks }));
    [inset, tools, table.panel].forEach((element) => L.DomEvent.disableClickPropagation(element));
    csto.listenForPicks(parts);
    csto.leaveKeys({ ...parts, stage });
    return { ...parts, frame, stage };
  };

  // In the app: what is drawn is fetched from where the page comes from.
  csto.start = async (map, { geometryUrl, sceneUrl, styleUrl, marksUrl }) => {
    csto.hearTheme();
    const [geometry, scene] = await Promise.all([read(geometryUrl), read(sceneUrl), dress(styleUrl)]);
    const parts = csto.build(map, {
      geometry,
      scene,
      view: csto.initialView(scene.view),
      loadMarks: () => read(marksUrl),
      credited: csto.isEmbedded(),
    });
    csto.speak(scene.language);
    csto.nameFrame(parts);
    csto.followLinks(parts);
    csto.bridge(parts.store);
  };
})((window.csto ??= {}));
