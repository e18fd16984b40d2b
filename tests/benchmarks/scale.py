"""`python -m tests.benchmarks.scale`: past one machine, tried on one: a static site and several processes, by nginx."""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil

from dashboard.exports import site
from tests.benchmarks.apps import SCRIPTS
from tests.benchmarks.report import Section
from tests.benchmarks.room.evening import Evening
from tests.browser.server import ROOT, Server, free_port, serve

DEPLOY = ROOT / "dashboard" / "deploy"
PROGRAMS = {"nginx": "nginx", "wrk": "wrk"}
"""Programs by the Debian package that has each."""
MEANS = """\
*Static*: nginx gives out the site of `dashboard/exports/site.py`, asked by `wrk` on fifty connections as fast as it
answers. *Live*: processes of the app behind nginx with `dashboard/deploy/live.conf`; each viewer stays with one. In
the last row a process is killed in the middle: *errors* are the commits that were under way, *came back* says how many
viewers had their view again, and in how long at most. nginx, viewers and all processes share the machine's cores."""
CONNECTIONS, SECONDS = 50, 10
"""Of wrk, which asks on every connection as fast as it is answered."""


def missing() -> str:
    """Which programs are missing and how to install them; empty where all are there."""
    absent = [name for name in PROGRAMS if not shutil.which(name)]
    packages = " ".join(PROGRAMS[name] for name in absent)
    return f"missing: {' '.join(absent)}; on Debian: sudo apt-get install {packages}" if absent else ""


@contextmanager
def nginx(configuration: str, folder: Path) -> Iterator[None]:
    """Runs nginx with a configuration whose paths are below a folder, while the block lasts."""
    (folder / "logs").mkdir(exist_ok=True)
    # In a container the files belong to one user, which is not the one that nginx would choose as root.
    user = "user root;\n" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(user + configuration, encoding="utf-8")
    command = ["nginx", "-p", str(folder), "-c", "nginx.conf", "-e", "logs/error.log"]
    subprocess.run([*command, "-t", "-q"], check=True)
    process = subprocess.Popen([*command, "-g", "daemon off;"])
    try:
        time.sleep(1)
        yield
    finally:
        process.terminate()
        process.wait()


def static(folder: Path) -> list[str]:
    """Lines of the table: what nginx gives out of the site, a second."""
    names = site.build(folder / "site")
    port = free_port()
    said = (DEPLOY / "static.conf").read_text(encoding="utf-8").replace("127.0.0.1:8080", f"127.0.0.1:{port}")
    pinned = next(name for name in names if name.startswith("en/1999") and name.endswith(".html"))
    still = next(name for name in names if name.startswith("en/1999") and name.endswith(".png"))
    targets = {"page, all years": "en.html", "pinned page of 1999": pinned, "its picture": still}
    with nginx(said, folder):
        return [f"| {title} | {wrk(f'http://127.0.0.1:{port}/{name}')} |" for title, name in targets.items()]


def wrk(url: str) -> str:
    """Requests a second, megabytes a second and median and 99th percentile of waiting, as cells of a table."""
    call = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "--latency", "-H", "Accept-Encoding: gzip", url]
    told = subprocess.run(call, check=True, capture_output=True, text=True).stdout
    rate, volume = re.search(r"Requests/sec:\s+(\S+)", told)[1], re.search(r"Transfer/sec:\s+(\S+)", told)[1]
    half, most = (re.search(rf"(?m)^\s+{part}%\s+(\S+)", told)[1] for part in (50, 99))
    if failed := re.search(r"Non-2xx.*|Socket errors.*", told):
        raise RuntimeError(f"{url}: {failed[0]}")
    return f"{rate} | {volume} | {half} | {most}"


@contextmanager
def processes(count: int, folder: Path) -> Iterator[tuple[str, list[Server]]]:
    """So many processes of the app behind nginx; the address of all, and each."""
    with ExitStack() as stack:
        servers = [stack.enter_context(serve(SCRIPTS["ours"], PYTHONPATH=str(ROOT))) for _ in range(count)]
        port = free_port()
        said = (DEPLOY / "live.conf").read_text(encoding="utf-8").replace("127.0.0.1:8080", f"127.0.0.1:{port}")
        line = re.search(r" *server 127\.0\.0\.1:8501(.*)\n.*8502.*\n", said)
        named = "".join(f"        server {server.url.removeprefix('http://')}{line[1]}\n" for server in servers)
        stack.enter_context(nginx(said.replace(line[0], named), folder))
        yield f"http://127.0.0.1:{port}", servers


def live(count: int, viewers: int, every: float, seconds: float, kill: bool, folder: Path) -> str:
    """A line of the table: a room before so many processes, one of which may be killed halfway."""
    with processes(count, folder) as (url, servers):
        alive = tuple(psutil.Process(server.process.pid) for server in servers)
        halfway = alive[0].kill if kill else lambda: None
        figures = Evening("ours", url, alive, viewers, every, seconds, halfway).spend()
    rate = len(figures.commits) / figures.seconds
    back = f"{len(figures.carried)} in {max(figures.carried):.1f} s" if figures.carried else "-"
    waits = [f"{figures.percentile(part):.0f}" for part in (50, 95)]
    title = f"{count}, one killed" if kill else str(count)
    return f"| {title} | {viewers} | {every:g} | {rate:.1f} | {' | '.join(waits)} | {figures.errors.total()} | {back} |"


def run(viewers: int = 60, seconds: float = 20) -> Section:
    """Measures both ways. Raises FileNotFoundError, saying how to install it, where a program is missing."""
    if said := missing():
        raise FileNotFoundError(said)
    with TemporaryDirectory() as folder:
        rows = ["| static: asked for | requests/s | bytes/s | p50 | p99 |", "|---|---:|---:|---:|---:|"]
        rows += static(Path(folder))
        rows += ["", "| live: processes | viewers | every s | commits/s | p50 ms | p95 ms | errors | came back |"]
        rows += ["|---|---:|---:|---:|---:|---:|---:|---:|"]
        for count, every, kill in ((1, 0.2, False), (2, 0.2, False), (2, 5, False), (2, 5, True)):
            rows.append(live(count, viewers, every, seconds, kill, Path(folder)))
            print(rows[-1], file=sys.stderr, flush=True)
    return Section("Past one machine", MEANS, "\n".join(rows), rows)


def main() -> int:
    """Measures both ways and prints two tables; returns the exit code, 2 where a program is missing."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.scale", description=main.__doc__)
    parser.add_argument("--viewers", type=int, default=60)
    parser.add_argument("--seconds", type=float, default=20)
    options = parser.parse_args()
    try:
        print(run(options.viewers, options.seconds).tables)
    except FileNotFoundError as lacking:
        print(lacking, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
