"""The timeline: a lane for every state, lanes of milestones, crises and exercises, and all of it again as text."""

from __future__ import annotations

from markupsafe import Markup

from dashboard import scene
from dashboard.atlas import Atlas, once
from dashboard.panels import cite
from dashboard.sections import entries, lanes, picture
from dashboard.sections.entries import Entry
from dashboard.view import View


def today(atlas: Atlas, shown: View) -> Markup:
    """What holds on the day, what came before it and comes after; and where the chart's rule stands."""
    timeline, words = atlas.timeline, atlas.words
    day = shown.shown(timeline)
    stage = timeline.stage(day)
    holds = Markup("<li><span>{}: {}. {}</span></li>").format(
        words.text(stage.label), scene.tally(timeline, day, words), cite.cited(atlas, "stages", stage)
    )
    near = _near(atlas, shown)
    before = _around(atlas, words.text("Just before"), -1, [entry for entry in near if entry.when.last <= day])
    after = _around(atlas, words.text("Just after"), 0, [entry for entry in near if entry.when.last > day])
    return rule(atlas, shown) + Markup('<ul class="csto-holds">{}{}{}{}</ul>').format(
        holds, _status(atlas, shown), before, after
    )


def rule(atlas: Atlas, shown: View) -> Markup:
    """The place of the day on the axis and its name, as CSS properties that the chart's rule takes."""
    day = shown.shown(atlas.timeline)
    # Whatever is not a letter or a digit is written by its number, so that no sign can end the string.
    said = "".join(sign if sign.isalnum() else f"\\{ord(sign):x} " for sign in atlas.words.day(day))
    return Markup('<style>.csto-chart {{ --csto-day: {:.3f}%; --csto-day-said: "{}"; }}</style>').format(
        lanes.axis(atlas.timeline).at(day), Markup(said)
    )


def _status(atlas: Atlas, shown: View) -> Markup:
    """Status of the chosen country on the day, by which event and who says so."""
    timeline, words = atlas.timeline, atlas.words
    if not shown.country:
        return Markup("")
    day = shown.shown(timeline)
    spell = timeline.spell(shown.country, day)
    status = scene.label(timeline, spell.status if spell else "none", day, words)
    since = scene.since(timeline, shown.country, day, words)
    cited = cite.cited(atlas, "membership_events", spell.event) if spell else ""
    return Markup("<li><b>{}</b> <span>{} {}</span></li>").format(
        words.state(shown.country), ", ".join(part for part in (status, since) if part), cited
    )


def _near(atlas: Atlas, shown: View) -> list[Entry]:
    """What a day lies between; exercises are too many to tell, and the stage is said already."""
    told = ("membership_events", "milestones", "crises", "operations")
    return [entry for entry in entries.of(atlas) if entry.table in told and entry.concerns(shown.country)]


def _around(atlas: Atlas, lead: str, nearest: int, found: list[Entry]) -> Markup:
    """What is nearest of what was found, all of one date; nothing where nothing was."""
    if not found:
        return Markup("")
    together = [entry for entry in found if entry.when == found[nearest].when]
    # Where many change their status at once, a milestone says so in fewer words.
    acts = [entry for entry in together if entry.table != "membership_events"]
    told = acts if acts and len(together) - len(acts) > 1 else together
    items = [Markup("{} {}").format(entry.title, cite.cited(atlas, entry.table, entry.row)) for entry in told]
    return Markup("<li><b>{}</b> <span>{}, {}</span></li>").format(
        lead, _date(atlas, told[0]), Markup("; ").join(items)
    )


def _date(atlas: Atlas, entry: Entry) -> Markup:
    """The date of an entry, as a link that moves the map there; the words alone beyond the last day."""
    said = atlas.words.dated(entry.when.text)
    return cite.go(atlas, entry.there, said) if entry.when.first <= atlas.timeline.last_day else Markup.escape(said)


@once
def whole(atlas: Atlas, country: str) -> Markup:
    """The chart, then the milestones as a list and the whole chart as a table, of one country where one is chosen."""
    about = [entry for entry in entries.of(atlas) if entry.concerns(country)]
    return Markup('<div class="csto-timeline">{}<div class="csto-story">{}{}</div></div>').format(
        picture.draw(atlas, country), _milestones(atlas, about, country), _text(atlas, about)
    )


def _milestones(atlas: Atlas, about: list[Entry], country: str) -> Markup:
    """The milestones to read, each a place that other pages lead to."""
    words = atlas.words
    found = [entry for entry in about if entry.table == "milestones"]
    if not found and country:
        none = words.text("{state} was not counted in on the day of any milestone.", state=words.state(country))
        return cite.section(words.text("Milestones"), Markup("<p>{}</p>").format(none))
    items = Markup("").join(_milestone(atlas, entry) for entry in found)
    listed = Markup('<ul class="csto-milestones">{}</ul>').format(items) if items else items
    return cite.section(words.text("Milestones"), listed)


def _milestone(atlas: Atlas, entry: Entry) -> Markup:
    return Markup('<li id="milestones.{}"><b>{}</b> <span><b>{}.</b> {} {}</span></li>').format(
        entry.row.id, _date(atlas, entry), entry.title, entry.text, cite.cited(atlas, "milestones", entry.row)
    )


def _text(atlas: Atlas, about: list[Entry]) -> Markup:
    """The text twin of the chart: a row for everything on it, in order of date."""
    words = atlas.words
    heads = (
        words.text("Date"), words.text("What"), words.text("Kind"), words.text("States"), words.text("Sources"),
    )  # fmt: skip
    table = cite.table(words.text("Everything on the chart"), heads, [_row(atlas, entry) for entry in about])
    return Markup('<details class="csto-twin"><summary>{}</summary>{}</details>').format(
        words.text("The chart as a table, in order of date"), table
    )


def _row(atlas: Atlas, entry: Entry) -> tuple[object, ...]:
    words = atlas.words
    what = Markup("<b>{}.</b> {}").format(entry.title, entry.text)
    states = words.listed([words.state(state) for state in entry.states])
    return _date(atlas, entry), what, entry.label, states, cite.cited(atlas, entry.table, entry.row)
