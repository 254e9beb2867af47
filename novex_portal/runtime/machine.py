"""What this machine offers: the little the portal needs that no Python package brings."""

import ctypes
import ctypes.util
import os
import shutil
from pathlib import Path

PDF_LIBRARIES = {
    "libpango-1.0.so.0": "libpango-1.0-0",
    "libpangoft2-1.0.so.0": "libpangoft2-1.0-0",
    "libharfbuzz.so.0": "libharfbuzz0b",
    "libharfbuzz-subset.so.0": "libharfbuzz-subset0",
}
"""Shared libraries WeasyPrint loads, and the Debian packages that bring them."""
PDF_LIBRARIES_ELSEWHERE = ("pango-1.0", "pangoft2-1.0", "harfbuzz", "harfbuzz-subset")


def missing_pdf_packages() -> list[str]:
    """Return the Debian packages to install before the portal can make PDF documents."""
    if os.uname().sysname != "Linux":
        return [name for name in PDF_LIBRARIES_ELSEWHERE if not ctypes.util.find_library(name)]
    return [package for library, package in PDF_LIBRARIES.items() if not _loads(library)]


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def find_chromium() -> Path | None:
    """Return the system's Chromium or Chrome, if there is one."""
    for name in ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"):
        if found := shutil.which(name):
            return Path(found)
    return None
