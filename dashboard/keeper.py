"""Follows what is read from files that people edit while it is shown: the newest that can be trusted is kept."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from typing import Generic, TypeVar

PAUSE = 1.0
"""Seconds for which nobody looks at the files again."""
AGAIN = 10.0
"""Seconds after which what was broken is read again: a full disk or a lack of file handles passes by itself."""

LOGGER = logging.getLogger(__name__)
T = TypeVar("T")


class Keeper(Generic[T]):
    """Reads a thing again when its stamp has changed; where the new one is broken, the last good one stays.

    `stamp` costs little and differs when the thing may; `read` gives the thing or raises what is wrong with it.
    `prepare` is done with a new thing before it takes the place of a good one, so that nobody meets it half made.
    """

    def __init__(
        self,
        read: Callable[[], T],
        stamp: Callable[[], object],
        prepare: Callable[[T], object] = id,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._read, self._stamp, self._prepare, self._clock = read, stamp, prepare, clock
        self._lock = threading.Lock()
        self._good: T | None = None
        self._seen: object = None
        self._looked = self._tried = float("-inf")
        self.trouble: Exception | None = None
        """What is wrong with the files as they are now; None where what is kept is what they say."""

    def get(self, pause: float = PAUSE) -> T:
        """The newest good thing, after a look at the files if the last one is `pause` seconds ago.

        Raises what `read` raised where nothing good has been read yet. Who comes while it is read again gets the last
        good one at once.
        """
        due = self._good is None or self._clock() - self._looked >= pause
        if due and self._lock.acquire(blocking=self._good is None):
            try:
                self._look()
            finally:
                self._lock.release()
        if self._good is None:
            raise self.trouble.with_traceback(None)
        return self._good

    def _look(self) -> None:
        self._looked = now = self._clock()
        try:
            stamp = self._stamp()
        except OSError as problem:
            stamp = str(problem)  # whoever reads says it in full
        if stamp == self._seen and (self.trouble is None or now - self._tried < AGAIN):
            return
        self._seen, self._tried = stamp, now
        try:
            new = self._read()
            if self._good is not None:
                self._prepare(new)
        # Whatever is wrong with what is new, what was good is still good.
        except Exception as problem:
            self.trouble = problem
            LOGGER.warning("What has changed is not shown. %s: %s", type(problem).__name__, problem)
        else:
            self._good, self.trouble = new, None
