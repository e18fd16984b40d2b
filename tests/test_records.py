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
FIELDS = {resource["name"]: resource["schema"]["fields"] for resource in DESCRIPTOR["resources"]}
ARTICLES = ["000", "001", "002", "003", "004"]

# The columns of text that are sentences, the rest being titles, names and labels; these two only in one table.
SENTENCES = {
    *("text", "definition", "note", "meaning", "reading", "reason", "claim", "founding", "tasks", "composition"),
    *("exception", "made_of", "left_out", "crises.event", "crises.request", "crises.answer", "crises.outcome"),
    "other_deployments.mandate",
}


def every(*tables: str) -> list:
    """Every row of the tables named, or of all, as a parameter with a readable id."""
    chosen = tables or tuple(DATA.tables)
    return [pytest.param(row, id=f"{name}-{row.id}") for name in chosen for row in DATA.tables[name]]


def having(column: str) -> list:
    """Every row of the tables with that column."""
    return every(*(name for name, fields in FIELDS.items() if column in [field["name"] for field in fields]))


def texts(row: tuple) -> dict[str, str]:
    """The free text of a row, by column: what is neither a key nor one of a few values."""
    fields = [field for field in FIELDS[type(row).__name__] if field["type"] == "string" and "csto:format" not in field]
    free = [field["name"] for field in fields if not {"enum", "pattern"} & field.get("constraints", {}).keys()]
    return {column: getattr(row, column) for column in free if getattr(row, column) is not None}


def sentences(row: tuple) -> dict[str, str]:
    """Those of the texts of a row that are sentences, by column."""
    table = type(row).__name__
    return {column: text for column, text in texts(row).items() if {column, f"{table}.{column}"} & SENTENCES}


# The folder as a whole


def test_the_shipped_records_have_no_problem():
    assert check.inspect(records.FOLDER).problems == ()


@pytest.mark.parametrize("table", FIELDS)
def test_loading_gives_every_table_as_an_attribute_with_rows(table):
    rows = getattr(DATA, table)
    assert isinstance(rows, tuple)
    assert list(rows[0]._fields) == [field["name"] for field in FIELDS[table]]


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


@pytest.mark.parametrize("row", every())
def test_every_text_is_a_sentence(row):
    for column, text in sentences(row).items():
        if (type(row).__name__, column) == ("places", "note") and row.provenance == "GPPD":
            assert re.fullmatch(r"GEODB\d{7}", text)
            continue
        # What begins with the address of a site is not made to begin with a capital.
        assert text[0].isupper() or text[0].isdigit() or re.match(r"[a-z-]+\.[a-z.]+", text), f"{column}: {text}"
        assert text.endswith("."), f"{column}: {text}"
        assert len(text) <= 350, f"{column}: {text}"


@pytest.mark.parametrize("row", every())
def test_every_title_name_and_label_is_no_sentence(row):
    for column in texts(row).keys() - sentences(row).keys() - {"opening"}:
        assert not texts(row)[column].endswith("."), column


@pytest.mark.parametrize("row", every())
def test_words_have_one_space_between_them(row):
    for text in texts(row).values():
        assert text.split() == text.split(" ")


@pytest.mark.parametrize("table", [name for name in FIELDS if "order" in [field["name"] for field in FIELDS[name]]])
def test_rows_with_an_order_stand_in_it_and_leave_no_number_out(table):
    assert [row.order for row in DATA.tables[table]] == list(range(1, len(DATA.tables[table]) + 1))


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


@pytest.mark.parametrize("row", every("bases", "other_deployments"))
def test_what_is_not_the_organization_s_says_so(row):
    words = row.label if type(row).__name__ == "bases" else row.mandate.removesuffix(".")
    assert words.endswith(("not CSTO", "not the Organization's"))


@pytest.mark.parametrize("article", ARTICLES)
def test_every_paragraph_of_the_articles_is_accounted_for_in_order(article):
    (source,) = [row for row in DATA.sources if row.id == article]
    listed = [row.paragraph for row in DATA.coverage if row.source_id == article]
    assert source.paragraphs
    assert listed == list(range(1, source.paragraphs + 1))


# Words


def said(row: tuple) -> str:
    """The texts and the date of a row, in small letters, but not the title of a source."""
    own = [text for column, text in texts(row).items() if (type(row).__name__, column) != ("sources", "title")]
    words = " ".join([*own, str(getattr(row, "date", ""))]).lower()
    # "described as having left" reports what others say.
    return words.replace("described as having left", "")


# Statements and judgements have a name to them, and the coverage quotes the words that were left out.
OF_OTHERS = {"positions", "theses", "coverage"}
OWN_VOICE = every(*(name for name in FIELDS if name not in OF_OTHERS))
VOCABULARY = every("event_types", "statuses", "stages")
OF_1999 = [
    parameter
    for parameter in every(*(name for name in FIELDS if name not in OF_OTHERS | {"questions", "claims", "statuses"}))
    if "1999" in said(*parameter.values) or getattr(*parameter.values, "event", "") == "lapsed"
]


@pytest.mark.parametrize("row", [*VOCABULARY, *OF_1999])
def test_a_party_that_did_not_renew_is_not_said_to_have_left(row):
    assert not re.search(r"\b(left|leaves?|quits?|withdr[ae]ws?|withdrawn)\b", said(row))


@pytest.mark.parametrize("row", OWN_VOICE)
def test_no_record_speaks_in_loaded_words(row):
    # The names of bodies against terrorism stay, and so does what a document has no "such regime" for.
    words = re.sub(r"anti-terrorist|no such regime", "", said(row))
    assert not re.search(
        r"terrorist|post-soviet space|near abroad|puppet|\bregimes?\b|invoked|intervention|boycott", words
    )


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
