from deliverables.agenda.chance.models import ChanceRun, Driver, MeasureDriver
from deliverables.agenda.exchange.models import AgendaImport
from deliverables.agenda.measures.models import (
    AgendaChapter,
    Measure,
    MeasureAmbition,
    MeasureArticle,
    MeasureChallenge,
    MeasureDecision,
    MeasureParty,
    MeasureProgramme,
)
from deliverables.agenda.moving.models import DateProposal, PlanBatch, PlanChange
from deliverables.agenda.plan.models import Dependency, ExternalCondition, MeasureCondition, MeasureDeadline
from deliverables.agenda.reports.models import StatusReport
from deliverables.agenda.versions.models import AgendaVersion
from deliverables.checkpoints.models import Checkpoint, CheckpointArea, CheckpointResponsible, Requirement
from deliverables.photos.models import FactsheetPhoto
from deliverables.reminders.models import Reminder

__all__ = [
    "AgendaChapter",
    "AgendaImport",
    "AgendaVersion",
    "ChanceRun",
    "Checkpoint",
    "CheckpointArea",
    "CheckpointResponsible",
    "DateProposal",
    "Dependency",
    "Driver",
    "ExternalCondition",
    "FactsheetPhoto",
    "Measure",
    "MeasureAmbition",
    "MeasureArticle",
    "MeasureChallenge",
    "MeasureCondition",
    "MeasureDeadline",
    "MeasureDecision",
    "MeasureDriver",
    "MeasureParty",
    "MeasureProgramme",
    "PlanBatch",
    "PlanChange",
    "Reminder",
    "Requirement",
    "StatusReport",
]
