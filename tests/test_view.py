"""A view and its address: what is written is read back, defaults stay out, nonsense is answered in words."""

from __future__ import annotations

from datetime import date
from urllib.parse import parse_qsl, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard import shapes, timeline, view
from dashboard.view import LAYERS, View
from dashboard.words import words
from membership_data import records

EN = words()
SHIPPED = timeline.join(records.load(), shapes.load().codes)
DEFAULT = view.default(SHIPPED)
OPERATION_DAYS = st.dates(date(2022, 1, 2), date(2022, 1, 20)).map(date.isoformat)


def read(**given: object) -> tuple[View, tuple[str, ...]]:
    return view.read(given, SHIPPED, EN)


@st.composite
def views(draw: st.DrawFn) -> View:
    """Any view that can be on screen. Only the operation has a day; an exact day is never a year's last."""
    around = {
        "country": draw(st.sampled_from(["", *SHIPPED.states])),
        "layer": draw(st.sampled_from(LAYERS)),
        "present": draw(st.sampled_from(["", "1"])),
        "controls": draw(st.sampled_from(["", "none"])),
        "theme": draw(st.sampled_from(["", "light", "dark"])),
    }
    if around["layer"] == "operation":
        return View(2022, day=draw(OPERATION_DAYS), **around)
    around["compare"] = draw(st.sampled_from(["", "1992", "2026", "1999-03-24", "2012-12-30"]))
    day = draw(st.one_of(st.none(), st.dates(SHIPPED.first_day, SHIPPED.last_day)))
    if day is None or day == SHIPPED.day_of(day.year):
        return View(draw(st.sampled_from(SHIPPED.years)), day=DEFAULT.day, **around)
    return View(day.year, day.isoformat(), DEFAULT.day, **around)


# The address


@given(views())
def test_what_is_written_is_read_back_without_a_notice(shown):
    query = urlencode(view.write(shown, SHIPPED))
    assert view.read(dict(parse_qsl(query)), SHIPPED, EN) == (shown, ())


@given(views())
def test_what_the_browser_knows_of_a_view_is_understood(shown):
    assert read(**shown.as_dict(), labels=True) == (shown, ())


def test_without_a_wish_the_last_year_is_shown():
    assert read() == (DEFAULT, ())
    assert View(2026, day="2022-01-06", layer="membership") == DEFAULT
    assert DEFAULT.shown(SHIPPED) == SHIPPED.last_day


@pytest.mark.parametrize(
    ("shown", "address"),
    [
        (DEFAULT, {}),
        (View(2026, day="2022-01-06", layer="areas"), {"layer": "areas"}),
        (View(2012, day="2022-01-06", country="UZB"), {"year": "2012", "country": "UZB"}),
        (View(1999, on="1999-03-24", day="2022-01-06"), {"on": "1999-03-24"}),
        (View(2022, day="2022-01-06", layer="operation"), {"layer": "operation"}),
        (View(2022, day="2022-01-09", layer="operation"), {"day": "2022-01-09", "layer": "operation"}),
        (View(2026, day="2022-01-06", compare="1999"), {"compare": "1999"}),
        (View(1999, day="2022-01-06", compare="2026"), {"year": "1999", "compare": "2026"}),
        (View(1999, day="2022-01-06", present="1"), {"year": "1999", "present": "1"}),
        (View(2026, day="2022-01-06", controls="none"), {"controls": "none"}),
        (View(2026, day="2022-01-06", theme="dark"), {"theme": "dark"}),
    ],
)
def test_only_what_differs_from_the_usual_is_written(shown, address):
    assert view.write(shown, SHIPPED) == address


def test_an_exact_day_brings_its_year():
    assert read(year="2012", on="1999-03-24")[0] == View(1999, on="1999-03-24", day=DEFAULT.day)


@pytest.mark.parametrize(("on", "year"), [("2012-12-31", 2012), ("2026-05-17", 2026)])
def test_the_day_that_stands_for_its_year_is_the_year(on, year):
    assert read(on=on)[0] == View(year, day=DEFAULT.day)


def test_the_operation_is_in_its_own_year_whatever_else_is_asked_for():
    shown, notices = read(year="1999", on="1999-03-24", layer="operation", day="2022-01-09")
    assert (shown, notices) == (View(2022, day="2022-01-09", layer="operation"), ())
    assert shown.shown(SHIPPED) == date(2022, 1, 9)


@pytest.mark.parametrize(
    ("asked", "kept", "day"),
    [
        ("1999", "1999", date(1999, 12, 31)),
        ("2026", "2026", date(2026, 5, 17)),
        ("1999-03-24", "1999-03-24", date(1999, 3, 24)),
        ("1999-12-31", "1999", date(1999, 12, 31)),
        ("2026-05-17", "2026", date(2026, 5, 17)),
    ],
)
def test_what_is_shown_beside_is_a_year_or_a_day(asked, kept, day):
    shown, notices = read(year="2012", compare=asked)
    assert (shown, notices) == (View(2012, day=DEFAULT.day, compare=kept), ())
    assert shown.compared(SHIPPED) == day
    assert shown.shown(SHIPPED) == date(2012, 12, 31)


def test_nothing_is_shown_beside_unless_it_is_asked_for():
    assert DEFAULT.compared(SHIPPED) is None


@pytest.mark.parametrize(
    ("shown", "other"),
    [
        (View(2026, day="2022-01-06", compare="1999"), View(1999, day="2022-01-06", compare="2026")),
        (View(2026, day="2022-01-06", compare="1999-03-24"), View(1999, "1999-03-24", "2022-01-06", compare="2026")),
        (DEFAULT, DEFAULT),
    ],
)
def test_the_two_days_can_be_swapped_and_swapped_back(shown, other):
    assert shown.swapped(SHIPPED) == other
    assert other.swapped(SHIPPED) == shown


def test_an_operation_is_compared_with_nothing():
    shown, notices = read(layer="operation", compare="1999")
    assert (shown, notices) == (View(2022, day="2022-01-06", layer="operation"), ())
    assert View(2022, day="2022-01-06", layer="operation", compare="1999").compared(SHIPPED) is None


def test_a_country_may_be_written_in_small_letters():
    assert read(country="kaz")[0].country == "KAZ"


# Bad values

BAD = [
    *(("year", value) for value in ("1066", "1991", "2027", "99", "1999.0", "-1999", "١٩٩٩", "²", "9" * 70, "moon")),
    *(("on", value) for value in ("1999-02-30", "1999-3-24", "19990324", "1999-W12-3", "1992-05-14", "2026-05-18")),
    *(("day", value) for value in ("2022-01-01", "2022-01-21", "2022-1-9", "2022-01-09T00:00", "9")),
    *(("country", value) for value in ("XYZ", "KZ", "Kazakhstan", "XKX", "<script>alert(1)</script>")),
    *(("layer", value) for value in ("moon", "Membership", "areas ", "__class__")),
    *(("compare", value) for value in ("1066", "2027", "1999-02-30", "1992-05-14", "2026-05-18", "1999 2012", "²")),
    *(("present", value) for value in ("0", "yes", "11")),
    *(("controls", value) for value in ("all", "NONE", "0")),
    *(("theme", value) for value in ("black", "Dark", "auto")),
]


@pytest.mark.parametrize(("field", "value"), BAD)
def test_a_bad_value_gives_one_notice_and_the_usual_view(field, value):
    shown, notices = read(**{field: value})
    assert shown == DEFAULT
    (notice,) = notices
    assert notice.startswith(f"The link's {field} “{value}” is not understood; expected ")


def test_every_bad_value_has_a_notice_of_its_own_and_good_ones_are_kept():
    shown, notices = read(year="1999", country="XYZ", layer="moon")
    assert shown == View(1999, day=DEFAULT.day)
    assert [notice.split(" “")[0] for notice in notices] == ["The link's country", "The link's layer"]


def test_a_notice_says_what_would_be_understood():
    (notice,) = read(year="1066")[1]
    assert "expected a year from 1992 to 2026" in notice
    (notice,) = read(country="XYZ")[1]
    assert "AFG ARM AZE BLR GEO KAZ KGZ RUS SRB TJK UZB" in notice


def test_a_notice_repeats_no_more_than_a_line_of_nonsense():
    (notice,) = read(country="A" * 10_000)[1]
    assert f"“{'A' * 80}”" in notice
    assert len(notice) < 300


def test_blank_values_and_fields_that_are_not_ours_say_nothing():
    assert read(year="", on="", embed="true", show="all") == (DEFAULT, ())


JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text()),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.text(), inner, max_size=3)),
    max_leaves=5,
)
DIGITS = st.text("0123456789-²٣ /T:W", max_size=12)


@given(st.dictionaries(st.sampled_from(view.FIELDS), st.one_of(st.text(), DIGITS, JSON)))
def test_whatever_is_asked_for_a_view_that_exists_is_shown(asked):
    shown, notices = view.read(asked, SHIPPED, EN)
    assert len(notices) <= len(asked)
    assert shown.year in SHIPPED.years
    assert shown.layer in LAYERS
    assert shown.country in ("", *SHIPPED.states)
    assert SHIPPED.first_day <= shown.shown(SHIPPED) <= SHIPPED.last_day
    assert shown.shown(SHIPPED).year == shown.year
    beside = shown.compared(SHIPPED)
    assert beside is None or SHIPPED.first_day <= beside <= SHIPPED.last_day
