"""The site: files for any web server, under names that stay and names that say what is in them."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from pathlib import Path

import pytest

from dashboard import atlas
from dashboard.exports import site
from dashboard.words import LOCALES

TIMELINE = atlas.load().timeline
STOPS = TIMELINE.stops[:2]
"""Two changes are enough to know how all are written."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    folder = tmp_path_factory.mktemp("site")
    with pytest.MonkeyPatch.context() as patch:
        for language in LOCALES:
            patch.setitem(atlas.load(language).timeline.__dict__, "stops", STOPS)
        return folder, site.build(folder)


def test_every_language_has_a_page_and_the_first_one_is_english(built):
    folder, _ = built
    assert (folder / "index.html").read_bytes() == (folder / "en.html").read_bytes()
    for language in LOCALES:
        assert f'<html lang="{language}"' in (folder / f"{language}.html").read_text(encoding="utf-8")


def test_a_pinned_name_is_that_of_its_content(built):
    folder, names = built
    pinned = [name for name in names if re.search(r"\.[0-9a-f]{12}\.(html|png)$", name)]
    assert len(pinned) == 2 * len(STOPS) * len(LOCALES)
    for name in pinned:
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest()[:12] == name.split(".")[-2]


def test_the_manifest_names_every_pinned_file(built):
    folder, names = built
    told = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    assert told["version"] == TIMELINE.data.version
    listed = [name for years in told["pinned"].values() for files in years.values() for name in files.values()]
    assert set(listed) <= set(names)
    assert {year for years in told["pinned"].values() for year in years} == {str(year) for year in STOPS}


def test_every_page_is_there_packed_as_well(built):
    folder, names = built
    for name in names:
        if not name.endswith(".png"):
            assert gzip.decompress((folder / f"{name}.gz").read_bytes()) == (folder / name).read_bytes()


def test_a_folder_that_is_not_empty_is_left_alone(tmp_path, monkeypatch, capsys):
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["site", str(tmp_path)])
    assert site.main() == 2
    assert "is not empty; expected an empty folder or a new one" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
