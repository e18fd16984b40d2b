"""What the checker finds in files, cells and keys, each in a small folder of records with one thing broken."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from membership_data import records
from tests.test_check_world import TABLES, problems, replace, write


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path)


# (what is broken, file, old text, new text, the line it is on, what is found there)
BROKEN = [
    ("bad date", "membership_events", "1990-01-01", "1990-02-30", 2, "date is '1990-02-30'"),
    ("bad form of a date", "membership_events", "1993-06,", "June 1993,", 7, "date is 'June 1993'"),
    ("day asked for", "operation_days", "1994-03-01", "1994-03", 2, "date is '1994-03'"),
    ("code ISO does not assign", "membership_events", "e3,BRB", "e3,XKX", 4, "iso_a3 is 'XKX'"),
    ("code in small letters", "membership_events", "e3,BRB", "e3,brb", 4, "iso_a3 is 'brb'"),
    ("code in a list", "operation_sites", "ABW CUB", "ABW SUN", 2, "guarded_by is 'SUN'"),
    ("unknown status", "membership_events", "bound,member,It was bound.,R01,A,\ne3",
     "bound,ally,It was bound.,R01,A,\ne3", 3, "status_after is 'ally'"),
    ("unknown event", "membership_events", "e4,CUB,1991-05-01,bound", "e4,CUB,1991-05-01,tied", 5,
     "event is 'tied'"),
    ("duplicate key", "membership_events", "e2,ABW", "e1,ABW", 3, "the id 'e1' again, first on line 2"),
    ("duplicate order", "statuses", "member,2", "member,1", 3, "the order '1' again, first on line 2"),
    ("unknown source", "membership_events", "It signed.,R01 R02", "It signed.,R01 R99", 2, "'R99'"),
    ("source not cited", "sources", "printer,,,,3", "printer,,,,3\nR03,B,C,,,,", 4,
     "'R03' is used by no row"),
    ("place not used", "places", "5,estimate,\np2", "5,estimate,\np3,X,site,BRB,1,1,5,estimate,\np2", 3,
     "'p3' is used by no row"),
    ("two spaces in a list", "membership_events", "R01 R02", "R01  R02", 2, "source_ids is 'R01  R02'"),
    ("one id twice in a list", "membership_events", "R01 R02", "R01 R01", 2, "source_ids is 'R01 R01'"),
    ("latitude of 91", "places", "12.5", "91", 2, "lat is '91'"),
    ("longitude of -181", "places", "-70", "-181", 2, "lon is '-181'"),
    ("row of no such table", "questions", "deployments.c1", "contingents.c1", 2, "records has 'contingents.c1'"),
    ("row that is not there", "questions", "deployments.c1", "deployments.c9", 2, "records has 'deployments.c9'"),
    ("row without its table", "questions", "deployments.c1", "c1", 2, "records is 'c1 deployment_figures.f1'"),
    ("number in words", "places", "12.5", "north", 2, "lat is 'north'"),
    ("not a number", "places", "12.5", "nan", 2, "lat is 'nan'"),
    ("decimal comma", "places", "12.5", '"12,5"', 2, "lat is '12,5'"),
    ("whole number with a point", "deployments", "100,120", "100.5,120", 2, "strength_low is '100.5'"),
    ("number too long to be one", "deployments", "100,120", f"1,{'9' * 5000}", 2, "strength_high is '999"),
    ("other word for true", "statuses", "Has signed.,true", "Has signed.,TRUE", 2, "counted is 'TRUE'"),
    ("blank where a value belongs", "membership_events", "It signed.", "", 2, "text is blank"),
    ("space at an end", "membership_events", "It signed.", "It signed. ", 2, "text is 'It signed. '"),
    ("grade D", "membership_events", "R01,A,\ne3", "R01,D,\ne3", 3, "grade is 'D'"),
    ("address of another form", "sources", "https://", "ftp://", 2, "url is 'ftp://example.org'"),
    ("too few cells", "membership_events", "R01 R02,A,", "R01 R02,A", 2, "8 cells"),
    ("too many cells", "membership_events", "It signed.", "It, too, signed.", 2, "11 cells"),
    ("blank line", "membership_events", "\ne2", "\n\ne2", 3, "a blank line"),
    ("quotation mark left open", "membership_events", "It observed no more.", '"It observed no more.', 8,
     "a row that cannot be read"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("table", "old", "new", "line", "found"),
    [pytest.param(*case, id=name) for name, *case in BROKEN],
)
def test_one_broken_thing_is_one_problem_on_its_line(folder, table, old, new, line, found):
    replace(folder, f"{table}.csv", old, new)
    (problem,) = problems(folder)
    assert problem.startswith(f"{table}.csv:{line}: ")
    assert found in problem


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("iso_a3,date", "iso,date", "no column iso_a3"),
        ("iso_a3,date", "iso,date", "the column 'iso'"),
        ("grade,note", "grade,note,grade", "the column grade more than once"),
        ("iso_a3,date", "date,iso_a3", "the columns in another order"),
    ],
)
def test_a_header_unlike_the_descriptor_is_a_problem_of_line_1(folder, old, new, found):
    replace(folder, "membership_events.csv", old, new)
    assert any(line.startswith("membership_events.csv:1: ") and found in line for line in problems(folder))


def test_a_missing_file_is_one_problem_though_others_point_into_it(folder):
    (folder / "sources.csv").unlink()
    (problem,) = problems(folder)
    assert problem.startswith("sources.csv:1: the file is missing")


def test_an_empty_file_is_one_problem(folder):
    (folder / "claims.csv").write_bytes(b"")
    (problem,) = problems(folder)
    assert problem.startswith("claims.csv:1: no header")


def test_a_table_that_the_descriptor_does_not_know_is_named(folder):
    (folder / "rumours.csv").write_text("id\n")
    (problem,) = problems(folder)
    assert problem.startswith("rumours.csv:1: a table nothing declares")


@pytest.mark.parametrize(
    ("old", "new", "line", "found"),
    [
        (b"It signed.", b"It sign\xe9d.", 2, "bytes that are not UTF-8"),
        (b"It signed.", b"It\x00signed.", 2, r"the control character '\x00'"),
        (b"\ne3", b"\n\x1be3", 4, r"the control character '\x1b'"),
        (b"It signed.", b"It\rsigned.", 2, r"the control character '\r'"),
        (b"id,iso_a3", b"\xef\xbb\xbfid,iso_a3", 1, "a byte-order mark"),
    ],
)
def test_bytes_that_do_not_belong_in_a_text_are_named_with_their_line(folder, old, new, line, found):
    path = folder / "membership_events.csv"
    path.write_bytes(path.read_bytes().replace(old, new, 1))
    (problem,) = problems(folder)
    assert problem.startswith(f"membership_events.csv:{line}: {found}")


def test_windows_line_ends_are_accepted(folder):
    for path in folder.glob("*.csv"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert problems(folder) == []


def test_a_row_is_on_the_line_where_it_begins(folder):
    replace(folder, "membership_events.csv", "It signed.", '"It\nsigned."')
    replace(folder, "membership_events.csv", "e3,BRB", "e3,XKX")
    (problem,) = problems(folder)
    assert problem.startswith("membership_events.csv:5: iso_a3 is 'XKX'")


def test_five_faults_are_reported_at_once(folder):
    replace(folder, "membership_events.csv", "1990-01-01", "1990-13-01")
    replace(folder, "membership_events.csv", "observed.,R02", "observed.,R77")
    replace(folder, "places.csv", "13.1", "91")
    replace(folder, "claims.csv", "1994,false", "1994,true")
    replace(folder, "operations.csv", "1994-03-09", "1994-02-09")
    lines = [problem.split(": ")[0] for problem in problems(folder)]
    assert lines == [
        "claims.csv:3",
        "membership_events.csv:2",
        "membership_events.csv:7",
        "operations.csv:2",
        "places.csv:3",
    ]


@pytest.mark.parametrize("case", BROKEN, ids=lambda case: case[0])
def test_a_problem_says_what_was_found_what_was_expected_and_what_to_do(folder, case):
    _, table, old, new, _, _ = case
    replace(folder, f"{table}.csv", old, new)
    assert all(re.fullmatch(r"[a-z_]+\.csv:\d+: .+; .+; .+", problem) for problem in problems(folder))


# Any bytes

TEXT = st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace"))
JUNK = st.one_of(st.binary(max_size=200), TEXT)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(name=st.sampled_from(sorted(TABLES)), junk=JUNK, at=st.integers(0, 500))
def test_no_bytes_in_a_table_make_the_check_fail(folder, name, junk, at):
    original = TABLES[name].encode()
    (folder / f"{name}.csv").write_bytes(original[:at] + junk + original[at:])
    found = problems(folder)
    (folder / f"{name}.csv").write_bytes(original)
    assert all("\n" not in problem for problem in found)


# The command


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "membership_data", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=records.FOLDER.parent,
        check=False,
    )


def test_the_command_is_silent_about_records_without_a_problem(folder):
    done = run("check", str(folder))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_the_command_prints_all_problems_and_fails(folder):
    replace(folder, "places.csv", "12.5", "91")
    replace(folder, "claims.csv", "1994,false", "1994,true")
    done = run("check", str(folder))
    assert done.returncode == 1
    assert [line.split(": ")[0] for line in done.stdout.splitlines()] == ["claims.csv:3", "places.csv:2"]
    assert done.stderr == ""


def test_loading_broken_records_raises_with_every_problem(folder):
    replace(folder, "places.csv", "12.5", "91")
    replace(folder, "claims.csv", "1994,false", "1994,true")
    with pytest.raises(records.RecordsError, match="second best claim(.|\n)*lat is '91'") as caught:
        records.load(folder)
    assert len(caught.value.problems) == 2
    assert str(caught.value) == "\n".join(caught.value.problems)
