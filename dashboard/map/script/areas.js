// The security areas: groups with an outline in the area's line style. A state that is in all of them is
// not divided: each area has a chip on it, with a stub line to its group.
(function (csto) {
  "use strict";

  csto.createAreas = ({ map, geometry, scene, store, lens }) => {
    const group = L.layerGroup();
    let drawn = null; // made when the layer is first asked for: most readers never do
    const drawAll = () => geometry.areas.map(({ area, starts, ends, outline, chip, touch }, at) => {
      const { title, text, basis } = scene.groups[at];
      const { map: onMap, lens: inLens } = geometry.outlines[outline];
      const rings = csto.decode(onMap).flat();
      const line = (className, points) => L.polyline(points, { className, interactive: false, smoothFactor: 0.3 });
      const stub = [[touch[1], touch[0]], [chip[1], chip[0]]];
      const label = csto.make(
        "div",
        { class: "chip", "data-area": area },
        csto.make("strong", { text: title }),
        csto.make("span", { text }),
        csto.make("em", { text: basis }),
      );
      const icon = L.divIcon({ html: label, iconSize: [0, 0], className: "place" });
      const layers = [
        line("area casing", rings),
        line("area", rings),
        line("area stub", stub),
        L.marker([chip[1], chip[0]], { icon, interactive: false, keyboard: false }),
      ];
      layers.slice(0, 3).forEach((layer) =>
        layer.on("add", () => {
          layer.getElement().dataset.area = area;
          layer.getElement().setAttribute("aria-hidden", "true");
        }),
      );
      const enlarged = lens.overlay(inLens, { class: "area", "data-area": area, display: "none" });
      return { starts, ends, layers, enlarged, on: false };
    });

    store.draw((view, { day }) => {
      const shown = view.layer === "areas";
      if (shown !== map.hasLayer(group)) (shown ? group.addTo(map) : group.remove());
      if (!shown) return;
      drawn ??= drawAll();
      for (const item of drawn) {
        const on = item.starts <= day && (!item.ends || day < item.ends);
        if (on === item.on) continue;
        item.layers.forEach((layer) => (on ? group.addLayer(layer) : group.removeLayer(layer)));
        item.enlarged.setAttribute("display", on ? "inline" : "none");
        item.on = on;
      }
    });
  };
})((window.csto ??= {}));
