// The year in large type. A click on it lets one type a year or an exact day.
(function (csto) {
  "use strict";

  csto.createTyped = ({ scene, store, calendar, player }) => {
    const { words } = scene;
    const shown = csto.make("button", { type: "button", class: "year", title: words.typeYear });
    const input = csto.make("input", { type: "text", class: "typed", "aria-label": words.typeYear, placeholder: words.typed, hidden: true, autocomplete: "off" });
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
      input.value = store.view.on || String(store.view.year);
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
      store.commit({ ...patch, layer: store.view.layer === "operation" ? "membership" : store.view.layer });
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
      const text = view.layer === "operation" ? calendar.spell(view.day) : view.on ? calendar.spell(view.on) : String(view.year);
      if (shown.textContent === text) return;
      shown.textContent = text;
      shown.classList.toggle("exact", text.length > 4);
    });
    return csto.make("div", { class: "now" }, shown, input, trouble);
  };
})((window.csto ??= {}));
