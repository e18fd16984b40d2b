"""The texts beside the code name what exists."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from membership_data import descriptor, dictionary, records

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CHANGELOG = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
RELEASES = re.findall(r"^## (.+)\n((?:(?!^## ).*\n?)*)", CHANGELOG, flags=re.MULTILINE)
DATA = records.load()
PLACES = (".", ".github", "geodata", "membership_data", "dashboard/*", "tests/*")
TEXTS = sorted(str(path.relative_to(ROOT)) for place in PLACES for path in ROOT.glob(f"{place}/*.md"))


def commands(text: str) -> list[str]:
    """Every line of a text's ```bash blocks, without its comment."""
    blocks = re.findall(r"^```bash\n(.*?)^```", text, flags=re.MULTILINE | re.DOTALL)
    return [line.split("  #")[0].strip() for block in blocks for line in block.splitlines() if line.strip()]


# README


@pytest.mark.parametrize("script", ["dashboard/run", "tests/run"])
def test_the_two_commands_of_the_readme_exist_and_bash_can_read_them(script):
    assert f"bash {script}" in commands(README)
    checked = subprocess.run(["bash", "-n", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (checked.returncode, checked.stderr) == (0, "")


def test_every_command_of_the_readme_is_one_of_bash_or_of_a_module_that_exists():
    for command in commands(README):
        program, *rest = command.split()
        if program == "bash":
            assert (ROOT / rest[0]).is_file(), command
        else:
            assert (program, rest[0]) == ("python", "-m"), command
            module = ROOT.joinpath(*rest[1].split("."))
            assert module.with_suffix(".py").is_file() or (module / "__main__.py").is_file(), command


@pytest.mark.parametrize("path", TEXTS)
def test_every_link_to_a_file_leads_to_one(path):
    text = (ROOT / path).read_text(encoding="utf-8")
    targets = [target for target in re.findall(r"\]\(([^)#]+)", text) if "://" not in target]
    missing = [target for target in targets if not ((ROOT / path).parent / target).exists()]
    assert not missing, f"{path} links to {missing}"


def test_every_package_is_in_the_readme():
    packages = [path.parent.name for path in ROOT.glob("*/__init__.py")]
    assert len(packages) >= 4
    assert all(f"`{package}`" in README for package in packages)


# Records


def test_the_data_dictionary_is_the_descriptors():
    text = (records.FOLDER / "README.md").read_text(encoding="utf-8")
    _, _, tables = text.partition("\n## The tables\n\n")
    expected = dictionary.markdown(descriptor.read(records.FOLDER).specs)
    assert tables == expected, "write it again: python -m membership_data dictionary"


# CHANGELOG and LICENSE


def test_the_newest_release_carries_the_version_and_the_day_of_the_records():
    heading, _ = RELEASES[0]
    assert heading.startswith(f"{DATA.version} ")
    assert f"{DATA.checked_on.day} {DATA.checked_on:%B %Y}" in heading


@pytest.mark.parametrize(("heading", "body"), RELEASES, ids=[heading for heading, _ in RELEASES])
def test_every_release_tells_records_and_code_apart(heading, body):
    assert re.findall(r"^### (.+)$", body, flags=re.MULTILINE) == ["Records", "Code"]


def test_the_code_is_under_the_mit_licence_and_the_readme_says_so():
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert text.startswith("MIT License\n")
    assert "Permission is hereby granted, free of charge" in text
    assert "Code: [MIT](LICENSE)" in README
    assert DATA.licence.name.replace("-", " ").removesuffix(" 4.0") + " 4.0" in README.replace("-", " ")
