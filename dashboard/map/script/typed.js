// A year in large type. A click on it lets one type a year or an exact day.
(function (csto) {
  "use strict";

  // The year of the map: how it is asked for, how it stands in a view, and what is chosen by another.
  const ofMap = ({ scene, calendar }) => ({
    label: scene.words.typeYear,
    value: (view) => view.on || String(view.year),
    shown: (view) => (view.layer === "operation" ? calendar.spell(view.day) : view.on ? calendar.spell(view.on) : String(view.year)),
    accept: (patch, { layer }) => ({ ...patch, layer: layer === "operation" ? "membership" : layer }),
  });

  csto.createTyped = (parts, { label, value, shown: said, accept: chosen } = ofMap(parts)) => {
    const { scene, store, calendar, player } = parts;
    const { words } = scene;
    const shown = csto.make("button", { type: "button", class: "year", title: label });
    const input = csto.make("input", { type: "text", class: "typed", "aria-label": label, placeholder: words.typed, hidden: true, autocomplete: "off" });
    const trouble = csto.make("span", { class: "trouble", role: "alert", hidden: true });

    const close = () => {
      input.hidden = true;
      trouble.hidden = true;
      shown.hidden = false;
    };
    const open = () => {
      player.stop();
      shown.hidden = true;
      input.hidden = false;
      input.value = value(store.view);
      input.select();
      input.focus();
    };
    const accept = () => {
      const patch = calendar.read(input.value);
      trouble.hidden = patch !== null;
      if (patch === null) {
        trouble.textContent = csto.fill(words.badTyped, { first: scene.moments[0].from, last: scene.lastDay });
        return;
      }
      close();
      store.commit(chosen(patch, store.view));
      shown.focus();
    };

    shown.addEventListener("click", open);
    input.addEventListener("blur", close);
    input.addEventListener("keydown", (event) => {
      if (event.key === "Enter") accept();
      if (event.key !== "Escape") return;
      event.preventDefault();
      close();
      shown.focus();
    });

    store.draw((view) => {
      const text = said(view);
      if (shown.textContent === text) return;
      shown.textContent = text;
      shown.classList.toggle("exact", text.length > 4);
    });
    return csto.make("div", { class: "now" }, shown, input, trouble);
  };
})((window.csto ??= {}));
