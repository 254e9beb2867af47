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
from deliverables.arrangement.agreements.models import (
    AgreementArea,
    AgreementArticle,
    AgreementMeasure,
    AgreementProgramme,
    ReciprocalAgreement,
    SpatialArrangement,
)
from deliverables.arrangement.commitments.models import Commitment, CommitmentFunding, CommitmentQuantity
from deliverables.arrangement.stances.models import AgreementStance
from deliverables.board_meetings.models import BoardOutcome, BoardSeat, BoardTable, OutcomeMeasure, OutcomeReport
from deliverables.checkpoints.models import Checkpoint, CheckpointArea, CheckpointResponsible, Requirement
from deliverables.money.balance.models import BalanceRule
from deliverables.money.funding.models import Estimate, FundingLine, FundingYear, Spent
from deliverables.money.funds.models import Fund
from deliverables.money.price_levels.models import PriceIndex, PriceSeries
from deliverables.money.process_money.models import ProcessMoney
from deliverables.perspective.approval.models import Adoption, ApprovalWithdrawal, DuoApproval, Endorsement
from deliverables.perspective.choices.models import (
    ChoiceAmbition,
    ChoiceChallenge,
    ChoiceContribution,
    ChoiceFriction,
    MainChoice,
)
from deliverables.perspective.exchange.models import Exchange, ExchangeMoment, Involvement, ProvincialProposal
from deliverables.perspective.figures.models import PerspectiveFigure
from deliverables.perspective.sections.models import PerspectiveSection, SectionAsked
from deliverables.perspective.template.models import SectionTemplate
from deliverables.perspective.versions.models import PerspectiveVersion, PerspectiveVersionFile
from deliverables.photos.models import FactsheetPhoto
from deliverables.reminders.models import Reminder

__all__ = [
    "Adoption",
    "AgendaChapter",
    "AgendaImport",
    "AgendaVersion",
    "AgreementArea",
    "AgreementArticle",
    "AgreementMeasure",
    "AgreementProgramme",
    "AgreementStance",
    "ApprovalWithdrawal",
    "BalanceRule",
    "BoardOutcome",
    "BoardSeat",
    "BoardTable",
    "ChanceRun",
    "Checkpoint",
    "CheckpointArea",
    "CheckpointResponsible",
    "ChoiceAmbition",
    "ChoiceChallenge",
    "ChoiceContribution",
    "ChoiceFriction",
    "Commitment",
    "CommitmentFunding",
    "CommitmentQuantity",
    "DateProposal",
    "Dependency",
    "Driver",
    "DuoApproval",
    "Endorsement",
    "Estimate",
    "Exchange",
    "ExchangeMoment",
    "ExternalCondition",
    "FactsheetPhoto",
    "Fund",
    "FundingLine",
    "FundingYear",
    "Involvement",
    "MainChoice",
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
    "OutcomeMeasure",
    "OutcomeReport",
    "PerspectiveFigure",
    "PerspectiveSection",
    "PerspectiveVersion",
    "PerspectiveVersionFile",
    "PlanBatch",
    "PlanChange",
    "PriceIndex",
    "PriceSeries",
    "ProcessMoney",
    "ProvincialProposal",
    "ReciprocalAgreement",
    "Reminder",
    "Requirement",
    "SectionAsked",
    "SectionTemplate",
    "SpatialArrangement",
    "Spent",
    "StatusReport",
]
