"""How the Organization stands to other bodies, and what authors conclude: sentences, each with who says so."""

from __future__ import annotations

from markupsafe import Markup

from dashboard.atlas import Atlas
from dashboard.panels import cite
from membership_data.records import Row


def sentences(atlas: Atlas) -> Markup:
    """Sentences on every other body, grouped by it; a judgement with the name of who made it."""
    words, rows = atlas.words, atlas.timeline.data.relations
    groups = [
        (words.text(other), cite.lines(_sentence(atlas, row) for row in rows if row.organisation == other))
        for other in dict.fromkeys(row.organisation for row in rows)
    ]
    return cite.section(words.text("Relations with other bodies"), cite.lines(groups, "csto-facts csto-named"))


def _sentence(atlas: Atlas, row: Row) -> tuple[Markup | str, Markup]:
    words = atlas.words
    by = words.text("{who}, a judgement:", who=words.text(row.attributed_to)) if row.attributed_to else ""
    said = Markup("{} {} {}").format(by, words.text(row.text), cite.cited(atlas, "relations", row))
    return (cite.when(atlas, row.date) if row.date else "", said)


def judgements(atlas: Atlas) -> Markup:
    """What authors conclude, grouped by who concludes it and when; none of it is a record of what happened."""
    words, groups = atlas.words, {}
    for row in atlas.timeline.data.theses:
        groups.setdefault((row.author, row.said_on.text), []).append(_judgement(atlas, row))
    said = [(f"{words.text(author)}, {words.dated(day)}", cite.lines(rows)) for (author, day), rows in groups.items()]
    return cite.section(words.text("Judgements of authors, not records"), cite.lines(said, "csto-facts csto-named"))


def _judgement(atlas: Atlas, row: Row) -> tuple[str, Markup]:
    words = atlas.words
    return words.text(row.about), Markup("{} {}").format(words.text(row.text), cite.cited(atlas, "theses", row))
