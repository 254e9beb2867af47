"""Rows of the arrangement of a province for tests."""

from datetime import date
from typing import Any

from django.utils.text import slugify

from areas.models import Area, AreaProvince, Province, User
from coalition.agreement.document.enums import PartyStatus
from deliverables.arrangement.agreements.enums import DECIDED
from deliverables.arrangement.agreements.models import AgreementArea, ReciprocalAgreement, SpatialArrangement
from deliverables.arrangement.agreements.queries import codes_given
from deliverables.arrangement.agreements.rules import next_code
from deliverables.arrangement.commitments.enums import (
    ENDED,
    UNDONE,
    CommitmentKind,
    CommitmentSide,
    CommitmentState,
)
from deliverables.arrangement.commitments.models import Commitment, CommitmentFunding
from deliverables.arrangement.stances.models import AgreementStance
from deliverables.money.funding.models import FundingLine
from tests.factories import make_organisation, make_user

DAY = date(2026, 10, 23)


def make_province(*areas: Area, name: str = "Limburg") -> Province:
    """Let these areas lie in a province."""
    province, _ = Province.objects.get_or_create(name=name, defaults={"slug": slugify(name)})
    for area in areas:
        AreaProvince.objects.get_or_create(area=area, province=province)
    return province


def make_agreement(
    area: Area, subject: str = "Water in het beekdal", touches: tuple[Area, ...] = (), **fields: Any
) -> ReciprocalAgreement:
    """Write down an agreement of an area, in the arrangement of its first province."""
    province = fields.pop("province", None) or area.provinces.first() or make_province(area)
    arrangement, _ = SpatialArrangement.objects.get_or_create(province=province, defaults={"state_on": DAY})
    fields.setdefault("created_by", User.objects.first() or make_user())
    fields.setdefault("code", next_code(area.code, codes_given(area)))
    made = ReciprocalAgreement.objects.create(area=area, arrangement=arrangement, subject=subject, **fields)
    AgreementArea.objects.bulk_create(AgreementArea(agreement=made, area=other) for other in touches)
    return made


def make_commitment(
    agreement: ReciprocalAgreement,
    side: str = CommitmentSide.STATE,
    state: str = CommitmentState.OPEN,
    lines: tuple[FundingLine, ...] = (),
    **fields: Any,
) -> Commitment:
    """Write down what a side does."""
    values = {"text": "Zorgt ervoor", "kind": CommitmentKind.MONEY if lines else CommitmentKind.DECISION, **fields}
    values.setdefault("created_by", agreement.created_by)
    values.setdefault("state_on", DAY if state in ENDED else None)
    values.setdefault("state_reason", "Anders besloten" if state in UNDONE else "")
    made = Commitment.objects.create(agreement=agreement, side=side, state=state, **values)
    CommitmentFunding.objects.bulk_create(CommitmentFunding(commitment=made, line=line) for line in lines)
    return made


def make_stance(agreement: ReciprocalAgreement, status: str = PartyStatus.DRAFT, **fields: Any) -> AgreementStance:
    """Write down where a body of a party is."""
    fields.setdefault("decided_on", DAY if status in DECIDED else None)
    if "organisation" not in fields:
        fields["organisation"] = make_organisation(area=agreement.area)
    return AgreementStance.objects.create(agreement=agreement, status=status, **{"body": "Raad", **fields})
