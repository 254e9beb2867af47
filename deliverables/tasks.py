"""Where the worker looks for what it does for this room; each concept keeps its own."""

from deliverables.agenda.chance.tasks import reckon
from deliverables.agenda.reports.tasks import ask_before_checkpoints
from deliverables.agenda.versions.tasks import render_agenda_version, render_waiting_agendas
from deliverables.perspective.versions.tasks import render_perspective_version, render_waiting_perspectives
from deliverables.photos.tasks import take_due_photos
from deliverables.reminders.tasks import send_due_reminders

__all__ = [
    "ask_before_checkpoints",
    "reckon",
    "render_agenda_version",
    "render_perspective_version",
    "render_waiting_agendas",
    "render_waiting_perspectives",
    "send_due_reminders",
    "take_due_photos",
]
