// The states as a table, sorted by any column, in step with the map: what the map shows, to read.
(function (csto) {
  "use strict";

  const COLUMNS = ["state", "status", "since"];
  const TURNED = { ascending: "descending", descending: "ascending" };

  const rowOf = (iso, name) => {
    const button = csto.make("button", { type: "button", text: name });
    const swatch = csto.swatch({ class: "swatch status" });
    const [label, since] = [csto.make("span"), csto.make("td")];
    const status = csto.make("td", {}, swatch, label);
    const element = csto.make("tr", { "data-row": iso }, csto.make("th", { scope: "row" }, button), status, since);
    return { iso, button, swatch, label, since, element };
  };

  const headOf = (column, text, press) => {
    const button = csto.make("button", { type: "button", text, onclick: press });
    return { column, element: csto.make("th", { scope: "col", "aria-sort": "none" }, button) };
  };

  // What each column is sorted by, for a state in a moment; ties are broken by name.
  const createOrder = ({ scene, calendar }) => {
    const ranks = scene.statuses.map(({ id }) => id);
    const rank = (status) => String(ranks.includes(status) ? ranks.indexOf(status) : ranks.length).padStart(2, "0");
    const keys = {
      state: () => "",
      status: (iso, moment) => rank(calendar.mark(iso, moment).status),
      since: (iso, moment) => calendar.began(iso, moment),
    };
    return (column, direction, moment) => (one, other) => {
      const [first, second] = [one, other].map(({ iso }) => keys[column](iso, moment));
      const byName = scene.names[one.iso].localeCompare(scene.names[other.iso], scene.locale);
      const order = first === second ? byName : first < second ? -1 : 1;
      return direction === "ascending" ? order : -order;
    };
  };

  csto.createTable = (parts) => {
    const { scene, store, calendar, words } = parts;
    const order = createOrder(parts);
    const rows = Object.entries(scene.names).map(([iso, name]) => rowOf(iso, name));
    const byIso = Object.fromEntries(rows.map((row) => [row.iso, row]));
    const caption = csto.make("caption");
    const body = csto.make("tbody", {}, ...rows.map(({ element }) => element));
    const labels = { state: words.state, status: words.status, since: words.since };
    let [sorted, direction] = ["state", "ascending"];

    const arrange = () => {
      heads.forEach(({ column, element }) => element.setAttribute("aria-sort", column === sorted ? direction : "none"));
      const wanted = rows.toSorted(order(sorted, direction, store.now.moment)).map(({ element }) => element);
      if (wanted.every((element, at) => element === body.children[at])) return;
      const focused = body.contains(document.activeElement) ? document.activeElement : null;
      body.append(...wanted);
      focused?.focus(); // an element that is moved loses it
    };
    const sort = (column) => {
      direction = column === sorted ? TURNED[direction] : "ascending";
      sorted = column;
      arrange();
    };
    const heads = COLUMNS.map((column) => headOf(column, labels[column], () => sort(column)));
    const head = csto.make("thead", {}, csto.make("tr", {}, ...heads.map(({ element }) => element)));
    const table = csto.make("table", {}, caption, head, body);
    const panel = csto.make("section", { class: "listing", id: "csto-table", "aria-label": words.table, hidden: true }, table);

    const refresh = () => {
      caption.textContent = store.now.dated;
      arrange();
    };
    const open = (wanted) => {
      panel.hidden = !wanted;
      button.setAttribute("aria-expanded", String(wanted));
      if (wanted) refresh();
    };
    const button = csto.make("button", { type: "button", class: "plain", "aria-controls": panel.id, text: words.table });
    button.addEventListener("click", () => open(panel.hidden));
    open(false);

    body.addEventListener("click", ({ target }) => {
      const row = target.closest("tr");
      if (row) store.commit({ country: row.dataset.row });
    });
    [panel, button].forEach((element) =>
      element.addEventListener("keydown", (event) => {
        if (event.key !== "Escape" || panel.hidden) return;
        event.preventDefault();
        open(false);
        button.focus();
      }),
    );

    const write = (iso, moment) => {
      const { status, label, since } = calendar.mark(iso, moment);
      const row = byIso[iso];
      csto.wear(row.swatch, status);
      row.label.textContent = label;
      row.since.textContent = since;
    };
    const choose = (iso, chosen) => {
      byIso[iso]?.element.classList.toggle("on", chosen);
      byIso[iso]?.button.setAttribute("aria-pressed", String(chosen));
    };
    rows.forEach(({ iso }) => choose(iso, false));
    store.draw((view, now, before) => {
      now.changed.forEach((iso) => write(iso, now.moment));
      if (view.country !== before?.view.country) {
        choose(before?.view.country, false);
        choose(view.country, true);
      }
      if (!panel.hidden) refresh();
    });
    return { panel, button };
  };
})((window.csto ??= {}));
