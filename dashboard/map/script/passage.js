// From the map to the card and back, wherever the card stands: F6 both ways, a button after the map, a link in
// the card. Escape closes the card, and brings the focus back to the map where it was in the card.
(function (csto) {
  "use strict";

  const CARD = ".csto-card, .card:not([hidden])"; // in the page around the map, or over the map

  const findCard = () => csto.documents().map((page) => page.querySelector(CARD)).find(Boolean);

  // The card and all that is written with it.
  const aroundCard = (element) => element?.closest?.(`.st-key-panel, ${CARD}`);

  const enter = () => {
    const card = findCard();
    if (!card) return false;
    card.ownerDocument.defaultView.focus();
    card.tabIndex = -1;
    card.focus();
    return true;
  };

  csto.createPassage = ({ scene, store, words, roam }) => {
    const back = () => roam.go(store.view.country);
    const isInside = () => csto.documents().some((page) => aroundCard(page.activeElement));
    const button = csto.make("button", { type: "button", class: "to-card", onclick: enter });
    store.draw(({ country }, now, before) => {
      if (country === before?.view.country) return;
      button.hidden = !country;
      button.textContent = country && csto.fill(words.toCard, { state: scene.names[country] });
    });

    const listen = (event) => {
      if (event.key !== "F6" || event.ctrlKey || event.altKey || event.metaKey || !store.view.country) return;
      if (aroundCard(event.target)) back();
      else if (!enter()) return;
      event.preventDefault();
    };
    const follow = (event) => {
      if (!event.target.closest?.(".csto-to-map")) return;
      event.preventDefault();
      back();
    };
    csto.documents().forEach((page) => {
      page.addEventListener("keydown", listen);
      page.addEventListener("click", follow);
    });
    csto.onEscape(() => {
      if (!store.view.country) return;
      if (isInside()) back();
      store.commit({ country: "" });
    });
    return button;
  };
})((window.csto ??= {}));
