"""Russian: plural forms, dates in and out of sentences, numbers, names, and what is said where a translation lacks."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard import names, scene
from dashboard.words import Words, languages, words
from membership_data import records
from tests import pages

RU, EN = words("ru"), words("en")
STATES = sorted({row.iso_a3 for row in records.load().membership_events})


# Counts


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (1, "1 член"), (2, "2 члена"), (4, "4 члена"), (5, "5 членов"), (11, "11 членов"), (12, "12 членов"),
        (21, "21 член"), (22, "22 члена"), (25, "25 членов"), (0, "0 членов"), (111, "111 членов"),
    ],
)  # fmt: skip
def test_a_count_takes_the_form_that_fits_it(number, said):
    assert RU.count("{count} member", "{count} members", number) == said


@pytest.mark.parametrize(
    ("number", "said"),
    [(1, "Армения подписывает Устав"), (2, "2 государства подписывают Устав"), (5, "5 государств подписывают Устав")],
)
def test_the_templates_of_events_have_forms_too(number, said):
    assert RU.count("{states} signs the Charter", "{count} sign the Charter", number, states="Армения") == said


# Dates


@pytest.mark.parametrize(
    ("recorded", "alone", "inside"),
    [
        ("1999", "1999", "1999 года"),
        ("1999-04", "апрель 1999", "апреля 1999 года"),
        ("1999-04-20", "20 апреля 1999", "20 апреля 1999 года"),
    ],
)
def test_a_date_stands_otherwise_in_a_sentence_than_by_itself(recorded, alone, inside):
    assert RU.dated(recorded) == alone
    assert RU.dated(recorded, inside=True) == inside
    assert EN.dated(recorded) == EN.dated(recorded, inside=True)


def test_where_the_year_is_said_already_a_day_goes_without_it():
    assert RU.day(date(2012, 12, 19)) == "19 декабря 2012 года"
    assert RU.within_year("2012-12-19") == "19 декабря"
    assert RU.within_year("2012-12") == "декабрь"
    assert RU.within_year("2012") == ""


@pytest.mark.parametrize(
    ("recorded", "said"),
    [("2012-12-19", "19 декабря нечто"), ("2012-12", "декабрь: нечто"), ("2012", "нечто")],
)
def test_what_happened_follows_its_day(recorded, said):
    assert RU.happened("нечто", recorded) == said


@pytest.mark.parametrize(
    ("year", "said"),
    [
        (1999, "20 апреля Азербайджан, Грузия и Узбекистан не продлевают Договор. 6 участников Договора."),
        (2012, "19 декабря приостановлено членство государства: Узбекистан. 6 членов."),
        (2024, "22 февраля Армения заявляет, что участие заморожено. 6 членов, из них 1 не участвует."),
        (2025, "Статусы не менялись. 6 членов, из них 1 не участвует."),
    ],
)
def test_the_headline_of_a_year_is_a_russian_sentence(year, said):
    assert scene.headline(pages.in_words(RU).timeline, year, RU) == said


# Numbers, lists and names


def test_numbers_and_lists_are_written_as_in_the_language():
    assert (EN.number(3600), RU.number(3600)) == ("3,600", "3\N{NO-BREAK SPACE}600")
    assert (EN.number(0.5), RU.number(0.5)) == ("0.5", "0,5")
    assert RU.listed(["Армения", "Беларусь", "Грузия"]) == "Армения, Беларусь и Грузия"


def test_no_two_states_with_records_share_a_russian_name():
    assert len({RU.state(code) for code in STATES}) == len(STATES)


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("pl", "Kirgistan"), ("kk", "Қырғызстан"), ("hy", "Ղրղզստան"), ("be", "Кыргызстан"), ("ky", "Кыргызстан"),
        ("tg", "Қирғизистон"),
    ],
)  # fmt: skip
def test_states_have_names_in_languages_that_are_not_offered_yet(language, name):
    assert names.country("KGZ", language) == name
    assert all(names.country(code, language) for code in STATES)
    assert language not in languages()


def test_every_language_calls_itself_by_its_own_name():
    assert languages() == {"en": "English", "ru": "Русский"}


# What is not translated


def test_what_has_no_translation_is_said_in_english_and_marked():
    assert RU.text("A record of tomorrow.") == "A record of tomorrow. (англ.)"
    assert RU.text("A record of {day}.", day="завтра") == "A record of завтра. (англ.)"
    assert RU.count("{count} goose", "{count} geese", 3) == "3 geese (англ.)"


@pytest.mark.parametrize("text", ["", "19", "≠", "{start} – {end}"])
def test_what_has_no_words_is_the_same_in_every_language(text):
    assert RU.text(text) == text


def test_english_is_the_language_of_the_source_and_marks_nothing():
    assert EN.text("A record of tomorrow.") == "A record of tomorrow."


def test_a_message_of_the_page_and_one_of_the_records_are_both_found():
    assert RU.text("Find a country") == "Найти страну"
    assert Words("ru").text("Membership suspended; not counted") == "Членство приостановлено; не учитывается"
    assert RU.text("Member; says participation is frozen") == "Член; заявляет о заморозке участия"
