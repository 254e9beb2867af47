"""What people and the clock do with checkpoints and reminders."""

from deliverables.checkpoints.actions import (
    change_checkpoint,
    create_checkpoint,
    remove_checkpoint,
    set_requirement_status,
)
from deliverables.photos.actions import take_due_photos, take_photo, take_photos
from deliverables.reminders.actions.planning import plan_reminders, recall_unsent
from deliverables.reminders.actions.sending import queue_due_reminders, retry_reminder

__all__ = [
    "change_checkpoint",
    "create_checkpoint",
    "plan_reminders",
    "queue_due_reminders",
    "recall_unsent",
    "remove_checkpoint",
    "retry_reminder",
    "set_requirement_status",
    "take_due_photos",
    "take_photo",
    "take_photos",
]
