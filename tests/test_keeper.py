"""What is read from files that change: read again once, and the last good one kept while the new one is broken."""

from __future__ import annotations

import gc
import os
import shutil
import threading
import weakref
from functools import partial
from pathlib import Path

import pytest

from dashboard import atlas
from dashboard.keeper import AGAIN, PAUSE, Keeper
from dashboard.panels import foot
from geodata import boundaries
from membership_data import records


class Files:
    """A file as a keeper meets it: what it says, its stamp, and how often it was read."""

    def __init__(self) -> None:
        self.says: object = "first"
        self.stamp: object = 1
        self.now = 0.0
        self.reads = self.looks = 0

    def change(self, says: object) -> None:
        self.says, self.stamp = says, self.stamp + 1

    def read(self) -> str:
        self.reads += 1
        if isinstance(self.says, Exception):
            raise self.says
        return self.says

    def look(self) -> object:
        self.looks += 1
        if isinstance(self.stamp, Exception):
            raise self.stamp
        return self.stamp


@pytest.fixture
def files() -> Files:
    return Files()


@pytest.fixture
def kept(files: Files) -> Keeper[str]:
    return Keeper(files.read, files.look, clock=lambda: files.now)


def test_what_does_not_change_is_read_once_and_looked_at_once_a_second(files, kept):
    for _ in range(5):
        assert kept.get() == "first"
    files.now += PAUSE
    assert kept.get() == "first"
    assert (files.reads, files.looks) == (1, 2)


def test_a_change_is_read_once_the_second_is_over(files, kept):
    kept.get()
    files.change("second")
    assert kept.get() == "first"
    files.now += PAUSE
    assert [kept.get(), kept.get()] == ["second", "second"]
    assert files.reads == 2


def test_who_asks_without_a_pause_gets_the_newest(files, kept):
    kept.get()
    files.change("second")
    assert kept.get(pause=0) == "second"


def test_a_change_that_is_broken_leaves_the_last_good_one_and_says_what_is_wrong(files, kept):
    kept.get()
    files.change(ValueError("line 7"))
    files.now += PAUSE
    assert [kept.get(), kept.get(pause=0)] == ["first", "first"]
    assert str(kept.trouble) == "line 7"
    assert files.reads == 2, "what is known to be broken is not read for every reader"


def test_a_change_that_is_mended_ends_the_trouble(files, kept):
    kept.get()
    files.change(ValueError("line 7"))
    kept.get(pause=0)
    files.change("third")
    assert (kept.get(pause=0), kept.trouble) == ("third", None)


def test_a_trouble_that_passes_by_itself_is_noticed_without_a_change(files, kept):
    kept.get()
    files.change(OSError("too many open files"))
    kept.get(pause=0)
    files.says = "second"
    assert kept.get(pause=0) == "first"
    files.now += AGAIN
    assert (kept.get(), kept.trouble) == ("second", None)


def test_where_nothing_good_was_ever_read_the_trouble_is_raised_until_it_is_mended(files, kept):
    files.says = ValueError("line 7")
    for _ in range(2):
        with pytest.raises(ValueError, match="line 7"):
            kept.get()
    assert files.reads == 1
    files.change("second")
    assert kept.get() == "second"


def test_dates_of_files_that_cannot_be_had_are_no_reason_to_let_go(files, kept):
    kept.get()
    files.stamp, files.says = OSError("too many open files"), OSError("too many open files")
    assert kept.get(pause=0) == "first"
    files.stamp, files.says = 1, "first again"
    assert (kept.get(pause=0), kept.trouble) == ("first again", None)


def test_what_is_new_is_prepared_before_anybody_gets_it_and_kept_back_where_that_fails(files):
    def prepare(new: str) -> None:
        if new == "second":
            raise KeyError("no glyph")

    kept = Keeper(files.read, files.look, prepare, lambda: files.now)
    kept.get()
    files.change("second")
    assert kept.get(pause=0) == "first"
    assert isinstance(kept.trouble, KeyError)


def test_whoever_comes_while_it_is_read_again_gets_the_last_good_one_at_once(files):
    reading, go_on = threading.Event(), threading.Event()

    def prepare(_: str) -> None:
        reading.set()
        assert go_on.wait(30)

    kept = Keeper(files.read, files.look, prepare, lambda: files.now)
    kept.get()
    files.change("second")
    got: list[str] = []
    first = threading.Thread(target=lambda: got.append(kept.get(pause=0)))
    first.start()
    assert reading.wait(30)
    assert kept.get(pause=0) == "first"
    go_on.set()
    first.join(30)
    assert got == ["second"]
    assert files.reads == 2


def test_whoever_comes_first_waits_and_it_is_read_once(files, kept):
    got: list[str] = []
    threads = [threading.Thread(target=lambda: got.append(kept.get())) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert got == ["first"] * 8
    assert files.reads == 1


# The records


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the records and boundaries that an atlas is loaded from, by a keeper of its own."""
    copy = tmp_path / "membership_data"
    shutil.copytree(records.FOLDER, copy, ignore=shutil.ignore_patterns("__pycache__"))
    for name, read in (("PATH", "load"), ("DISPUTED_PATH", "disputed")):
        path = Path(shutil.copy(getattr(boundaries, name), tmp_path))
        monkeypatch.setattr(boundaries, name, path)
        monkeypatch.setattr(boundaries, read, partial(getattr(boundaries, read), path))
    monkeypatch.setattr(records, "FOLDER", copy)
    monkeypatch.setattr(records, "load", partial(records.load, copy))
    monkeypatch.setattr(atlas, "_KEEPER", Keeper(atlas._data, atlas._stamp, lambda edition: edition.atlas().links))
    return copy


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_record_that_is_edited_is_shown_and_pages_that_hold_the_old_map_are_still_served(folder):
    before = atlas.load()
    old = before.links
    edit(folder / "statuses.csv", "Membership suspended", "Membership halted")
    after = atlas.load(pause=0)
    assert after is not before
    assert after.links.geometry == old.geometry
    assert after.links.scene != old.scene
    offered = {asset.link for asset in atlas.assets.SHELF._assets.values()}
    assert {old.scene, after.links.scene} <= offered


def test_a_record_that_is_broken_is_refused_in_the_checker_s_words_and_the_last_good_one_stays(folder):
    before = atlas.load()
    edit(folder / "membership_events.csv", "KAZ,1992-12-23", "KAZ,1992-12-32")
    assert atlas.load(pause=0) is before
    assert "membership_events.csv" in str(atlas.trouble())
    assert "date is '1992-12-32'; a date of the calendar" in str(atlas.trouble())
    edit(folder / "membership_events.csv", "KAZ,1992-12-32", "KAZ,1992-12-23")
    atlas.load(pause=0)
    assert atlas.trouble() is None


@pytest.mark.parametrize("file", ["PATH", "DISPUTED_PATH"])
def test_a_boundary_file_that_is_gone_leaves_the_last_good_map(folder, file):
    before = atlas.load()
    getattr(boundaries, file).unlink()
    assert atlas.load(pause=0) is before
    assert "no such file" in str(atlas.trouble())


def test_a_folder_that_is_gone_leaves_the_last_good_map(folder):
    before = atlas.load()
    folder.rename(folder.with_name("elsewhere"))
    assert atlas.load(pause=0) is before
    assert "a folder of records" in str(atlas.trouble())


def test_what_was_made_of_an_atlas_is_made_once_and_goes_with_it(folder):
    before = atlas.load()
    assert foot._foot(before) is foot._foot(before)
    gone = weakref.ref(before)
    os.utime(folder / "statuses.csv")
    assert atlas.load(pause=0) is not before
    del before
    gc.collect()
    assert gone() is None
