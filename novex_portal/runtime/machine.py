"""What this machine offers: the little the portal needs that no Python package brings."""

import shutil
from pathlib import Path


def find_chromium() -> Path | None:
    """Return the system's Chromium or Chrome, if there is one."""
    for name in ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"):
        if found := shutil.which(name):
            return Path(found)
    return None
