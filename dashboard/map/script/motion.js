// Whoever asks the system for less motion gets a map that jumps instead of gliding.
(function (csto) {
  "use strict";

  const wish = window.matchMedia("(prefers-reduced-motion: reduce)");

  csto.isCalm = () => wish.matches;

  csto.obeyMotion = (map) => {
    const obey = () => (map.options.inertia = !wish.matches);
    wish.addEventListener("change", obey);
    obey();
  };
})((window.csto ??= {}));
