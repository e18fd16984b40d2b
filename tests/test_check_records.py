"""Which records carry what the articles say: every paragraph once, and none that the article does not have."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.test_check_world import problems, put, replace, write


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write(tmp_path)


# (what is broken, table, line, the cells put there, the line of the problem, what is found there)
BROKEN = [
    ("paragraph of which nothing is said", "coverage", 2, {"left_out": ""}, "coverage.csv:2",
     "records and left_out are blank"),
    ("paragraph of a source without a count", "coverage", 2, {"source_id": "R01"}, "coverage.csv:2",
     "source_id is R01; a source whose paragraphs are counted"),
    ("paragraph beyond the last", "coverage", 4, {"paragraph": "4"}, "coverage.csv:4",
     "paragraph is 4; 1 to 3, the paragraphs of R02"),
    ("paragraph before the first", "coverage", 2, {"paragraph": "0"}, "coverage.csv:2", "paragraph is '0'; 1 or more"),
    ("paragraph twice", "coverage", 4, {"paragraph": "2"}, "coverage.csv:4",
     "the source_id 'R02' and the paragraph '2' again, first on line 3"),
    ("paragraphs not listed", "sources", 3, {"paragraphs": "5"}, "sources.csv:3",
     "paragraph 4, 5 of R02 in no row of coverage.csv"),
    ("record that is not there", "coverage", 3, {"records": "bodies.court"}, "coverage.csv:3",
     "records has 'bodies.court'; a id of bodies.csv"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("table", "line", "cells", "where", "found"), [pytest.param(*case, id=name) for name, *case in BROKEN]
)
def test_a_broken_row_of_the_coverage_is_found_on_its_line(folder, table, line, cells, where, found):
    put(folder, table, line, **cells)
    assert any(problem.startswith(f"{where}: {found}") for problem in problems(folder))


def test_a_paragraph_no_longer_listed_is_missed_on_the_line_of_its_source(folder):
    replace(folder, "coverage.csv", "cv1,R02,1,A paper,,The title.\n", "")
    (problem,) = problems(folder)
    assert problem.startswith("sources.csv:3: paragraph 1 of R02 in no row of coverage.csv; ")


def test_an_empty_coverage_misses_every_paragraph(folder):
    header = (folder / "coverage.csv").read_text(encoding="utf-8").splitlines()[0]
    (folder / "coverage.csv").write_text(f"{header}\n", encoding="utf-8")
    (problem,) = problems(folder)
    assert problem.startswith("sources.csv:3: paragraph 1, 2, 3 of R02 in no row")


# What a broken row hides


@pytest.mark.parametrize("cells", [{"paragraph": "one"}, {"source_id": ""}, {"left_out": " The title."}])
def test_a_broken_row_may_be_the_one_that_is_missing(folder, cells):
    put(folder, "coverage", 2, **cells)
    (problem,) = problems(folder)
    assert problem.startswith("coverage.csv:2: ")


def test_a_torn_coverage_misses_no_paragraph(folder):
    replace(folder, "coverage.csv", "The weather.", '"The weather.')
    (problem,) = problems(folder)
    assert problem.startswith("coverage.csv:4: a row that cannot be read")


def test_a_broken_count_of_paragraphs_is_the_only_problem(folder):
    put(folder, "sources", 3, paragraphs="three")
    (problem,) = problems(folder)
    assert problem.startswith("sources.csv:3: paragraphs is 'three'")
