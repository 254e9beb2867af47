"""Makers for the actions of the arrangement of a province."""

from decimal import Decimal
from typing import Any

from django.utils import timezone

from coalition.agreement.document.enums import PartyStatus
from deliverables.arrangement.agreements.actions import (
    AgreementFacts,
    add_agreement,
    change_agreement,
    remove_agreement,
    set_arrangement_state,
)
from deliverables.arrangement.agreements.enums import ArrangementState
from deliverables.arrangement.agreements.models import ReciprocalAgreement
from deliverables.arrangement.commitments.actions import (
    CommitmentFacts,
    Quantity,
    add_commitment,
    change_commitment,
    remove_commitment,
    set_commitment_state,
    state_quantity,
)
from deliverables.arrangement.commitments.enums import CommitmentKind, CommitmentSide, CommitmentState
from deliverables.arrangement.commitments.models import Commitment
from deliverables.arrangement.overview.actions import print_arrangement
from deliverables.arrangement.stances.actions import StanceFacts, add_stance, change_stance, remove_stance
from deliverables.arrangement.stances.models import AgreementStance
from tests.deliverables.arrangement.factories import make_agreement, make_commitment, make_province, make_stance
from tests.makers.ground import Ground, Makers

_SAID = CommitmentFacts(CommitmentSide.REGION, CommitmentKind.SPACE, "Beschermt het beekdal")


def _agreement(ground: Ground) -> ReciprocalAgreement:
    return make_agreement(ground.area, created_by=ground.author)


def _commitment(ground: Ground) -> Commitment:
    return make_commitment(_agreement(ground), created_by=ground.author)


def _stance(ground: Ground) -> AgreementStance:
    return make_stance(_agreement(ground), organisation=ground.signer)


def _facts(ground: Ground) -> AgreementFacts:
    return AgreementFacts(make_province(ground.area), "Wonen in Heerlen-Noord")


def _new_stance(ground: Ground) -> dict[str, Any]:
    facts = StanceFacts(PartyStatus.ADOPTED, decided_on=ground.today)
    return {"agreement": _agreement(ground), "organisation": ground.signer, "body": "Raad", "facts": facts}


def _quantity(ground: Ground) -> dict[str, Any]:
    return {
        "commitment": _commitment(ground),
        "version": 1,
        "quantity": Quantity(Decimal(1200), "woningen", ground.today),
    }


MAKERS: Makers = {
    add_agreement: lambda g: {"area": g.area, "today": g.today, "facts": _facts(g)},
    change_agreement: lambda g: {"agreement": _agreement(g), "today": g.today, "version": 1, "facts": _facts(g)},
    remove_agreement: lambda g: {"agreement": _agreement(g), "version": 1},
    set_arrangement_state: lambda g: {
        "arrangement": _agreement(g).arrangement,
        "version": 1,
        "state": ArrangementState.AGREED,
        "state_on": g.today,
    },
    add_commitment: lambda g: {"agreement": _agreement(g), "facts": _SAID},
    change_commitment: lambda g: {"commitment": _commitment(g), "version": 1, "facts": _SAID},
    set_commitment_state: lambda g: {"commitment": _commitment(g), "version": 1, "state": CommitmentState.RUNNING},
    state_quantity: _quantity,
    remove_commitment: lambda g: {"commitment": _commitment(g), "version": 1},
    add_stance: _new_stance,
    change_stance: lambda g: {
        "stance": _stance(g),
        "version": 1,
        "facts": StanceFacts(PartyStatus.OFFICIALS_AGREE),
    },
    remove_stance: lambda g: {"stance": _stance(g), "version": 1},
    print_arrangement: lambda g: {"area": g.area, "moment": timezone.now(), "token": None},
}
