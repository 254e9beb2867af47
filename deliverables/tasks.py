"""Where the worker looks for what it does for this room; each concept keeps its own."""

from deliverables.reminders.tasks import send_due_reminders, take_due_photos

__all__ = [
    "send_due_reminders",
    "take_due_photos",
]
