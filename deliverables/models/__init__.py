from deliverables.checkpoints.models import Checkpoint, CheckpointArea, CheckpointResponsible, Requirement
from deliverables.photos.models import FactsheetPhoto
from deliverables.reminders.models import Reminder

__all__ = [
    "Checkpoint",
    "CheckpointArea",
    "CheckpointResponsible",
    "FactsheetPhoto",
    "Reminder",
    "Requirement",
]
