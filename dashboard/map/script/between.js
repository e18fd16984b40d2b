// What holds in a view that shows two days: as for one, but the sentence says what differs, and the states that
// differ are outlined. The same words as those of the exports (see compare.py), made of clauses sent once.
(function (csto) {
  "use strict";

  csto.createBetween = (scene, calendar) => {
    const { leads, same, turns } = scene.compare;
    const codes = Object.keys(scene.names);
    const list = new Intl.ListFormat(scene.locale, { type: "conjunction" });
    const named = (states) => list.format(states.map((iso) => scene.names[iso]));

    const leadOf = (first, second, states) =>
      first === second
        ? csto.fill(same, { day: calendar.spell(first) })
        : csto.fill(leads[states.length], { first: calendar.spell(first), second: calendar.spell(second), states: named(states) });

    const clausesOf = (first, second, states) =>
      turns
        .filter(({ on }) => first < on && on <= second)
        .map((turn) => [turn.said, turn.states.filter((iso) => states.includes(iso))])
        .filter(([, differing]) => differing.length)
        .map(([said, differing]) => csto.fill(said[differing.length - 1], { states: named(differing) }));

    const between = (one, other) => {
      const [first, second] = [one, other].sort();
      const [before, after] = [first, second].map(calendar.momentAt);
      const states = codes.filter((iso) => calendar.mark(iso, before).status !== calendar.mark(iso, after).status);
      return { states, lead: leadOf(first, second, states), clauses: clausesOf(first, second, states) };
    };

    // `now` of the calendar, and `beside` with the day, the moment, the date in words, the states that are drawn
    // otherwise than before, and what happened in between; null where nothing is shown beside.
    return (view, before) => {
      const now = calendar.now(view, before);
      const beside = calendar.besideOf(view);
      if (!beside) return { ...now, beside };
      const { states, lead, clauses } = between(now.day, beside.day);
      const changed = calendar.changedBetween(before?.beside?.moment ?? -1, beside.moment);
      const badges = Object.fromEntries(states.map((iso) => [iso, ""]));
      return { ...now, headline: lead, badges, beside: { ...beside, changed, states, clauses } };
    };
  };
})((window.csto ??= {}));
