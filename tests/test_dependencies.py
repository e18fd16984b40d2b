"""What the project depends on: pinned, installed as pinned, and listed with its licence."""

from __future__ import annotations

import re
from importlib import metadata
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FILES = ("requirements.txt", "tests/requirements.txt")


def read(file: str) -> str:
    return (ROOT / file).read_text(encoding="utf-8")


PINNED = {name: version for file in FILES for name, version in re.findall(r"(?m)^([\w.-]+)==(\S+)", read(file))}
LISTED = dict(re.findall(r"(?m)^\| ([\w.-]+) \| ([\w.-]+) \|", read(".github/SECURITY.md")))
UNSAID = {"streamlit-folium", "XStatic-Leaflet", "axe-playwright-python"}
"""Packages that say nothing of their licence in their metadata; it is read in their repositories."""


@pytest.mark.parametrize("file", FILES)
def test_every_dependency_is_pinned_and_says_what_it_is_for(file):
    lines = [line for line in read(file).splitlines() if not line.startswith("#")]
    assert all(re.fullmatch(r"[\w.-]+==[\w.]+ +# .+", line) for line in lines)


@pytest.mark.parametrize("name", PINNED)
def test_what_is_installed_is_what_is_pinned(name):
    assert metadata.version(name) == PINNED[name]


def test_every_dependency_is_listed_with_its_licence_and_no_other():
    rows = LISTED.keys() - {"package"}
    assert rows == PINNED.keys(), "one row for each line of the two requirements files, in SECURITY.md"


@pytest.mark.parametrize("name", sorted(PINNED.keys() - UNSAID))
def test_the_licence_listed_is_the_one_the_package_states(name):
    said = metadata.metadata(name)
    stated = [said.get("License-Expression"), said.get("License"), *(said.get_all("Classifier") or [])]
    short = {"PSF-2.0": "Python Software Foundation", "BSD-3-Clause": "BSD"}.get(LISTED[name], LISTED[name])
    assert any(short in text for text in stated if text), stated
