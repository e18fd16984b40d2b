"""How the code hangs together: which way imports point, how big a module may be, what it may not link to."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("dashboard", "geodata", "membership_data")
LINK = re.compile(r"""https?://[^\s"'<>)]+\.(?:js|css)\b""")


def name_of(path: Path) -> str:
    """The full import path of a module's file."""
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


SHIPPED = {name_of(path): path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py"))}
TESTS = {name_of(path): path for path in sorted((ROOT / "tests").rglob("*.py"))}


def parse(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def imports(path: Path) -> set[str]:
    """Everything a module imports, wherever in it: `from a import b` counts as `a` and as `a.b`."""
    found = set()
    for node in ast.walk(parse(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            source = "." * node.level + (node.module or "")
            found |= {source} | {f"{source}.{alias.name}" for alias in node.names}
    return found


def reached(name: str) -> set[str]:
    """Everything a module imports, by itself or through others of the project."""
    found, waiting = set(), [name]
    while waiting:
        new = imports(SHIPPED[waiting.pop()]) - found
        found |= new
        waiting += new & SHIPPED.keys()
    return found


def inside(names: set[str], *packages: str) -> set[str]:
    """Those of the names that are one of the packages or lie in one."""
    return {name for name in names if any(f"{name}.".startswith(f"{package}.") for package in packages)}


def modules(*packages: str) -> list[str]:
    """The shipped modules that are one of these or lie in one; a test over none would prove nothing."""
    found = sorted(inside(set(SHIPPED), *packages))
    assert found, f"no module of {packages}"
    return found


@pytest.mark.parametrize("name", modules("geodata"))
def test_geodata_knows_no_alliance_and_no_page(name):
    wrong = inside(imports(SHIPPED[name]), "membership_data", "dashboard")
    assert not wrong, f"{name} imports {sorted(wrong)}"


@pytest.mark.parametrize("name", modules("membership_data"))
def test_membership_data_knows_no_geometry_and_no_page(name):
    wrong = inside(imports(SHIPPED[name]), "geodata", "dashboard")
    assert not wrong, f"{name} imports {sorted(wrong)}"


@pytest.mark.parametrize("name", modules("dashboard.timeline", "dashboard.scene", "dashboard.palette"))
def test_what_is_drawn_is_computed_without_streamlit_and_folium(name):
    wrong = inside(reached(name), "streamlit", "streamlit_folium", "folium")
    assert not wrong, f"{name} reaches {sorted(wrong)}"


@pytest.mark.parametrize("name", modules("dashboard.map", "dashboard.exports"))
def test_map_and_exports_are_drawn_without_streamlit(name):
    wrong = inside(reached(name), "streamlit", "streamlit_folium")
    assert not wrong, f"{name} reaches {sorted(wrong)}"


def test_nothing_imports_the_app():
    importers = [name for name, path in (SHIPPED | TESTS).items() if inside(imports(path), "dashboard.app")]
    assert not importers, f"dashboard.app is imported by {importers}"


def test_the_app_is_a_table_of_contents():
    path = SHIPPED["dashboard.app"]
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines < 80, f"dashboard/app.py has {lines} lines, of fewer than 80"
    wrong = inside(imports(path), "pandas", "geopandas", "folium")
    assert not wrong, f"dashboard/app.py imports {sorted(wrong)}: work for a module of its own"


@pytest.mark.parametrize("name", [*SHIPPED, *TESTS])
def test_imports_are_written_with_their_full_path(name):
    relative = {found for found in imports((SHIPPED | TESTS)[name]) if found.startswith(".")}
    assert not relative, f"{name} imports {sorted(relative)}"


@pytest.mark.parametrize("name", [*SHIPPED, *TESTS])
def test_a_module_is_small_and_named_after_its_purpose(name):
    path = (SHIPPED | TESTS)[name]
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= 300, f"{name} has {lines} lines, of at most 300"
    assert path.stem not in {"utils", "util", "helpers", "common"}, f"{name} says nothing of its purpose"


@pytest.mark.parametrize("name", TESTS)
def test_an_expected_error_is_known_by_its_message(name):
    calls = [node for node in ast.walk(parse(TESTS[name])) if isinstance(node, ast.Call)]
    raises = [call for call in calls if ast.unparse(call.func) == "pytest.raises"]
    lines = [call.lineno for call in raises if "match" not in {keyword.arg for keyword in call.keywords}]
    assert not lines, f"{name}: pytest.raises without match= in lines {lines}"


@pytest.mark.parametrize("name", modules("dashboard"))
def test_nothing_keeps_an_atlas_after_its_data_has_changed(name):
    functions = [node for node in ast.walk(parse(SHIPPED[name])) if isinstance(node, ast.FunctionDef)]
    cached = [one for one in functions if {"cache", "lru_cache"} & {*re.findall(r"\w+", decorated(one))}]
    keys = {one.name for one in cached for given in one.args.args if given.annotation and "Atlas" in spelt(given)}
    assert not keys, f"{name} caches {sorted(keys)} for ever; atlas.once lets go with the atlas"


def decorated(function: ast.FunctionDef) -> str:
    return " ".join(ast.unparse(decorator) for decorator in function.decorator_list)


def spelt(given: ast.arg) -> str:
    return ast.unparse(given.annotation)


def test_no_script_or_style_sheet_is_fetched_from_the_network():
    files = [path for package in PACKAGES for path in (ROOT / package).rglob("*")]
    shipped = [path for path in files if path.suffix in {".py", ".js", ".css", ".html"}]
    links = {str(path.relative_to(ROOT)): LINK.findall(path.read_text(encoding="utf-8")) for path in shipped}
    assert not {path: found for path, found in links.items() if found}
