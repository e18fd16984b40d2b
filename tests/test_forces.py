"""Forces: what there was on a day, who contributed, and a chart that shows every published strength and adds none."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest

from dashboard.atlas import load
from dashboard.sections import forces, strengths
from dashboard.view import View
from membership_data.dates import PartialDate
from tests.test_sections_records import with_tables

ATLAS = load()
T = ATLAS.timeline
FORCE, SHARE, STRENGTH = T.data.forces[0], T.data.force_contributors[0], T.data.force_strengths[0]


def force(identifier: str, founded: str = "", **more):
    day = PartialDate.parse(founded) if founded else None
    return FORCE._replace(id=identifier, order=1, name=f"The {identifier}", founded=day, area_id=None, **more)


def share(state: str, starts: str, ends: str = "", **more):
    end = PartialDate.parse(ends) if ends else None
    return SHARE._replace(
        id=f"{state}_{starts}", force_id="corps", iso_a3=state, starts=PartialDate.parse(starts), ends=end, **more
    )


def strength(low: int, high: int, as_of: str):
    return STRENGTH._replace(force_id="corps", low=low, high=high, as_of=PartialDate.parse(as_of))


INVENTED = with_tables(
    forces=(force("corps", "2009-06-14"),),
    force_contributors=(share("KAZ", "2009-06-14"), share("UZB", "2009-10", "2012-12-19")),
    force_strengths=(strength(18000, 18000, "2022-12-19"), strength(3500, 4300, "2013")),
    units=(),
)


def said(atlas, day: str, country: str = "") -> str:
    html = forces.today(atlas, View(int(day[:4]), on=day, country=country))
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


# What there was on a day


def test_a_force_is_there_from_the_day_it_was_founded():
    assert "The corps" not in said(INVENTED, "2009-06-13")
    assert "The corps" in said(INVENTED, "2009-06-14")


@pytest.mark.parametrize(
    ("day", "who"),
    [
        ("2009-06-14", "Kazakhstan"),
        ("2009-10-30", "Kazakhstan"),
        ("2009-10-31", "Kazakhstan and Uzbekistan"),
        ("2012-12-18", "Kazakhstan and Uzbekistan"),
        ("2012-12-19", "Kazakhstan"),
    ],
)
def test_a_state_contributes_while_its_row_surely_holds(day, who):
    assert re.search(rf"The corps.*?{who} [RS0]", said(INVENTED, day))
    assert who.endswith("Uzbekistan") == ("Uzbekistan" in said(INVENTED, day))


def test_a_force_without_a_founding_act_is_there_once_a_state_contributes():
    undated = with_tables(forces=(force("corps"),), force_contributors=(share("KAZ", "2018-02-20"),))
    assert said(undated, "2018-02-19") == "No force is recorded for this day."
    assert "Kazakhstan" in said(undated, "2018-02-20")


def test_with_a_country_the_day_speaks_of_that_country_alone():
    assert "Kazakhstan" not in said(INVENTED, "2010-01-01", "UZB")
    assert "no contribution recorded for this day" in said(INVENTED, "2013-01-01", "UZB")


def test_an_exception_and_an_inference_are_said_beside_the_contributor():
    rows = (share("UZB", "2010", exception="It is the exception.", basis="inferred"),)
    html = forces.whole(with_tables(forces=(force("corps"),), force_contributors=rows), "")
    assert "It is the exception. Inferred from membership; no source names the state." in html


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Rapid Forces", "Rapid Forces (RF, Russian SB)"),
        ("Rapid Forces (RF)", "Rapid Forces (RF) (Russian SB)"),
        ("Rapid Forces (RF, Russian SB)", "Rapid Forces (RF, Russian SB)"),
    ],
)
def test_a_force_is_named_in_english_first_with_each_abbreviation_once(name, title):
    row = FORCE._replace(name=name, abbreviation="RF", russian_abbreviation="SB")
    assert forces.title(row, ATLAS.words) == title


@pytest.mark.parametrize("row", [row for row in T.data.units if row.place_id], ids=lambda row: row.id)
def test_a_garrison_is_named_with_how_far_the_point_may_be_off(row):
    place = next(place for place in T.data.places if place.id == row.place_id)
    assert f"{place.name} (within {place.radius_km:g} km)" in forces.whole(ATLAS, "")


@pytest.mark.parametrize("row", [row for row in T.data.forces if row.kind == "regional"], ids=lambda row: row.id)
def test_a_regional_group_says_which_security_area_it_stands_for(row):
    area = next(area for area in T.data.security_areas if area.id == row.area_id)
    html = forces.whole(ATLAS, "")
    assert area.label in html[html.index(f'id="forces.{row.id}"') :]


# The chart


def test_the_chart_has_a_figure_for_every_published_strength():
    shown = strengths.figures(ATLAS, T.data.forces)
    recorded = T.data.force_strengths
    assert sorted((one["low"], one["high"]) for one in shown) == sorted((row.low, row.high) for row in recorded)
    assert all(one["text"] and one["sources"] for one in shown)


def test_a_figure_known_to_the_year_stands_in_the_middle_of_it():
    middle, exact = (one["on"] for one in strengths.figures(INVENTED, INVENTED.timeline.data.forces))
    assert middle == pytest.approx(2013.5, abs=0.01)
    assert exact == pytest.approx(2022.96, abs=0.01)


def drawn(atlas, day: date = date(2012, 12, 31)) -> dict:
    return json.loads(strengths.picture(atlas, atlas.timeline.data.forces, day).to_json())


def test_a_force_is_told_by_shape_as_well_as_by_colour():
    points = [layer for layer in drawn(ATLAS)["layer"] if layer["mark"]["type"] == "point"]
    assert points
    assert all(layer["encoding"]["shape"]["field"] == layer["encoding"]["color"]["field"] for layer in points)


def test_a_range_is_a_line_from_its_lowest_to_its_highest_figure():
    ranges = [layer["encoding"] for layer in drawn(INVENTED)["layer"] if "y2" in layer["encoding"]]
    assert [(one["y"]["field"], one["y2"]["field"]) for one in ranges] == [("low", "high")]


def test_the_day_shown_is_a_rule_with_the_day_in_words():
    values = json.dumps(drawn(INVENTED, date(2012, 12, 31)))
    assert '"day": "31 December 2012"' in values
    assert '"on": 2012.997' in values


def test_what_is_said_on_hover_has_the_text_and_who_says_so():
    for layer in drawn(ATLAS)["layer"][2:]:
        assert [one["field"] for one in layer["encoding"]["tooltip"]] == [
            "force",
            "dated",
            "persons",
            "text",
            "sources",
        ]


def test_the_chart_needs_no_network():
    assert "url" not in json.dumps({**drawn(ATLAS), "$schema": ""})


def test_no_chart_is_drawn_where_no_strength_is_published(monkeypatch):
    written = []
    monkeypatch.setattr(strengths.st, "html", written.append)
    monkeypatch.setattr(strengths.st, "altair_chart", lambda *_, **__: written.append("chart"))
    strengths.draw(with_tables(force_strengths=()), T.data.forces, T.last_day)
    assert not written
    forces.chart(ATLAS, View(2012))
    assert written[-1] == "chart"
