"""Words of a language: dates as exact as recorded, lists, counts, and names of states."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard import names
from dashboard.words import LOCALES, Words, words
from membership_data import iso, records

EN = words()
STATES = sorted({row.iso_a3 for row in records.load().membership_events})


# Dates


@pytest.mark.parametrize(
    ("recorded", "said"),
    [("1999", "1999"), ("1999-04", "April 1999"), ("1999-04-20", "20 April 1999"), ("2022-01-06", "6 January 2022")],
)
def test_a_date_is_said_as_exactly_as_it_is_recorded(recorded, said):
    assert EN.dated(recorded) == said


def test_where_the_year_is_said_already_a_day_goes_without_it():
    assert EN.day(date(1999, 4, 20)) == "20 April 1999"
    assert EN.within_year("1999-04-20") == "20 April"
    assert EN.within_year("1999-04") == "April"
    assert EN.within_year("1999") == ""


# Lists and counts


@pytest.mark.parametrize(
    ("items", "said"),
    [
        ([], ""),
        (["Armenia"], "Armenia"),
        (["Armenia", "Belarus"], "Armenia and Belarus"),
        (["Armenia", "Belarus", "Georgia"], "Armenia, Belarus and Georgia"),
    ],
)
def test_names_are_listed_as_in_a_sentence(items, said):
    assert EN.listed(items) == said


@pytest.mark.parametrize(("number", "said"), [(0, "0 members"), (1, "1 member"), (2, "2 members"), (11, "11 members")])
def test_a_count_takes_the_form_that_fits_it(number, said):
    assert EN.count("{count} member", "{count} members", number) == said


def test_placeholders_are_filled_and_braces_in_a_value_are_left_alone():
    assert EN.text("{text} ({source})", text="Said {so}", source="TASS") == "Said {so} (TASS)"


TEXTS = st.text(st.one_of(st.sampled_from("{}%\\0ab"), st.characters()), max_size=30)


@given(TEXTS, st.dictionaries(st.sampled_from(["a", "b", "count"]), TEXTS))
def test_whatever_a_template_and_its_values_hold_values_come_out_as_they_went_in(message, values):
    assert EN.text(message) == message
    assert EN.text("{a}", a=message) == EN.count("{a}", "{a}", 2, a=message) == message
    assert EN.text("".join(f"{{{name}}}" for name in values), **values) == "".join(values.values())
    assert isinstance(EN.text(message, **values), str)


def test_a_message_without_values_is_said_as_it_stands():
    assert EN.text("100 % {of} it") == "100 % {of} it"


def test_a_language_is_loaded_once():
    assert words("en") is words("en")


@pytest.mark.parametrize("language", LOCALES)
def test_every_language_offered_can_be_loaded(language):
    assert Words(language).day(date(1999, 4, 20))


def test_a_language_that_is_not_offered_is_refused():
    with pytest.raises(KeyError, match="tlh"):
        Words("tlh")


# Names of states


@pytest.mark.parametrize(
    ("code", "name"),
    [("KGZ", "Kyrgyzstan"), ("BLR", "Belarus"), ("RUS", "Russia"), ("SRB", "Serbia"), ("TUR", "Türkiye")],
)
def test_a_state_is_called_by_its_english_name(code, name):
    assert EN.state(code) == name


def test_no_two_states_with_records_share_a_name():
    assert len({EN.state(code) for code in STATES}) == len(STATES) == 11


@pytest.mark.parametrize(
    ("language", "code", "name"),
    [("ru", "KGZ", "Кыргызстан"), ("ru", "BLR", "Беларусь"), ("en", "XKX", "Kosovo"), ("ru", "XKX", "Косово")],
)
def test_the_few_names_that_cldr_lacks_or_words_otherwise_are_our_own(language, code, name):
    assert names.country(code, language) == name


def test_an_override_holds_in_its_own_language_alone():
    assert names.country("KGZ", "en") == "Kyrgyzstan"


def test_every_code_that_iso_assigns_has_a_name():
    assert all(names.country(code) and names.country(code, "ru") for code in iso.ASSIGNED)


@pytest.mark.parametrize("code", ["KAS", "CYN", "kaz", "Q"])
def test_a_code_without_a_name_is_an_error_that_names_it(code):
    with pytest.raises(KeyError, match=f"{code}: no country name in CLDR for this code; expected ISO 3166-1 alpha-3"):
        EN.state(code)
