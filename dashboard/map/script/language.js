// The language of the documents, and the way to another one where no page around the map offers it.
(function (csto) {
  "use strict";

  // Streamlit calls every page English; what stands on ours is in the language of the scene.
  csto.speak = (language) => csto.documents().forEach((page) => (page.documentElement.lang = language));

  csto.languageLinks = ({ language, languages }) => {
    const others = csto.isEmbedded() ? Object.entries(languages).filter(([code]) => code !== language) : [];
    return others.map(([code, text]) => {
      const link = csto.make("a", { class: "plain", lang: code, hreflang: code, href: `?language=${code}`, text });
      link.addEventListener("click", (event) => {
        event.preventDefault();
        csto.turnTo(code);
      });
      return link;
    });
  };
})((window.csto ??= {}));
