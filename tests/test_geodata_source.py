"""The source: fetched with npm or taken from a file, and never another file than the one known."""

from __future__ import annotations

import io
import json
import subprocess
import tarfile
from pathlib import Path

import pytest

from geodata import source

CONTENT = b"an invented source"
TRIANGLE = [[10, 50], [20, 50], [10, 60], [10, 50]]


@pytest.fixture
def known(monkeypatch):
    """As if the invented source were the one the boundaries are made from."""
    monkeypatch.setattr(source, "SHA256", source.hashlib.sha256(CONTENT).hexdigest())


@pytest.fixture
def npm(monkeypatch):
    """An npm that leaves a package with the invented source in the folder it is told, or fails."""

    def pack(command, **_):
        if pack.error:
            return subprocess.CompletedProcess(command, 1, stdout="", stderr=pack.error)
        with tarfile.open(Path(command[-1]) / "package.tgz", "w:gz") as archive:
            member = tarfile.TarInfo(source.MEMBER)
            member.size = len(CONTENT)
            archive.addfile(member, io.BytesIO(CONTENT))
        return subprocess.CompletedProcess(command, 0, stdout="", stderr="")

    pack.error = ""
    monkeypatch.setattr(source.shutil, "which", lambda _: "/usr/bin/npm")
    monkeypatch.setattr(source.subprocess, "run", pack)
    return pack


def test_the_source_is_unpacked_from_the_package(npm, known):
    assert source.fetch() == CONTENT


def test_another_file_in_the_package_is_refused(npm):
    with pytest.raises(source.SourceError, match=r"SHA-256 \w{64}; expected \w{64}"):
        source.fetch()


def test_why_npm_failed_is_said_in_one_line(npm):
    npm.error = "npm error code ENOTFOUND\nnpm error network\n"
    with pytest.raises(source.SourceError, match=r"ENOTFOUND npm error network\); give the file"):
        source.fetch()


def test_a_missing_npm_is_named_with_the_way_round_it(monkeypatch):
    monkeypatch.setattr(source.shutil, "which", lambda _: None)
    with pytest.raises(source.SourceError, match="npm was not found; .* --source FILE"):
        source.fetch()


def test_a_file_at_hand_is_taken(tmp_path, known):
    (tmp_path / "50m.json").write_bytes(CONTENT)
    assert source.from_file(tmp_path / "50m.json") == CONTENT


def test_another_file_at_hand_is_refused(tmp_path):
    (tmp_path / "50m.json").write_bytes(CONTENT)
    with pytest.raises(source.SourceError, match="SHA-256"):
        source.from_file(tmp_path / "50m.json")


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(source.SourceError, match="50m.json: No such file"):
        source.from_file(tmp_path / "50m.json")


def test_countries_are_known_by_their_letters_not_their_numbers():
    countries = [
        {"type": "Polygon", "arcs": [[0]], "id": "036", "properties": {"name": name, "a3": code}}
        for name, code in (("Second", "BBB"), ("First", "AAA"))
    ]
    topology = {
        "type": "Topology",
        "arcs": [TRIANGLE],
        "objects": {"countries": {"type": "GeometryCollection", "geometries": countries}},
    }
    shapes = source.read(json.dumps(topology).encode())
    assert list(shapes.index) == ["AAA", "BBB"]
    assert shapes.crs == "EPSG:4326"
    assert shapes["AAA"].area == 50
