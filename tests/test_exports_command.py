"""`python -m dashboard.exports`: what is asked for is written whole, and what is not understood is one clear line."""

from __future__ import annotations

import json
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from dashboard import atlas
from dashboard.exports import __main__ as command
from dashboard.exports import order, panel
from dashboard.timeline import JoinError

ATLAS = atlas.load()


def run(*arguments: str) -> int:
    """The exit code of a call in this process."""
    try:
        return command.main(arguments)
    except SystemExit as end:
        return end.code


# What is written


@pytest.mark.parametrize(
    ("kind", "start"),
    [
        ("png", b"\x89PNG"), ("svg", b"<svg "), ("pdf", b"%PDF"), ("pptx", b"PK"), ("geojson", b'{"type"'),
        ("csv", b"year"),
    ],  # fmt: skip
)
def test_a_kind_is_written_in_its_format(kind, start, tmp_path):
    out = tmp_path / f"made.{kind}"
    view = [] if kind == "csv" else ["--year", "1999"]
    assert run(kind, *view, "--out", str(out)) == 0
    assert out.read_bytes().startswith(start)
    assert list(tmp_path.iterdir()) == [out]


def test_the_panel_is_the_one_of_the_records(tmp_path):
    assert run("csv", "--out", str(tmp_path / "panel.csv")) == 0
    assert (tmp_path / "panel.csv").read_bytes() == panel.build(ATLAS.timeline.data)


def test_an_exact_day_is_shown_as_it_was_on_that_day(tmp_path):
    assert run("geojson", "--on", "1999-03-24", "--out", str(tmp_path / "day.geojson")) == 0
    found = json.loads((tmp_path / "day.geojson").read_text(encoding="utf-8"))
    statuses = {feature["id"]: feature["properties"]["status"] for feature in found["features"]}
    assert (found["day"], statuses["UZB"]) == ("1999-03-24", "member")


def test_the_module_runs_from_the_shell(tmp_path):
    out = tmp_path / "panel.csv"
    call = [sys.executable, "-m", "dashboard.exports", "csv", "--out", str(out)]
    done = subprocess.run(call, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert out.is_file()


def test_the_help_names_every_kind_and_every_field(capsys):
    assert run("--help") == 0
    said = capsys.readouterr().out
    assert all(kind in said for kind in order.KINDS)
    assert all(f"--{field}" in said for field in (*order.SHOWN, "years", "theme", "language", "size", "link", "force"))


# What is not understood


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ("png --year 1800", "year “1800” is not understood; expected a year from 1992 to 2026."),
        ("png --year ١٩٩٩", "year “١٩٩٩” is not understood"),
        ("png --on 1999-02-30", "on “1999-02-30” is not understood"),
        ("png --on 2030-01-01", "on “2030-01-01” is not understood"),
        ("png --layer oceans", "expected one of membership areas operation."),
        ("png --country FRA", "country “FRA” is not understood"),
        ("png --country ../../x", "country “../../x” is not understood"),
        ("png --layer operation --day 2021-01-01", "day “2021-01-01” is not understood"),
        ("png --day 2022-01-09", "expected the layer operation beside it."),
        ("png --theme blue", "theme “blue” is not understood; expected one of light dark."),
        ("png --language xx", "language “xx” is not understood; expected one of en"),
        ("png --size 10x10", "expected width and height in pixels, as 1920x1080, each from 320 to 3840."),
        ("png --size 1920", "size “1920” is not understood"),
        ("html --link javascript:alert(1)", "expected an address that begins with https:// or http://."),
        ("png --years 1992-2026", "expected one year or day for this kind: png."),
        ("pptx --years 2010-1990", "years “2010-1990” is not understood"),
        ("pptx --years 1990-1999", "expected “stops”, or years from first to last within 1992-2026."),
        ("pptx --years stops --year 1999", "expected either years or one view, not both."),
        ("gif --year 1999", "expected years alone for this kind: gif."),
        ("csv --year 1999", "expected years alone for this kind: csv."),
        ("zip", "invalid choice: 'zip'"),
        ("png --colour red", "unrecognized arguments: --colour red"),
    ],
)
def test_what_is_not_understood_is_one_line_and_nothing_is_written(arguments, said, tmp_path, capsys):
    assert run(*arguments.split(), "--out", str(tmp_path / "made")) == 2
    printed = capsys.readouterr()
    assert said in printed.err
    assert printed.err.count("\n") == 1
    assert (printed.out, list(tmp_path.iterdir())) == ("", [])


def test_a_hand_out_says_which_endings_it_can_have(tmp_path, capsys):
    assert run("grid", "--out", str(tmp_path / "grid.doc")) == 2
    assert "expected a file that ends in one of .png .svg .pdf .pptx." in capsys.readouterr().err


# Where it is written


def test_a_file_that_is_there_is_replaced_only_when_that_is_asked_for(tmp_path, capsys):
    out = tmp_path / "panel.csv"
    out.write_text("mine", encoding="utf-8")
    assert run("csv", "--out", str(out)) == 2
    assert f"{out} is there already; name another file, or replace it with --force" in capsys.readouterr().err
    assert out.read_text(encoding="utf-8") == "mine"
    assert run("csv", "--out", str(out), "--force") == 0
    assert out.read_text(encoding="utf-8").startswith("year,")


def test_a_folder_that_is_not_there_is_named(tmp_path, capsys):
    assert run("csv", "--out", str(tmp_path / "none" / "panel.csv")) == 2
    assert f"{tmp_path / 'none'} is no folder" in capsys.readouterr().err


def test_a_folder_is_not_taken_for_a_file(tmp_path, capsys):
    assert run("csv", "--out", str(tmp_path), "--force") == 2
    assert "is a folder; expected a file" in capsys.readouterr().err


def full_disk() -> None:
    """Lets this process write no more than 1,000 bytes into a file: a write fails as on a full disk."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))


def test_a_full_disk_leaves_no_half_written_file(tmp_path: Path):
    out = tmp_path / "panel.csv"
    call = [sys.executable, "-B", "-m", "dashboard.exports", "csv", "--out", str(out)]
    done = subprocess.run(call, capture_output=True, text=True, check=False, preexec_fn=full_disk)
    assert done.returncode == 2
    assert done.stderr == f"{out} cannot be written: File too large\n"
    assert list(tmp_path.iterdir()) == []


def test_records_that_are_broken_are_said_in_the_words_of_the_check(tmp_path, capsys, monkeypatch):
    def broken(language: str) -> None:
        raise JoinError("no boundary for ATL")

    monkeypatch.setattr(atlas, "load", broken)
    assert run("csv", "--out", str(tmp_path / "panel.csv")) == 1
    assert capsys.readouterr().err == "no boundary for ATL\n"
    assert list(tmp_path.iterdir()) == []
