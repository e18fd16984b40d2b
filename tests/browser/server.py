"""Starts a Streamlit script as a reader's machine would, on a free port of the loopback interface."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from tempfile import NamedTemporaryFile

ROOT = Path(__file__).parents[2]
STREAMLIT = Path(sys.executable).with_name("streamlit")
START_SECONDS = 60


@dataclass(frozen=True)
class Server:
    """A running app: its process, its address (no slash at the end) and the file it prints to."""

    process: subprocess.Popen[bytes]
    url: str
    output: Path

    def log(self) -> str:
        """Everything printed so far, on stdout and stderr."""
        return self.output.read_text(errors="replace")

    def is_healthy(self) -> bool:
        """Whether the app answers; raises RuntimeError, with what it printed, where it has ended."""
        if self.process.poll() is not None:
            raise RuntimeError(f"the app ended with exit code {self.process.returncode}:\n{self.log()}")
        connection = HTTPConnection(self.url.removeprefix("http://"), timeout=5)
        try:
            connection.request("GET", "/_stcore/health")
            return connection.getresponse().status == 200
        except OSError:
            return False
        finally:
            connection.close()

    def wait(self) -> None:
        """Returns once the app answers; raises RuntimeError where it has not after START_SECONDS."""
        deadline = time.monotonic() + START_SECONDS
        while not self.is_healthy():
            if time.monotonic() > deadline:
                raise RuntimeError(f"the app does not answer after {START_SECONDS} s:\n{self.log()}")
            time.sleep(0.1)

    def stop(self) -> None:
        """Ends the app and whatever it started; nothing where that has been done."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


@contextmanager
def serve(
    script: str, port: int = 0, limits: Callable[[], None] | None = None, quiet: bool = True, **environment: str
) -> Iterator[Server]:
    """Runs a script (path from the top of the checkout) while the block lasts, on a free port where none is given.

    `limits` is called in the new process before the app begins. Afterwards asserts that it logged no traceback, where
    it is to be `quiet`.
    """
    port = port or free_port()
    options = {"address": "127.0.0.1", "port": port}
    command = [STREAMLIT, "run", script, *(f"--server.{name}={value}" for name, value in options.items())]
    with NamedTemporaryFile() as output:
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env=os.environ | environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            preexec_fn=limits,
            start_new_session=True,  # a process group of its own, so that nothing outlives the tests
        )
        server = Server(process, f"http://127.0.0.1:{port}", Path(output.name))
        try:
            server.wait()
            yield server
        finally:
            server.stop()
        assert not quiet or "Traceback" not in server.log(), f"{script} logged a traceback:\n{server.log()}"


def free_port() -> int:
    """A port of the loopback interface that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
