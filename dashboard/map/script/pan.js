// Moving the map without dragging it: four buttons, there once the map shows less or more than the whole.
(function (csto) {
  "use strict";

  const SHARE = 0.3; // of the map's size that a press moves it
  const NEAR = 0.05; // of a step of zoom: as good as the whole map
  const WAYS = { west: ["←", -1, 0], north: ["↑", 0, -1], south: ["↓", 0, 1], east: ["→", 1, 0] };

  csto.createPan = ({ map, words, fitted }) => {
    const move = (right, down) => () => {
      const { x, y } = map.getSize();
      map.panBy([right * SHARE * x, down * SHARE * y], { animate: !csto.isCalm() });
    };
    const button = ([way, [text, right, down]]) =>
      csto.make("button", { type: "button", class: "plain", "aria-label": words[way], title: words[way], text, onclick: move(right, down) });
    const group = csto.make("div", { class: "pan", role: "group", "aria-label": words.pan }, ...Object.entries(WAYS).map(button));
    const show = () => (group.hidden = Math.abs(map.getZoom() - fitted()) < NEAR);
    map.on("zoomend resize", show);
    show();
    return group;
  };
})((window.csto ??= {}));
