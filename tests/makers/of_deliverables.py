"""Makers for the actions of `deliverables` and `novex_portal.records`."""

from datetime import date
from typing import Any

from areas.models import Person
from deliverables.checkpoints.actions import (
    CheckpointData,
    change_checkpoint,
    create_checkpoint,
    remove_checkpoint,
    set_requirement_status,
)
from deliverables.checkpoints.enums import CheckpointKind, RequirementStatus
from deliverables.checkpoints.models import Checkpoint, Requirement
from deliverables.photos.actions import take_photo, take_photos
from deliverables.reminders.actions.sending import retry_reminder
from deliverables.reminders.models import Reminder
from novex_portal.records.anonymising.actions.accounts import anonymise_account
from novex_portal.records.anonymising.actions.persons import anonymise_person
from novex_portal.records.enums import RecordKind
from novex_portal.records.handover.actions import Newcomer, hand_over
from novex_portal.records.models import Destruction
from novex_portal.records.retention.actions import carry_out_destruction, propose_destruction, withdraw_destruction
from tests.factories import make_conversation, make_member
from tests.makers.ground import Ground, Makers

_LONG_AGO = date(2010, 1, 1)


def _moved(ground: Ground) -> dict[str, Any]:
    kept = ground.the(Checkpoint)
    data = CheckpointData("Nieuwe naam", CheckpointKind.CHECKPOINT, kept.date, (ground.area,))
    return {"checkpoint": kept, "version": 1, "data": data}


def _due(ground: Ground) -> dict[str, Any]:
    make_conversation(ground.author, ground.area, held_on=_LONG_AGO)
    return {"area": ground.area, "kind": RecordKind.CONVERSATION, "today": ground.today}


def _someone(ground: Ground) -> dict[str, Any]:
    return {"user": make_member("deelnemer", ground.area, name="Voorbeeld Persoon"), "area": ground.area}


def _leaving(ground: Ground) -> dict[str, Any]:
    person = ground.the(Person, "known")
    successor = Newcomer(role="Opvolger")
    return {"area": ground.area, "person": person, "version": 1, "last_day": ground.today, "successor": successor}


MAKERS: Makers = {
    create_checkpoint: lambda g: {
        "name": "IJkmoment",
        "kind": CheckpointKind.CHECKPOINT,
        "date": g.tomorrow,
        "areas": [g.area],
    },
    change_checkpoint: _moved,
    remove_checkpoint: lambda g: {"checkpoint": g.the(Checkpoint), "version": 1},
    set_requirement_status: lambda g: {"requirement": g.the(Requirement), "status": RequirementStatus.READY},
    take_photo: lambda g: {"area": g.area, "label": "Najaar", "moment": g.moment()},
    take_photos: lambda g: {"areas": [g.area], "label": "Najaar", "moment": g.moment()},
    retry_reminder: lambda g: {"reminder": g.the(Reminder)},
    anonymise_account: _someone,
    anonymise_person: lambda g: {"person": g.the(Person, "known"), "area": g.area},
    hand_over: _leaving,
    propose_destruction: _due,
    carry_out_destruction: lambda g: {
        "destruction": propose_destruction(actor=g.author, **_due(g)),
        "today": g.today,
    },
    withdraw_destruction: lambda g: {"destruction": g.the(Destruction)},
}
