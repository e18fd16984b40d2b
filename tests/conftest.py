"""Settings of every test."""

from __future__ import annotations

import os

from hypothesis import settings

# A shared machine is slow at times, and must find today what it found yesterday; a developer's own looks
# further each time.
settings.register_profile("developer", deadline=None)
settings.register_profile("ci", parent=settings.get_profile("developer"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "developer")
