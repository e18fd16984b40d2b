"""What a state took part in, as its card tells it: on invented records first, then on every shipped one."""

from __future__ import annotations

import re
from dataclasses import replace
from types import SimpleNamespace

import pytest
from markupsafe import escape

from dashboard import timeline
from dashboard.atlas import Atlas, load
from dashboard.panels import card, cite, claims, part, phrase
from membership_data.dates import PartialDate

ATLAS = load()
T = ATLAS.timeline
SOURCE = T.data.sources[0].id
TABLES = (
    *("forces", "force_contributors", "crises", "exercises", "units", "bases", "other_deployments"),
    *("office_holders", "budget_shares", "positions", "questions", "claims"),
)
PARTS = {
    "force_contributors": lambda row: [row.iso_a3],
    "crises": lambda row: row.states,
    "exercises": lambda row: row.hosts,
    "units": lambda row: [row.iso_a3],
    "bases": lambda row: [row.host_iso_a3, row.holder_iso_a3],
    "other_deployments": lambda row: [row.host_iso_a3, *row.contributors],
    "office_holders": lambda row: [row.iso_a3],
    "budget_shares": lambda row: [row.iso_a3],
}
"""The states on whose cards a record of a table is told."""
TOLD = [
    pytest.param(table, row, state, id=f"{table}.{row.id}-{state}")
    for table, states in PARTS.items()
    for row in getattr(T.data, table)
    for state in dict.fromkeys(states(row))
    if state in T.states
]


def atlas(**tables: tuple) -> Atlas:
    """The atlas with these records alone in the tables that a card's parts are told from."""
    records = {**T.data.tables, **dict.fromkeys(TABLES, ()), **tables}
    return replace(ATLAS, timeline=timeline.join(replace(T.data, tables=records), ATLAS.shapes.codes))


def row(identifier: str, **columns: object) -> SimpleNamespace:
    dates = {name: PartialDate.parse(columns[name]) for name in ("starts", "ends", "as_of") if columns.get(name)}
    usual = {"source_ids": (SOURCE,), "starts": None, "ends": None}
    return SimpleNamespace(id=identifier, **{**usual, **columns, **dates})


def exercise(identifier: str, **columns: object) -> SimpleNamespace:
    usual = {"name": identifier, "starts": "2010-05-01", "hosts": ("KAZ",), "outcome": "held", "organisation": True}
    return row(identifier, **{**usual, **columns})


def base(identifier: str, **columns: object) -> SimpleNamespace:
    usual = {"name": identifier, "holder_iso_a3": "RUS", "host_iso_a3": "KGZ", "label": "Russian, not CSTO"}
    return row(identifier, **{**usual, **columns})


# On invented records


def test_a_state_of_which_nothing_is_recorded_has_no_parts():
    assert part.taken(atlas(), "KAZ") == ""


def test_exercises_are_counted_by_what_became_of_them():
    drills = (exercise("one"), exercise("two"), exercise("three", outcome="cancelled"))
    told = part.taken(atlas(exercises=drills), "KAZ")
    assert "Exercises hosted: 2 held and 1 called off <small>(3)</small>" in told


def test_an_exercise_on_another_soil_is_not_among_those_hosted():
    assert part.taken(atlas(exercises=(exercise("one"),)), "RUS") == ""


def test_an_exercise_that_is_not_the_organizations_is_said_to_be_none():
    told = part.taken(atlas(exercises=(exercise("x", organisation=False),)), "KAZ")
    assert "Not an exercise of the Organization." in told


def test_a_base_is_told_at_its_host_and_at_its_holder_each_naming_the_other():
    shown = atlas(bases=(base("Kant"),))
    assert re.search(r"Bases on its soil.*Kant.*Russia \(Russian, not CSTO\)", part.taken(shown, "KGZ"))
    assert re.search(r"Bases elsewhere.*Kant.*Kyrgyzstan \(Russian, not CSTO\)", part.taken(shown, "RUS"))


def test_a_crisis_in_which_nobody_asked_is_told_too():
    crisis = row("x", starts="2010", states=("KAZ",), title="Unrest", request="Nobody asked.", outcome="Nothing came.")
    assert "Unrest. Nobody asked. Nothing came." in part.taken(atlas(crises=(crisis,)), "KAZ")


def test_what_follows_from_membership_alone_is_said_to_be_inferred():
    force = row("f", name="Rapid Forces")
    pledged = row("c", force_id="f", iso_a3="KAZ", starts="2001", text="It gave 1.", basis="inferred", persons=4000)
    told = part.taken(atlas(forces=(force,), force_contributors=(pledged,)), "KAZ")
    assert "Rapid Forces" in told and "Inferred from membership." in told and "Persons pledged: 4,000." in told


@pytest.mark.parametrize(
    ("starts", "ends", "said"),
    [
        ("2004", None, "since 2004"),
        ("2004", "2015-12", "2004 to December 2015"),
        (None, "2015-12", "until December 2015"),
        (None, None, ""),
    ],
)
def test_a_period_is_said_as_far_as_it_is_known(starts, ends, said):
    dates = [PartialDate.parse(day) if day else None for day in (starts, ends)]
    assert phrase.period(ATLAS, *dates).striptags() == said


@pytest.mark.parametrize(
    ("starts", "ends", "said"),
    [
        ("2006-08-24", "2006-08-29", "24 August 2006 to 29 August"),
        ("2006-12-30", "2007-01-02", "30 December 2006 to 2 January 2007"),
        ("2010-04", "2010-04-26", "April 2010 to 26 April"),
        ("2010-04-26", "2010-04-26", "26 April 2010"),
        ("2010", "2010", "2010"),
        ("2010-04", None, "April 2010"),
    ],
)
def test_days_do_not_repeat_a_year_already_said(starts, ends, said):
    dates = [PartialDate.parse(day) if day else None for day in (starts, ends)]
    assert phrase.days(ATLAS, *dates).striptags() == said


@pytest.mark.parametrize(
    ("low", "high", "said"), [(None, None, ""), (500, 500, "500 people"), (3000, 5000, "3,000–5,000 people"),
                              (None, 900, "900 people"), (900, None, "900 people")]
)  # fmt: skip
def test_a_strength_is_a_figure_or_a_range(low, high, said):
    assert phrase.people(ATLAS.words, low, high) == said


def test_a_date_before_the_treaty_or_after_the_last_day_is_no_link():
    assert "<a" not in phrase.period(ATLAS, PartialDate.parse("1964"), None)
    assert "<a" not in phrase.days(ATLAS, PartialDate.parse("2031-01"), None)


def test_a_question_on_a_record_of_a_state_is_named_on_its_card():
    asked = row("how_many", question="How many?", reading="Two.", reason="", topic="drill", records=("exercises.one",))
    shown = atlas(exercises=(exercise("one"),), questions=(asked,))
    assert claims.about(shown, "KAZ") == ([], [asked])
    assert claims.about(shown, "RUS") == ([], [])
    assert 'href="?page=disagreements#how_many">How many?</a> Two.' in card.disputed(shown, "KAZ")


def test_several_questions_on_a_record_make_one_mark_with_their_number():
    about = {"reading": "", "reason": "", "topic": "x", "records": ("exercises.one",)}
    asked = (row("a", question="a?", **about), row("b", question="b?", **about))
    mark = cite.cited(atlas(questions=asked), "exercises", exercise("one"))
    assert mark.count("csto-disputed") == 1
    assert "≠ disputed (2)" in mark and "a? b?" in mark


# On the shipped records


@pytest.mark.parametrize(("table", "row", "state"), TOLD)
def test_every_record_of_a_state_is_on_its_card_with_its_sources(table, row, state):
    told = part.taken(ATLAS, state)
    named = getattr(row, "name", None) or getattr(row, "title", None) or row.text
    assert escape(named) in told
    assert cite.cited(ATLAS, table, row) in told


@pytest.mark.parametrize("row", [pytest.param(row, id=row.id) for row in T.data.positions])
def test_every_position_is_under_the_event_that_it_speaks_of(row):
    event = next(event for event in T.data.membership_events if event.id == row.event_id)
    history = card.history(ATLAS, event.iso_a3)
    assert history.index(escape(event.text)) < history.index(escape(row.text))
    assert escape(row.said_by) in history and cite.cited(ATLAS, "positions", row) in history


@pytest.mark.parametrize("state", T.states)
def test_a_count_in_a_title_is_the_number_of_lines_under_it(state):
    for count, content in re.findall(r"<small>\((\d+)\)</small></summary>(.*?)</details>", part.taken(ATLAS, state)):
        assert content.count("<li>") == int(count)


@pytest.mark.parametrize("state", T.states)
def test_every_question_on_a_record_of_a_state_is_on_its_card(state):
    own, others = claims.about(ATLAS, state)
    told = card.disputed(ATLAS, state)
    assert all(escape(question.question) in told for question in own + others)


def test_a_card_does_not_outgrow_a_message():
    # Sent once to a browser; longer than this, it would be felt on a slow line.
    assert max(len(card.story(ATLAS, state).encode()) for state in T.states) < 90_000
