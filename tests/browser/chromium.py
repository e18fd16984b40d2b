"""Finds and starts the machine's own Chromium. `python -m tests.browser.chromium` prints which one."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

from playwright.sync_api import Browser, Playwright

COMMANDS = ("chromium", "chromium-browser", "google-chrome")
MACOS = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
)
# Nothing the browser asks for by itself may be mistaken for a request of the page.
QUIET = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def find() -> str:
    """Path of Chromium or Chrome: $CHROMIUM, else one on the PATH, else macOS's applications.

    Raises FileNotFoundError, saying how to install one, where there is none.
    """
    wanted = os.environ.get("CHROMIUM")
    for candidate in [wanted] if wanted else [*COMMANDS, *MACOS]:
        if path := shutil.which(candidate):
            return path
    if wanted:
        raise FileNotFoundError(f"CHROMIUM is {wanted!r}, which is not a program that can be run")
    install = "brew install --cask chromium" if sys.platform == "darwin" else "sudo apt-get install chromium"
    raise FileNotFoundError(f"No Chromium found; install one with: {install}")


def launch(playwright: Playwright) -> Browser:
    """A headless browser, with its sandbox wherever the user is not root (which cannot have one)."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    arguments = [*QUIET, "--no-sandbox"] if root else list(QUIET)
    return playwright.chromium.launch(executable_path=find(), args=arguments)


if __name__ == "__main__":
    try:
        print(f"Chromium: {Path(find())}")
    except FileNotFoundError as missing:
        sys.exit(str(missing))
