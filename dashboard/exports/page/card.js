// Beside the map: the card of a country, or what is recorded of the day or year on screen, each line with
// its sources. It lies over the map and moves nothing.
(function (csto) {
  "use strict";

  const section = (title, ...parts) => {
    const content = parts.flat().filter(Boolean);
    return content.length ? csto.make("section", {}, csto.make("h3", { text: title }), ...content) : "";
  };
  const listOf = (items) => (items.length ? csto.make("ul", {}, ...items) : "");
  const text = (said, name = "") => (said ? csto.make("p", { class: name, text: said }) : "");

  // Writes what is said, and remembers which sources it cites.
  const createPen = (records, { calendar, store }) => {
    const cited = new Set();
    const link = (id) => {
      const [title, url] = records.sources[id] ?? [id, ""];
      return csto.isWebAddress(url)
        ? csto.make("a", { href: url, target: "_blank", rel: "noopener", title, text: id })
        : csto.make("span", { title, text: id });
    };
    const cite = (ids) => {
      ids.forEach((id) => cited.add(id));
      return csto.make("small", {}, ...ids.flatMap((id) => [" ", link(id)]));
    };
    // A recorded date leads to that day, or to the year where no day is known.
    const when = (date, said) => {
      const there = calendar.read(date) ?? calendar.read(date.slice(0, 4));
      const go = () => store.commit({ ...there, layer: store.view.layer === "areas" ? "areas" : "membership" });
      return there && !store.view.controls ? csto.make("button", { type: "button", class: "when", text: said, onclick: go }) : csto.make("b", { text: said });
    };
    const event = ([date, said, words, ids], name = "") =>
      csto.make("li", {}, when(date, said), " ", name && csto.make("b", { text: `${name}: ` }), words, cite(ids));
    const question = ([asked, reading, ...claims]) =>
      csto.make(
        "details",
        {},
        csto.make("summary", { text: asked }),
        listOf(claims.map(([claim, ids, best]) => csto.make("li", { class: best ? "best" : null }, claim, cite(ids)))),
        text(reading),
      );
    const listed = () =>
      listOf([...cited].map((id) => csto.make("li", {}, link(id), ` ${records.sources[id]?.[0] ?? ""}`)));
    return { cited, cite, event, question, listed };
  };

  const stateOf = ({ scene, calendar, store, records, words }, pen, now) => {
    const iso = store.view.country;
    const { status, label, since } = calendar.mark(iso, now.moment);
    const questions = records.questions[iso] ?? [];
    return {
      title: scene.names[iso],
      body: [
        text(now.dated, "dated"),
        text(label, "status"),
        text(since),
        text(records.definitions[status], "definition"),
        section(words.history, listOf((records.events[iso] ?? []).map((event) => pen.event(event)))),
        section(words.disputed, questions.map(pen.question)),
      ],
    };
  };

  const dayOf = ({ records, words, scene }, pen, now) => {
    const entries = records.days[now.day] ?? [];
    const said = entries.map(([entry, ids]) => csto.make("li", {}, entry, pen.cite(ids)));
    const questions = records.questions[scene.operation.id] ?? [];
    return {
      title: now.dated,
      body: [listOf(said) || text(words.nothing), section(words.disputed, questions.map(pen.question))],
    };
  };

  const yearOf = ({ scene, store, records, words }, pen, now) => {
    const { year, on } = store.view;
    const within = ([, [date]]) => (on ? date === on : date.startsWith(String(year)));
    const found = Object.entries(records.events)
      .flatMap(([iso, events]) => events.map((event) => [iso, event]))
      .filter(within)
      .sort(([, [one]], [, [other]]) => (one < other ? -1 : one > other ? 1 : 0));
    const said = found.map(([iso, event]) => pen.event(event, scene.names[iso]));
    return { title: on ? now.dated : String(year), body: [listOf(said) || text(words.nothing)] };
  };

  // Returns the card, what is spoken when it opens, and the button that opens it without a country.
  csto.createCard = (parts) => {
    const { store, words } = parts;
    const title = csto.make("h2");
    const close = csto.make("button", { type: "button", class: "close", "aria-label": words.close, text: "×" });
    const body = csto.make("div", { class: "body" });
    const card = csto.make("aside", { class: "card", hidden: true }, csto.make("header", {}, title, close), body);
    const spoken = csto.make("p", { class: "spoken", role: "status", "aria-live": "polite" });
    const opener = csto.make("button", { type: "button", class: "records", "aria-expanded": "false", text: words.records });
    let open = false; // on what is recorded of the day; a country opens its own card

    const write = (view, now) => {
      const pen = createPen(parts.records, parts);
      const tell = view.country ? stateOf : view.layer === "operation" ? dayOf : yearOf;
      const told = tell(parts, pen, now);
      title.textContent = told.title;
      card.setAttribute("aria-label", told.title);
      body.replaceChildren(...told.body.filter(Boolean), section(words.sources, pen.listed()));
      return told.title;
    };

    let before = "";
    const draw = (view, now) => {
      const shown = (view.country || open) && !view.chapter;
      if (card.hidden !== !shown) {
        card.hidden = !shown;
        parts.map.fire("resize"); // the lens makes way
      }
      opener.setAttribute("aria-expanded", String(Boolean(shown)));
      const key = shown ? `${view.country} ${view.layer} ${now.day} ${now.dated}` : "";
      if (key === before) return;
      const about = before.split(" ")[0];
      before = key;
      if (!shown) return;
      const name = write(view, now);
      if (view.country !== about) {
        body.scrollTop = 0;
        // The map says which country's card it is.
        const count = body.querySelectorAll("li").length;
        spoken.textContent = view.country ? "" : csto.fill(words.opened, { name, count });
      }
    };
    let now = null;
    store.draw((view, holds) => draw(view, (now = holds)));

    const set = (wanted) => {
      open = wanted;
      if (store.view.country || store.view.chapter) store.commit({ country: "" });
      draw(store.view, now);
    };
    close.addEventListener("click", () => set(false));
    opener.addEventListener("click", () => set(card.hidden || store.view.country !== ""));
    csto.onEscape(() => open && !store.view.country && set(false));
    [card].forEach((element) => {
      L.DomEvent.disableClickPropagation(element);
      L.DomEvent.disableScrollPropagation(element);
    });
    return { card, spoken, opener };
  };
})((window.csto ??= {}));
