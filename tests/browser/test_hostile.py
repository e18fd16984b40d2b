"""Text that would be markup, script or a formula is text wherever it appears: map, card, pages, downloads."""

from __future__ import annotations

import csv
import io
import json
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from dashboard.view import PAGES
from tests.browser.dashboard import READY_MS, Dashboard
from tests.browser.server import ROOT, Server, serve
from tests.browser.watch import watched_page

HOSTILE = (
    "=1+1 <img src=x onerror=\"top.ran=1\"><script>top.ran=1</script></script><svg onload=top.ran=1> \"'`\\ "
    "\\u003cb\\u003e \u202eevif\u202c </table></details> --> ${ran} "
)
LONG = "x" * 10_000
MARK = "<img src=x onerror="
TEMPLATES = {"line_one", "line_many", "headline_one", "headline_many"}
"""Columns with placeholders: the check lets no other braces in."""
SHORT = TEMPLATES | {"headline", "line", "glyph"}
"""Columns whose text is short by nature; they get the hostile text too, but not the long one."""


def hostile(folder: Path) -> None:
    """Puts the hostile text before every free text of every table, and the long one too in the first row."""
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    for resource in package["resources"]:
        path = folder / resource["path"]
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        for column in free(resource["schema"]):
            for number, row in enumerate(rows):
                if row[column]:
                    row[column] = before(column, first=number == 0) + row[column]
        with path.open("w", encoding="utf-8", newline="") as file:
            names = [field["name"] for field in resource["schema"]["fields"]]
            writer = csv.DictWriter(file, names, lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)


def before(column: str, first: bool) -> str:
    text = HOSTILE.translate(str.maketrans("{}", "()")) if column in TEMPLATES else HOSTILE
    return text + LONG if first and column not in SHORT else text


def free(schema: dict) -> list[str]:
    """The columns that may hold any text: no ids, dates, codes, addresses, words of a fixed list."""
    foreign = {key["fields"] for key in schema.get("foreignKeys", [])}
    bound = {"enum", "pattern", "unique"}
    return [
        field["name"]
        for field in schema["fields"]
        if field["type"] == "string"
        and "csto:format" not in field
        and field["name"] not in foreign | {"topic"}
        and (field["name"] in TEMPLATES or not bound & field.get("constraints", {}).keys())
    ]


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of all that the app is made of, with hostile text in every cell that may hold it."""
    folder = tmp_path_factory.mktemp("hostile")
    for package in ("dashboard", "geodata", "membership_data"):
        shutil.copytree(ROOT / package, folder / package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / ".streamlit", folder / ".streamlit")
    hostile(folder / "membership_data")
    return folder


@pytest.fixture(scope="module")
def origin(checkout: Path) -> Iterator[str]:
    with serve(str(checkout / "dashboard" / "app.py")) as app:
        yield app.url


@pytest.fixture
def reader(browser: Browser, origin: str) -> Iterator[Page]:
    with watched_page(browser, origin, viewport={"width": 1440, "height": 900}) as page:
        yield page


def expect_text_only(page: Page) -> None:
    for frame in page.frames:
        assert frame.evaluate("document.querySelectorAll('img[src=x], [onerror], [onload]').length") == 0
    assert page.evaluate("window.ran") is None
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize(
    "query", ["year=2012", "year=1999&country=UZB", "country=ARM&marks=units+exercises+crises+bases", "layer=areas",
              "layer=operation"]
)  # fmt: skip
def test_nothing_in_a_cell_runs_on_the_map_or_in_a_card(reader: Page, origin: str, query: str) -> None:
    dashboard = Dashboard(reader, origin).open(query)
    dashboard.settle()
    dashboard.state("Russia").hover(force=True)
    assert MARK in reader.locator("[data-testid=stMain]").inner_text()
    expect_text_only(reader)


@pytest.mark.parametrize("leaf", [page for page in PAGES if page != "map"])
def test_nothing_in_a_cell_runs_on_a_page(reader: Page, origin: str, leaf: str) -> None:
    reader.goto(f"{origin}/?page={leaf}&year=2012")
    expect(reader.locator(".csto-sheet, .csto-share")).to_be_visible(timeout=READY_MS)
    Dashboard(reader, origin).settle()
    shows_no_record = leaf in ("data", "share")
    assert shows_no_record or MARK in reader.locator("[data-testid=stMain]").text_content()
    expect_text_only(reader)


def test_no_cell_of_the_download_is_a_formula(reader: Page, origin: str) -> None:
    reader.goto(f"{origin}/?page=data")
    with reader.expect_download() as found:
        reader.locator('a[href*=".zip"]').click(timeout=READY_MS)
    with zipfile.ZipFile(found.value.path()) as archive:
        tables = [name for name in archive.namelist() if name.endswith(".csv")]
        rows = [row for name in tables for row in csv.reader(io.StringIO(archive.read(name).decode()))]
    cells = [cell for row in rows for cell in row]
    assert sum(MARK in cell for cell in cells) > 1000
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r")) and not number(cell)]


def number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


def test_nobody_drives_the_app_but_a_page(page: Page, app: Server) -> None:
    told = page.request.get(f"{app.url}/_stcore/agent/openapi.json").text()
    assert "This app is not currently agent-accessible" in told


def test_every_table_has_hostile_text_somewhere(checkout: Path) -> None:
    tables = {path.stem: path.read_text(encoding="utf-8") for path in (checkout / "membership_data").glob("*.csv")}
    assert len(tables) > 30
    without = {name for name, text in tables.items() if MARK.replace('"', '""') not in text and MARK not in text}
    assert not without
