"""Dates that keep their precision."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from membership_data.dates import PartialDate


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2012", date(2012, 1, 1), date(2012, 12, 31)),
        ("2012-02", date(2012, 2, 1), date(2012, 2, 29)),
        ("2013-02", date(2013, 2, 1), date(2013, 2, 28)),
        ("2012-06-28", date(2012, 6, 28), date(2012, 6, 28)),
    ],
)
def test_a_date_spans_the_days_its_precision_allows(text, first, last):
    assert (PartialDate.parse(text).first, PartialDate.parse(text).last) == (first, last)


@pytest.mark.parametrize("text", ["2012", "2012-06", "2012-06-28"])
def test_a_date_is_shown_as_it_was_written(text):
    assert str(PartialDate.parse(text)) == text


@pytest.mark.parametrize("text", ["", "12", "2012-6", "2012-06-28T00:00", "2012/06/28", "2012\n", "٢٠١٢"])
def test_another_form_is_not_a_date(text):
    with pytest.raises(ValueError, match="write YYYY, YYYY-MM or YYYY-MM-DD"):
        PartialDate.parse(text)


@pytest.mark.parametrize("text", ["2012-13", "2012-00", "2013-02-29", "0000"])
def test_a_day_outside_the_calendar_is_not_a_date(text):
    with pytest.raises(ValueError, match="not a date of the calendar"):
        PartialDate.parse(text)


def test_dates_sort_by_the_day_on_which_they_have_surely_come():
    dates = [PartialDate.parse(text) for text in ("2012", "2012-06-30", "2012-06", "2011-12-31")]
    assert [str(day) for day in sorted(dates)] == ["2011-12-31", "2012-06", "2012-06-30", "2012"]


@given(st.dates())
def test_every_day_of_the_calendar_is_read_back(day):
    assert PartialDate.parse(day.isoformat()) == PartialDate(last=day, first=day, text=day.isoformat())
