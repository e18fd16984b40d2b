"""Finds the machine's own LibreOffice and prints slides with it. `python -m tests.office` prints which one."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

COMMANDS = ("soffice", "libreoffice")
MACOS = ("/Applications/LibreOffice.app/Contents/MacOS/soffice",)
PATIENCE = 300
"""Seconds after which a conversion hangs: an idle machine takes five."""


def find() -> str:
    """Path of LibreOffice: $SOFFICE, else one on the PATH, else macOS's application.

    Raises FileNotFoundError, saying how to install one, where there is none.
    """
    wanted = os.environ.get("SOFFICE")
    for candidate in [wanted] if wanted else [*COMMANDS, *MACOS]:
        if path := shutil.which(candidate):
            return path
    if wanted:
        raise FileNotFoundError(f"SOFFICE is {wanted!r}, which is not a program that can be run")
    debian = "sudo apt-get install --no-install-recommends libreoffice-impress fonts-liberation"
    install = "brew install --cask libreoffice" if sys.platform == "darwin" else debian
    raise FileNotFoundError(f"No LibreOffice found, which slides are tested with; install it with: {install}")


def pdf(slides: bytes) -> bytes:
    """A presentation as PDF, a page each slide, printed by LibreOffice with a profile of its own.

    Raises FileNotFoundError without LibreOffice, RuntimeError with what it said where it wrote no file.
    """
    program = find()
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "slides.pptx"
        source.write_bytes(slides)
        profile = (Path(folder) / "profile").as_uri()
        command = [
            program, f"-env:UserInstallation={profile}", "--headless", "--norestore", "--convert-to", "pdf",
            "--outdir", folder, str(source),
        ]  # fmt: skip
        done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False)
        printed = source.with_suffix(".pdf")
        if not printed.exists():
            raise RuntimeError(f"{program} printed no slides: {done.stderr.strip() or done.stdout.strip()}")
        return printed.read_bytes()


if __name__ == "__main__":
    try:
        print(f"LibreOffice: {Path(find())}")
    except FileNotFoundError as missing:
        sys.exit(str(missing))
