"""What one reader waits for, what a drag costs, and what exports take, each beside its baseline in the same run."""

from __future__ import annotations

import sys
from collections import defaultdict

from playwright.sync_api import Browser, sync_playwright

from geodata import boundaries
from tests.benchmarks import (
    commit,
    conditions,
    drag,
    first,
    network,
    offline,
    reading,
    report,
    slides,
    statuses,
    stills,
)
from tests.benchmarks.apps import BARE, App, opened, served
from tests.benchmarks.report import Section
from tests.browser import chromium

MEANS = """\
A drag is all in the browser: a step is a small part of a frame (16 ms) even on a machine four times slower, so the map
follows the finger; the server hears of it once it is let go. *Floor* is the least that Streamlit can do; the *usual
way* is a Streamlit slider and a Folium map built anew for each year. What is beside a baseline was measured in the same
minutes as it."""
# Clicked in turn, so that every click changes the card; it is open, at the second, from the start.
STATES = (("Belarus", "BLR"), ("Kazakhstan", "KAZ"))


def measure(browser: Browser, urls: dict[str, str], repeats: int) -> report.Samples:
    """All samples of a run; each repeat gives each app its turn, so that a slow minute slows all of them."""
    if not network.complete():
        print("npm cannot be asked: the usual way's page gets empty files for jQuery and others", file=sys.stderr)
    years = statuses.by_year()
    ready = {
        "ours": conditions.our_map(len(years[min(years)])),
        "usual": conditions.usual_map(len(boundaries.load())),
        "floor": conditions.line(max(years)),
    }
    apps = {name: opened(browser, name) for name in urls}
    for name, app in apps.items():
        app.page.goto(f"{urls[name]}/?country=KAZ")
        app.page.evaluate(f"() => painted(() => {ready[name]})")
        app.rest(2000)
    apps["bare"] = opened(browser, "bare")
    apps["bare"].page.set_content(BARE)
    samples: report.Samples = defaultdict(list)
    for repeat in range(repeats):
        print(f"repeat {repeat + 1} of {repeats}", file=sys.stderr)
        measure_drag(apps, years, samples)
        measure_commit(apps, years, repeat, samples)
        for name, figure in (reading.samples() | stills.samples(repeat) | slides.samples()).items():
            samples[name].append(figure)
        for name in ("ours", "usual"):
            add(samples, name, first.usable(browser, name, urls[name], ready[name]))
    return samples


def measure_drag(apps: dict[str, App], years: dict[int, dict[str, str]], samples: report.Samples) -> None:
    """A drag through all years in our app and of a bare slider."""
    for name in ("ours", "bare"):
        apps[name].page.bring_to_front()
        add(samples, name, drag.steps(apps[name]))
        add(samples, name, drag.throttled(apps[name]))
        add(samples, name, drag.main_thread(apps[name]))
    apps["ours"].page.bring_to_front()
    add(samples, "ours", drag.unpainted(apps["ours"], years))


def measure_commit(
    apps: dict[str, App], years: dict[int, dict[str, str]], repeat: int, samples: report.Samples
) -> None:
    """One year that changes something, and a click, in each app."""
    changing = statuses.changing_years(years)
    year, other = (changing[(2 * repeat + offset) % len(changing)] for offset in (0, 1))
    status = years[year]
    shown = {
        "ours": conditions.our_year(year, status),
        "usual": conditions.usual_year(status),
        "floor": conditions.line(year),
    }
    for name, condition in shown.items():
        add(samples, name, commit.release(apps[name], year, condition))
    to_card = commit.release(apps["ours"], other, conditions.card("shown-year", other))
    add(samples, "card", to_card)
    samples["click ours"].append(commit.click(apps["ours"], *STATES[repeat % len(STATES)]))


def add(samples: report.Samples, name: str, figures: dict[str, float]) -> None:
    """Files what was measured in one go under the app's name."""
    for key, value in figures.items():
        samples[f"{key} {name}"].append(value)


def run(repeats: int = 9) -> Section:
    """Runs the three apps, measures them and the exports in turn."""
    with served() as urls, sync_playwright() as playwright:
        browser = chromium.launch(playwright)
        samples = measure(browser, urls, repeats)
        offline.measure(browser, repeats, samples)
        version = browser.version
        browser.close()
    table = report.table(samples, report.MEASURES + offline.MEASURES)
    about = f"Medians of {repeats} repeats, ours and baselines in turn, in Chromium {version}, headless."
    return Section("One reader, and the exports", MEANS, f"{about}\n\n{table}", samples)
