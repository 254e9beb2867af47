"""Checkpoints and days for the tests of reminders."""

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from areas.models import Area, User
from deliverables.checkpoints.actions import create_checkpoint
from deliverables.checkpoints.enums import CheckpointKind
from deliverables.checkpoints.models import Checkpoint
from tests.factories import make_area


def today() -> date:
    return timezone.localdate()


def in_days(days: int) -> date:
    return today() + timedelta(days=days)


def make_checkpoint(*areas: Area, days: int = 100, responsibles: tuple[User, ...] = (), **fields: Any) -> Checkpoint:
    """Make a checkpoint so many days from today, with its reminders planned."""
    values = {"name": "Tweede ijkmoment", "kind": CheckpointKind.CHECKPOINT, "actor": None, **fields}
    return create_checkpoint(
        date=values.pop("date", in_days(days)), areas=areas or (make_area(),), responsibles=responsibles, **values
    )
