// On a touch screen one finger scrolls the page and two move the map, as long as there is a page to scroll: in a
// talk the map has the screen to itself. The mouse drags as ever.
(function (csto) {
  "use strict";

  const SHOWN = 1400; // milliseconds

  csto.createTouch = ({ map, store, words }) => {
    const container = map.getContainer();
    const hint = csto.make("p", { class: "fingers", "aria-hidden": "true", hidden: true, text: words.fingers });
    let timer = 0;
    const tell = () => {
      clearTimeout(timer);
      hint.hidden = false;
      timer = setTimeout(() => (hint.hidden = true), SHOWN);
    };
    const dragged = map.options.dragging; // not in a locked view, nor where a page has decided for itself
    const scrolls = ({ pointerType }) => pointerType === "touch" && !store.view.present;
    // Before Leaflet hears of the finger.
    container.addEventListener(
      "pointerdown",
      (event) => dragged && (scrolls(event) ? map.dragging.disable() : map.dragging.enable()),
      true,
    );
    // The browser takes a finger that moves, to scroll.
    container.addEventListener("pointercancel", (event) => event.isPrimary && scrolls(event) && tell());
    return hint;
  };
})((window.csto ??= {}));
