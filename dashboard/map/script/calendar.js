// From a view to what holds: which moment, which day, which marks. A moment is a stretch of days in
// which nothing changes; each lists only the states whose mark differs from the moment before.
(function (csto) {
  "use strict";

  const NONE = {};

  // Index of the last element whose key is not after the wanted one, or -1.
  const lastNotAfter = (list, wanted, key) => {
    let [low, high] = [0, list.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (key(list[middle]) <= wanted) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  };

  const historyOf = (moments) => {
    const history = {};
    moments.forEach((moment, at) => {
      for (const [iso, [status, label, since]] of Object.entries(moment.marks)) {
        (history[iso] ??= []).push({ at, status, label, since });
      }
    });
    return history;
  };

  csto.createCalendar = (scene) => {
    const { moments, years, last, lastDay } = scene;
    const history = historyOf(moments);
    const format = new Intl.DateTimeFormat(scene.locale, { dateStyle: "long", timeZone: "UTC" });
    const dayOf = (year) => (year === last ? lastDay : `${year}-12-31`);

    const calendar = {
      isos: Object.keys(history),

      shownDay(view) {
        if (view.layer === "operation") return view.day;
        return view.on || dayOf(view.year);
      },

      momentAt: (day) => Math.max(0, lastNotAfter(moments, day, (moment) => moment.from)),

      // What holds in a view: its day, moment, sentence and badges, and the states that differ from before.
      now(view, before = { moment: -1, badges: {} }) {
        const day = calendar.shownDay(view);
        const moment = calendar.momentAt(day);
        const { dated, headline, badges } = calendar.said(view, day, moment);
        const changed = calendar.changedBetween(before.moment, moment);
        const now = { day, moment, dated, title: "", headline, badges, changed, before: before.badges };
        const chapter = view.chapter && scene.chapters.find(({ id }) => id === view.chapter);
        return chapter ? { ...now, title: chapter.title, headline: chapter.text } : now;
      },

      mark(iso, moment) {
        const spells = history[iso];
        return spells[Math.max(0, lastNotAfter(spells, moment, (spell) => spell.at))];
      },

      // The day on which what holds of a state began; "" where nothing does.
      began(iso, moment) {
        const { status, since } = calendar.mark(iso, moment);
        const first = history[iso].find((spell) => spell.status === status && spell.since === since);
        return since ? moments[first.at].from : "";
      },

      // Codes of the states whose mark may differ between two moments.
      changedBetween(one, other) {
        const changed = new Set();
        if (one < 0) calendar.isos.forEach((iso) => changed.add(iso));
        if (one < 0) return changed;
        for (let at = Math.min(one, other) + 1; at <= Math.max(one, other); at += 1) {
          Object.keys(moments[at].marks).forEach((iso) => changed.add(iso));
        }
        return changed;
      },

      said(view, day, at) {
        if (view.layer === "operation") return { ...scene.operation.days[day], badges: NONE };
        if (!view.on) return years[view.year];
        const moment = moments[at];
        const fresh = moment.from === day;
        const dated = day === lastDay ? years[last].dated : csto.fill(scene.words.on, { day: calendar.spell(day) });
        return { dated, headline: fresh ? moment.headline : moment.tally, badges: fresh ? moment.badges : NONE };
      },

      // What a person typed, as the year or day that is shown beside, or null when it is neither.
      beside(typed) {
        const patch = calendar.read(typed);
        return patch && { compare: patch.on || String(patch.year) };
      },

      // The day that is shown beside, its moment and its date in words; null where none is.
      besideOf({ compare, layer }) {
        const patch = compare && layer !== "operation" ? calendar.read(compare) : null;
        if (!patch) return null;
        const day = calendar.shownDay(patch);
        const moment = calendar.momentAt(day);
        return { day, moment, dated: calendar.said(patch, day, moment).dated };
      },

      // Russian dates end in "г." where the page's other dates, which stand in sentences, say "года".
      spell: (day) => format.format(new Date(`${day}T00:00:00Z`)).replace(/\sг\.$/, " года"),

      // What a person typed, as a patch of the view: a year, a day, or null when it is neither.
      read(typed) {
        const text = typed.trim();
        if (/^\d{4}$/.test(text) && years[text]) return { year: Number(text), on: "" };
        const day = new Date(`${text}T00:00:00Z`);
        const real = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.valueOf());
        if (!real || day.toISOString().slice(0, 10) !== text) return null;
        if (text < moments[0].from || text > lastDay) return null;
        return { year: Number(text.slice(0, 4)), on: text === dayOf(Number(text.slice(0, 4))) ? "" : text };
      },

      nextStop: (year) => scene.stops.find((stop) => stop > year),
      previousStop: (year) => scene.stops.findLast((stop) => stop < year),
    };
    return calendar;
  };

  // Codes whose badge is not the same in two sets of badges.
  csto.differing = (one, other) =>
    one === other ? [] : [...new Set([...Object.keys(one), ...Object.keys(other)])].filter((iso) => one[iso] !== other[iso]);

  csto.fill = (template, values) => template.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
})((window.csto ??= {}));
