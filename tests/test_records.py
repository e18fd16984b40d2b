"""The shipped records: what they must say, record by record, and the commands that print them."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
from datetime import date

import pytest

from membership_data import check, iso, records
from membership_data.dates import PartialDate
from membership_data.descriptor import NAME
from tests.test_records_history import BY_YEAR

DATA = records.load()
PARTIES_OF_1999 = ["ARM", "AZE", "BLR", "GEO", "KAZ", "KGZ", "RUS", "TJK", "UZB"]
DESCRIPTOR = json.loads((records.FOLDER / NAME).read_text(encoding="utf-8"))


def every(*tables: str) -> list:
    """Every row of the tables named, or of all, as a parameter with a readable id."""
    chosen = tables or tuple(DATA.tables)
    return [pytest.param(row, id=f"{name}-{row.id}") for name in chosen for row in DATA.tables[name]]


def having(column: str) -> list:
    """Every row of the tables with that column."""
    return every(*(name for name, rows in DATA.tables.items() if column in rows[0]._fields))


# The folder as a whole


def test_the_shipped_records_have_no_problem():
    assert check.inspect(records.FOLDER).problems == ()


def test_loading_gives_every_table_as_an_attribute():
    for resource in DESCRIPTOR["resources"]:
        rows = getattr(DATA, resource["name"])
        assert isinstance(rows, tuple)
        assert list(rows[0]._fields) == [field["name"] for field in resource["schema"]["fields"]]


def test_an_unknown_table_is_no_attribute():
    with pytest.raises(AttributeError, match="the records have no table 'rumours'"):
        _ = DATA.rumours


def test_values_have_the_types_of_the_descriptor():
    event = DATA.membership_events[0]
    assert event.date == PartialDate.parse("1992-05-15")
    assert event.source_ids[0] == "000"
    assert (event.note, DATA.statuses[0].order, DATA.statuses[0].counted) == (None, 1, True)
    assert isinstance(DATA.places[0].lat, float)


def test_the_version_the_day_of_the_check_and_the_licence_come_from_the_descriptor():
    assert DATA.version == DESCRIPTOR["version"]
    assert DATA.checked_on == date(2026, 5, 17)
    assert DATA.licence.title == "Creative Commons Attribution 4.0 International"
    assert DATA.licence.url == "https://creativecommons.org/licenses/by/4.0/"


def test_tables_are_plain_utf_8_with_unix_line_ends():
    for path in records.FOLDER.glob("*.csv"):
        assert b"\r" not in path.read_bytes()
        assert path.read_bytes().endswith(b"\n")


def test_every_table_and_column_is_in_the_data_dictionary():
    text = (records.FOLDER / "README.md").read_text(encoding="utf-8")
    sections = dict(re.findall(r"^### `(\w+)`\n(.*?)(?=^##|\Z)", text, flags=re.MULTILINE | re.DOTALL))
    for resource in DESCRIPTOR["resources"]:
        for field in resource["schema"]["fields"]:
            (line,) = re.findall(rf"^\| `{field['name']}` .*$", sections[resource["name"]], flags=re.MULTILINE)
            assert line.endswith(f"| {field['description']} |")


def test_there_are_249_country_codes():
    assert len(iso.ASSIGNED) == 249
    assert {row.iso_a3 for row in DATA.membership_events} <= iso.ASSIGNED
    assert not {"XKX", "CYN", "SUN", "YUG"} & iso.ASSIGNED


# Record by record


@pytest.mark.parametrize("row", having("source_ids"))
def test_every_record_rests_on_sources_that_are_listed(row):
    assert row.source_ids
    assert set(row.source_ids) <= {source.id for source in DATA.sources}


@pytest.mark.parametrize("row", having("grade"))
def test_every_record_is_graded_a_to_c(row):
    assert row.grade in ("A", "B", "C")


@pytest.mark.parametrize(
    "row",
    every("membership_events", "operations", "operation_days", "deployments", "deployment_figures"),
)
def test_every_text_is_a_sentence(row):
    assert row.text[0].isupper() or row.text[0].isdigit()
    assert row.text.endswith(".")
    assert len(row.text) < 300


@pytest.mark.parametrize("row", every("statuses", "stages", "security_areas"))
def test_every_definition_is_a_sentence(row):
    assert row.definition.endswith(".")


@pytest.mark.parametrize("row", every("membership_events"))
def test_a_sign_is_drawn_exactly_for_events_that_change_a_status(row):
    kind = next(kind for kind in DATA.event_types if kind.id == row.event)
    assert (kind.glyph is not None) == (row.status_after is not None)


@pytest.mark.parametrize("row", every("event_types"))
def test_every_template_names_or_counts_the_states(row):
    for template in (row.line_one, row.headline_one):
        assert set(re.findall(r"{(\w+)}", template)) == {"states"}
    for template in (row.line_many, row.headline_many):
        assert set(re.findall(r"{(\w+)}", template)) in ({"states"}, {"count"})


@pytest.mark.parametrize("row", every("places"))
def test_an_estimated_place_is_no_more_exact_than_it_can_be(row):
    if row.provenance == "estimate":
        assert row.radius_km >= 5
        assert all(round(value / 0.05, 6).is_integer() for value in (row.lat, row.lon))


@pytest.mark.parametrize("row", every("questions"))
def test_every_question_has_claims_that_differ(row):
    claims = [claim for claim in DATA.claims if claim.question_id == row.id]
    assert len({claim.claim for claim in claims}) == len(claims) >= 2


# Words


OWN_VOICE = [
    *every("event_types", "statuses", "stages"),
    *(
        pytest.param(row, id=row.id)
        for row in DATA.membership_events
        if row.date.first.year == 1999 or row.event == "lapsed"
    ),
]


@pytest.mark.parametrize("row", OWN_VOICE)
def test_a_party_that_did_not_renew_is_not_said_to_have_left(row):
    words = " ".join(value for value in row if isinstance(value, str)).lower()
    # "described as having left" reports what others say.
    words = words.replace("described as having left", "")
    assert not re.search(r"\b(left|leaves?|quits?|withdr[ae]ws?|withdrawn)\b", words)


@pytest.mark.parametrize("row", every())
def test_no_record_speaks_in_loaded_words(row):
    words = " ".join(value for value in row if isinstance(value, str)).lower()
    assert not re.search(r"terrorist|post-soviet space|near abroad|puppet|regime|invoked", words)


# The commands


def run(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "membership_data", *arguments]
    return subprocess.run(command, capture_output=True, cwd=records.FOLDER.parent, check=False)


def rows_of(output: bytes) -> list[list[str]]:
    assert b"\r" not in output
    return list(csv.reader(io.StringIO(output.decode())))


def test_check_is_silent():
    done = run("check")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_the_panel_has_every_year_and_every_state_that_ever_had_a_status():
    header, *rows = rows_of(run("panel").stdout)
    assert header == ["year", "iso_a3", "status"]
    printed = {(int(year), state): status for year, state, status in rows}
    assert len(rows) == len(printed)
    assert printed == {(year, state): status for year, row in BY_YEAR.items() for state, status in row.items()}


def test_status_on_a_day_leaves_out_states_of_no_status():
    header, *rows = rows_of(run("status", "--on", "1999-03-24").stdout)
    assert header == ["iso_a3", "status"]
    assert rows == [[state, "member"] for state in PARTIES_OF_1999]


def test_status_before_the_treaty_is_an_empty_table():
    assert run("status", "--on", "1992-05-14").stdout == b"iso_a3,status\n"


@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("yesterday", "not a day of the calendar"),
        ("2012-02-30", "not a day of the calendar"),
        ("2012-12", "not one day"),
        ("2026-05-18", "later than 2026-05-17"),
    ],
)
def test_a_bad_day_is_one_line_and_exit_2(day, said):
    done = run("status", "--on", day)
    assert (done.returncode, done.stdout) == (2, b"")
    (line,) = done.stderr.decode().splitlines()
    assert said in line


@pytest.mark.parametrize("arguments", [[], ["check"], ["panel"], ["status"]])
def test_every_command_has_help(arguments):
    done = run(*arguments, "--help")
    assert done.returncode == 0
    assert done.stdout.startswith(b"usage: python -m membership_data")
