// Light or dark: what the address asks for, else Streamlit's theme, else the system's. All of them end in the colour
// scheme of the root: every colour is a pair that follows it, so nothing is drawn again.
(function (csto) {
  "use strict";

  let base = ""; // Streamlit's theme, once it is known
  let wanted = "";

  const wear = () => (document.documentElement.style.colorScheme = wanted || base);

  csto.hearTheme = () => {
    window.Streamlit?.events.addEventListener("streamlit:render", ({ detail }) => {
      base = detail.theme?.base ?? base;
      wear();
    });
  };

  csto.wearTheme = (store) => {
    store.draw(({ theme }, now, before) => {
      if (theme === (before?.view.theme ?? "")) return;
      wanted = theme;
      wear();
    });
  };
})((window.csto ??= {}));
