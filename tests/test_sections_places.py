"""The pages of exercises and of bases: on invented records first, then every shipped one with its sources."""

from __future__ import annotations

import re
from dataclasses import replace
from types import SimpleNamespace

import pytest
from markupsafe import escape

from dashboard import timeline
from dashboard.atlas import Atlas, load
from dashboard.panels import cite, grid
from dashboard.sections import bases, exercises
from dashboard.view import View
from membership_data.dates import PartialDate
from tests.test_card import hostile

ATLAS = load()
T = ATLAS.timeline
SOURCE = T.data.sources[0].id
TABLES = ("exercises", "exercise_series", "bases", "other_deployments")
PAGES = {"exercises": exercises, "bases": bases}
ROWS = [
    pytest.param(table, page, row, id=f"{table}.{row.id}")
    for table, page in (("exercises", exercises), ("bases", bases), ("other_deployments", bases))
    for row in getattr(T.data, table)
]

every_page = pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)


def atlas(**tables: tuple) -> Atlas:
    """The atlas with these exercises, bases and deployments and no others."""
    records = {**T.data.tables, **dict.fromkeys(TABLES, ()), **tables}
    return replace(ATLAS, timeline=timeline.join(replace(T.data, tables=records), ATLAS.shapes.codes))


def row(identifier: str, **columns: object) -> SimpleNamespace:
    usual = dict.fromkeys(("starts", "ends", "agreed_to", "low", "high", "place_id", "note"))
    dates = {name: PartialDate.parse(columns[name]) for name in ("starts", "ends", "agreed_to") if columns.get(name)}
    fixed = {"id": identifier, "name": identifier, "text": f"Text of {identifier}.", "source_ids": (SOURCE,)}
    return SimpleNamespace(**{**usual, **fixed, **columns, **dates})


def exercise(identifier: str, **columns: object) -> SimpleNamespace:
    usual = {"starts": "2010-05-01", "hosts": ("KAZ",), "outcome": "held", "organisation": True, "series_id": None}
    return row(identifier, **{**usual, "participants": None, "absent": None, "place_ids": None, **columns})


def base(identifier: str, **columns: object) -> SimpleNamespace:
    usual = {"holder_iso_a3": "RUS", "host_iso_a3": "KGZ", "kind": "radar", "label": "Russian, not CSTO"}
    return row(identifier, **{**usual, **columns})


def deployment(identifier: str, **columns: object) -> SimpleNamespace:
    usual = {"contributors": ("ARM",), "host": "Syria", "host_iso_a3": "SYR", "mandate": "National.", "starts": "2010"}
    return row(identifier, **{**usual, **columns})


def cell(html: str, host: str, year: int) -> str:
    """The cell of the table of hosts by years."""
    years = re.findall(r'<th scope="col">(?:<a[^>]*>)?(\d{4})', html)
    (line,) = re.findall(rf'<th scope="row">{host}</th>(.*?)</tr>', html)
    return re.findall(r"<td.*?</td>", line)[years.index(str(year))]


# Without records


@every_page
@pytest.mark.parametrize("country", ["", "KAZ"])
def test_an_alliance_without_records_has_one_sentence_a_page(page, country):
    empty = atlas()
    empty = replace(empty, timeline=timeline.join(
        replace(empty.timeline.data, tables={**empty.timeline.data.tables, "deployments": ()}), ATLAS.shapes.codes
    ))  # fmt: skip
    assert page.today(empty, View(2010, country=country)).count("<p>") == 1
    if page is exercises or country == "GEO":
        assert page.whole(empty, country).count("<p>") == 1


# Exercises


def test_an_exercise_called_off_is_marked_and_said_so():
    page = exercises.whole(atlas(exercises=(exercise("Frontier", outcome="cancelled"),)), "")
    assert "is-cancelled" in cell(page, "Kazakhstan", 2010)
    assert 'title="Frontier: called off"' in cell(page, "Kazakhstan", 2010)
    assert "called off after it was announced" in page


def test_an_exercise_of_two_hosts_is_marked_with_both_and_listed_once():
    page = exercises.whole(atlas(exercises=(exercise("Frontier", hosts=("KAZ", "KGZ")),)), "")
    assert "is-held" in cell(page, "Kazakhstan", 2010) and "is-held" in cell(page, "Kyrgyzstan", 2010)
    assert page.count('id="exercises.Frontier"') == 1


def test_the_years_run_from_the_first_exercise_to_the_last_without_a_gap():
    page = exercises.whole(atlas(exercises=(exercise("a", starts="2008"), exercise("b", starts="2012-10"))), "")
    assert re.findall(r'<th scope="col">(?:<a[^>]*>)?(\d{4})', page) == ["2008", "2009", "2010", "2011", "2012"]


def test_an_exercise_that_is_not_the_organizations_has_a_shape_and_words_of_its_own():
    page = exercises.whole(atlas(exercises=(exercise("Drill", organisation=False),)), "")
    assert "is-other" in cell(page, "Kazakhstan", 2010)
    assert "held; not an exercise of the Organization" in page
    assert "held, not the Organization&#39;s" in page


def test_the_key_names_only_the_marks_that_occur():
    assert "called off" not in grid.draw(ATLAS, [exercise("a")], range(2010, 2011))


def test_what_is_still_to_come_is_not_said_to_lack_a_report():
    later = exercise("Frontier", starts=f"{T.last_year + 1}-09", outcome="announced")
    earlier = exercise("Search", outcome="announced")
    shown = atlas()
    assert exercises.became(shown, later) == "announced; still to come when the records were checked"
    assert exercises.became(shown, earlier) == "announced; no report that it was held was found"


@pytest.mark.parametrize(("country", "named"), [("KAZ", True), ("RUS", True), ("ARM", True), ("BLR", False)])
def test_a_country_has_the_exercises_on_its_soil_with_it_and_without_it(country, named):
    shown = atlas(exercises=(exercise("Frontier", participants=("RUS",), absent=("ARM",)),))
    assert ("Frontier" in exercises.whole(shown, country)) == named
    assert ("Frontier" in exercises.today(shown, View(2010, country=country))) == named


def test_today_has_the_exercises_of_the_year_alone():
    shown = atlas(exercises=(exercise("this"), exercise("other", starts="2011")))
    today = exercises.today(shown, View(2010))
    assert "1 exercise in 2010" in today and "this" in today and "other" not in today


# Bases


@pytest.mark.parametrize(
    ("day", "in_place"),
    [("2003-10-22", False), ("2003-10-23", True), ("2014-06-02", True), ("2014-06-03", False)],
)
def test_a_base_is_in_place_from_its_first_day_to_the_day_before_its_end(day, in_place):
    shown = atlas(bases=(base("Kant", starts="2003-10-23", ends="2014-06-03"),))
    today = bases.today(shown, View(int(day[:4]), on=day))
    assert ("Kant" in today) == in_place


def test_a_base_of_unknown_beginning_is_not_said_to_be_in_place():
    today = bases.today(atlas(bases=(base("Koi-Sary"),)), View(2010))
    assert "In place on this day" not in today
    assert "Since when is not known" in today


@pytest.mark.parametrize(
    ("day", "under_way"), [("2019-02-07", False), ("2019-02-08", True), ("2024-11-29", True), ("2024-11-30", False)]
)
def test_a_deployment_is_under_way_to_its_last_day(day, under_way):
    shown = atlas(other_deployments=(deployment("Mission", starts="2019-02-08", ends="2024-11-29"),))
    assert ("Mission" in bases.today(shown, View(int(day[:4]), on=day))) == under_way


def test_the_page_says_first_that_bases_are_not_the_organizations():
    page = bases.whole(atlas(bases=(base("Kant"),)), "")
    assert page.index("None of them is the Organization&#39;s") < page.index("Kant")
    assert "Russian, not CSTO" in page


@pytest.mark.parametrize(("country", "named"), [("RUS", True), ("KGZ", True), ("BLR", False)])
def test_a_country_has_the_bases_on_its_soil_and_those_it_holds(country, named):
    assert ("Kant" in bases.whole(atlas(bases=(base("Kant"),)), country)) == named


# On the shipped records


def test_the_operations_of_the_organization_lead_to_their_days_on_the_map():
    page = bases.whole(ATLAS, "")
    for operation in T.data.operations:
        assert escape(operation.name) in page
        assert "layer=operation" in page


@pytest.mark.parametrize(("table", "page", "row"), ROWS)
def test_every_record_is_on_its_page_with_its_sources_and_a_place_to_link_to(table, page, row):
    whole = page.whole(ATLAS, "")
    assert f'id="{table}.{row.id}"' in whole
    assert escape(row.text) in whole
    assert escape(getattr(row, "note", None) or "") in whole
    assert cite.cited(ATLAS, table, row) in whole


@pytest.mark.parametrize("row", [pytest.param(row, id=row.id) for row in T.data.exercise_series])
def test_every_name_of_exercises_is_explained(row):
    page = exercises.whole(ATLAS, "")
    assert escape(row.text) in page and cite.cited(ATLAS, "exercise_series", row) in page


@pytest.mark.parametrize("row", [pytest.param(row, id=row.id) for row in T.data.exercises])
def test_every_exercise_has_a_mark_with_each_of_its_hosts(row):
    page = exercises.whole(ATLAS, "")
    for host in row.hosts:
        assert f"#exercises.{row.id}" in cell(page, ATLAS.words.state(host), row.starts.last.year)


@pytest.mark.parametrize("year", T.years)
@every_page
def test_every_line_of_a_day_has_a_source(page, year):
    assert all("csto-source" in line for line in re.findall(r"<li>.*?</li>", page.today(ATLAS, View(year))))


@every_page
@pytest.mark.parametrize("country", ["", *T.states])
def test_an_id_stands_on_a_page_once_and_its_links_find_it(page, country):
    whole = page.whole(ATLAS, country)
    ids = re.findall(r'id="([^"]*)"', whole)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="\?page=(?:exercises|bases)#([^"]*)"', whole)) <= set(ids)


# Markup in the records


@every_page
@pytest.mark.parametrize("country", ["", *T.states])
def test_markup_in_a_record_is_shown_and_adds_no_tag(page, country):
    def skeleton(html: str) -> list[str]:
        """Every tag with the names of its attributes."""
        return [re.sub(r'="[^"]*"', "", tag) for tag in re.findall(r"<[^>]*>", html)]

    whole = page.whole(hostile(), country)
    assert "<script" not in whole and "<img" not in whole
    assert sorted(skeleton(whole)) == sorted(skeleton(page.whole(ATLAS, country)))
