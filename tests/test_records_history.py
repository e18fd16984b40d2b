"""What the shipped records say: who was what on which day, the areas, the operation, the forces, who asked for help."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from membership_data import fold, records

DATA = records.load()
SPELLS = fold.spells(DATA.membership_events)
COUNTED = {row.id for row in DATA.statuses if row.counted}

YEARS = {
    (1992,): "RUS S ARM S BLR - KAZ S KGZ S TJK S UZB S AZE - GEO - AFG - SRB -",
    (1993,): "RUS S ARM S BLR S KAZ S KGZ S TJK S UZB S AZE S GEO S AFG - SRB -",
    range(1994, 1999): "RUS M ARM M BLR M KAZ M KGZ M TJK M UZB M AZE M GEO M AFG - SRB -",
    range(1999, 2006): "RUS M ARM M BLR M KAZ M KGZ M TJK M UZB W AZE W GEO W AFG - SRB -",
    range(2006, 2012): "RUS M ARM M BLR M KAZ M KGZ M TJK M UZB M AZE W GEO W AFG - SRB -",
    (2012,): "RUS M ARM M BLR M KAZ M KGZ M TJK M UZB SUS AZE W GEO W AFG - SRB -",
    range(2013, 2021): "RUS M ARM M BLR M KAZ M KGZ M TJK M UZB SUS AZE W GEO W AFG O SRB O",
    range(2021, 2024): "RUS M ARM M BLR M KAZ M KGZ M TJK M UZB SUS AZE W GEO W AFG - SRB O",
    range(2024, 2027): "RUS M ARM F BLR M KAZ M KGZ M TJK M UZB SUS AZE W GEO W AFG - SRB O",
}
LETTERS = {
    "S": "signatory",
    "M": "member",
    "F": "frozen",
    "SUS": "suspended",
    "W": "former",
    "O": "observer",
    "-": "none",
}


def expected_in(line: str) -> dict[str, str]:
    words = line.split()
    return {state: LETTERS[letter] for state, letter in zip(words[::2], words[1::2], strict=True)}


BY_YEAR = {year: expected_in(line) for years, line in YEARS.items() for year in years}


def statuses(day: str) -> dict[str, str]:
    return fold.statuses_on(DATA.membership_events, date.fromisoformat(day))


def counted_in(day: str) -> set[str]:
    return {state for state, status in statuses(day).items() if status in COUNTED}


def events(state: str, kind: str) -> list:
    return [row for row in DATA.membership_events if (row.iso_a3, row.event) == (state, kind)]


@pytest.mark.parametrize("year", BY_YEAR)
def test_the_year_shows_the_status_of_every_state(year):
    day = fold.day_of(year, DATA.checked_on)
    assert fold.statuses_on(DATA.membership_events, day) == BY_YEAR[year]


@pytest.mark.parametrize(
    ("day", "count"),
    [
        ("1992-05-14", 0),
        ("1992-12-31", 6),
        ("1993-12-31", 9),
        ("1998-12-31", 9),
        ("1999-03-24", 9),
        ("1999-04-20", 6),
        ("2006-08-15", 6),
        ("2006-08-16", 7),
        ("2012-12-01", 7),
        ("2012-12-19", 6),
        ("2024-02-22", 6),
        ("2026-05-17", 6),
    ],
)
def test_the_number_counted_in_on_a_day(day, count):
    assert len(counted_in(day)) == count


def test_uzbekistan_is_suspended_from_19_december_2012_to_this_day():
    last = [spell for spell in SPELLS if spell.iso_a3 == "UZB"][-1]
    assert (last.status, last.start, last.end) == ("suspended", date(2012, 12, 19), None)


def test_armenia_is_counted_though_it_says_that_participation_is_frozen():
    assert statuses("2024-02-21")["ARM"] == "member"
    assert statuses("2024-02-22")["ARM"] == "frozen"
    assert "ARM" in counted_in("2026-05-17")


def test_serbia_and_afghanistan_became_observers_in_2013_on_a_day_not_claimed():
    for state in ("SRB", "AFG"):
        (granted,) = events(state, "observer_granted")
        assert str(granted.date) == "2013"
        assert statuses("2013-12-30")[state] == "none"


def test_the_end_of_the_afghan_status_is_marked_as_inferred():
    (lapsed,) = events("AFG", "observer_lapsed")
    assert (str(lapsed.date), lapsed.grade) == ("2021-08-15", "B")
    assert "inferred" in lapsed.text


def test_the_treaty_was_prolonged_for_six_without_a_change_of_status():
    starts = [row for row in DATA.membership_events if row.event == "prolongation_starts"]
    assert {row.iso_a3 for row in starts} == counted_in("1999-12-31")
    assert {(str(row.date), row.status_after) for row in starts} == {("1999-04-21", None)}


@pytest.mark.parametrize(
    ("day", "stage", "label"),
    [
        ("1992-05-15", "treaty", "Party to the Treaty"),
        ("2002-05-14", "transition", "Party to the Treaty"),
        ("2003-09-17", "transition", "Party to the Treaty"),
        ("2003-09-18", "organisation", "Member"),
    ],
)
def test_a_state_is_called_a_party_until_the_charter_is_in_force(day, stage, label):
    last = [row for row in DATA.stages if row.starts.first <= date.fromisoformat(day)][-1]
    assert (last.id, last.member_label) == (stage, label)


# Areas


def in_areas(day: str) -> Counter[str]:
    asked = date.fromisoformat(day)
    rows = DATA.area_memberships
    return Counter(
        row.iso_a3 for row in rows if row.starts.last <= asked and (row.ends is None or asked < row.ends.first)
    )


@pytest.mark.parametrize("year", range(1994, 2026))
def test_everyone_counted_in_is_in_one_area_and_russia_in_all_three(year):
    day = f"{year}-12-31"
    assert in_areas(day) == {state: 3 if state == "RUS" else 1 for state in counted_in(day)}


def test_russia_is_named_with_the_part_of_it_that_lies_in_the_area():
    parts = {row.part for row in DATA.area_memberships if row.iso_a3 == "RUS"}
    assert parts == {"western part", "southern part", "central part"}


@pytest.mark.parametrize("row", DATA.area_memberships, ids=lambda row: row.id)
def test_an_inferred_area_is_graded_weak_and_says_so(row):
    assert (row.grade == "C") == (row.basis == "inferred") == row.note.startswith("Inferred")


# The operation


def test_five_members_contributed_and_two_did_not_disclose_how_many():
    rows = {row.iso_a3: row for row in DATA.deployments}
    assert {state for state, row in rows.items() if not row.disclosed} == {"RUS", "BLR"}
    assert {state: row.strength_low for state, row in rows.items() if row.disclosed} == {
        "ARM": 100,
        "TJK": 200,
        "KGZ": 150,
    }


def test_no_strength_of_a_deployment_is_one_worked_out():
    worked_out = {row.deployment_id for row in DATA.deployment_figures if row.kind == "derived"}
    disclosed = {row.id for row in DATA.deployments if row.disclosed}
    assert worked_out
    assert not worked_out & disclosed


def test_every_day_from_the_decision_to_the_ceremony_has_a_record():
    days = {str(row.date) for row in DATA.operation_days}
    assert {f"2022-01-{day:02}" for day in range(5, 14)} <= days
    assert (min(days), max(days)) == ("2022-01-02", "2022-01-20")


def test_the_order_to_fire_the_internet_and_the_dead_are_recorded_and_attributed():
    for words, day in (("without warning", "07"), ("Internet", "05"), ("225 dead", "15")):
        (row,) = [row for row in DATA.operation_days if words in row.text]
        assert str(row.date) == f"2022-01-{day}"
        assert row.attributed_to


def test_the_dead_are_given_as_each_source_counts_them():
    claims = [row for row in DATA.claims if row.question_id == "kazakhstan_2022_dead"]
    assert {row.value_low for row in claims} >= {238, 232, 241}
    assert not any(row.best for row in claims)


def test_2030_is_the_best_supported_strength():
    claims = [row for row in DATA.claims if row.question_id == "kazakhstan_2022_strength"]
    assert [row.value_low for row in claims if row.best] == [2030]
    assert {2030, 2500, 3600} <= {row.value_low for row in claims}


# Forces, offices, calls for help


def test_uzbekistan_never_contributed_to_the_rapid_reaction_forces():
    states = {row.iso_a3 for row in DATA.force_contributors if row.force_id == "crrf"}
    assert states == {"ARM", "BLR", "KAZ", "KGZ", "RUS", "TJK"}


def test_the_published_strengths_of_the_rapid_reaction_forces_differ():
    figures = {row.low for row in DATA.force_strengths if row.force_id == "crrf"}
    assert {18000, 20000, 22000} <= figures


def holder(office: str, day: str) -> str:
    """The state of who took the office last by that day, of those not known to have given it up."""
    asked = date.fromisoformat(day)
    rows = [row for row in DATA.office_holders if row.office == office and row.starts.last <= asked]
    return max((row for row in rows if row.ends is None or asked < row.ends.first), key=lambda row: row.starts).iso_a3


@pytest.mark.parametrize(
    ("office", "day", "state"),
    [
        ("chair", "2010-01-01", "RUS"),
        ("chair", "2022-01-06", "ARM"),
        ("chair", "2026-05-17", "RUS"),
        ("secretary_general", "2012-12-19", "RUS"),
        ("secretary_general", "2018-01-01", "ARM"),
        ("secretary_general", "2022-01-06", "BLR"),
        ("secretary_general", "2026-05-17", "KGZ"),
    ],
)
def test_the_state_that_held_the_office_on_a_day(office, day, state):
    assert holder(office, day) == state


def asked(kind: str) -> set[tuple[str, int]]:
    return {(row.states[0], row.starts.first.year) for row in DATA.crises if row.asked == kind}


def test_the_organization_was_asked_for_help_four_times():
    assert asked("council") == {("TJK", 2013), ("TJK", 2021), ("KAZ", 2022), ("ARM", 2022)}


def test_no_request_to_the_organization_is_recorded_for_karabakh_or_kursk():
    assert ("ARM", 2020) in asked("bilateral")
    assert {("ARM", 2023), ("RUS", 2024)} <= asked("none")


def test_the_shares_of_the_budget_of_2024_are_the_whole_of_it():
    shares = {row.iso_a3: row.percent for row in DATA.budget_shares if row.as_of.first.year == 2024}
    assert shares.keys() == counted_in("2024-12-31")
    assert (sum(shares.values()), shares["RUS"]) == (100, 50)


def test_armenia_takes_part_in_no_exercise_of_the_organization_since_it_says_so():
    since = [row for row in DATA.exercises if row.organisation and row.starts.first >= date(2024, 2, 22)]
    assert len(since) >= 5
    assert not [row.id for row in since if "ARM" in (*row.hosts, *(row.participants or ()))]
