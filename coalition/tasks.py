"""Where the worker looks for what it does for this room; each concept keeps its own."""

from coalition.agreement.consultations.tasks import remind_consultations
from coalition.agreement.versions.tasks import render_version, render_waiting_versions

__all__ = [
    "remind_consultations",
    "render_version",
    "render_waiting_versions",
]
