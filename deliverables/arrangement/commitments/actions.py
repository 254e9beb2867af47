"""Commitments: what a side brings in, how much of it, with which money, and what became of it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from areas.models import AreaOrganisation, Organisation, User
from areas.parties.enums import OrganisationKind
from deliverables.agenda.dates.rules.words import PlanDate
from deliverables.arrangement.agreements.enums import DECIDED
from deliverables.arrangement.agreements.models import ReciprocalAgreement
from deliverables.arrangement.commitments.enums import (
    ENDED,
    UNDONE,
    CommitmentKind,
    CommitmentSide,
    CommitmentState,
)
from deliverables.arrangement.commitments.models import Commitment, CommitmentFunding, CommitmentQuantity
from deliverables.money.funding.enums import Hardness
from deliverables.money.funding.models import FundingLine
from deliverables.money.funds.enums import Side
from novex_portal.toolkit.actions import action
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.models import link_exactly
from novex_portal.toolkit.problems import Problem, require_past
from novex_portal.toolkit.states import require_transition


@dataclass(frozen=True)
class CommitmentFacts:
    """What is filled in of a commitment; without an organisation the whole side does it, without a term none was said."""

    side: str
    kind: str
    text: str
    organisation: Organisation | None = None
    term: PlanDate | None = None
    lines: Collection[FundingLine] = ()

    @property
    def columns(self) -> dict[str, object]:
        """The columns of a row."""
        term = {"due": self.term.day, "due_precision": self.term.precision} if self.term else {"due": None}
        text = " ".join(self.text.split())
        return {"side": self.side, "kind": self.kind, "text": text, "organisation": self.organisation, **term}


@dataclass(frozen=True)
class Quantity:
    """How much, in which unit, since which day; `reason` says why it became another number."""

    amount: Decimal
    unit: str
    as_of: date
    reason: str = ""


@action
def add_commitment(
    *,
    agreement: ReciprocalAgreement,
    actor: User,
    facts: CommitmentFacts,
    quantity: Quantity | None = None,
    token: UUID | None = None,
) -> Commitment:
    """Add what a side does for an agreement.

    The same token twice gives the commitment of the first time. Raises Problem without words, for a party of another
    area or of the other side, and for money that is not of that side, was withdrawn or is promised already.
    """
    ReciprocalAgreement.objects.select_for_update(no_key=True).get(pk=agreement.pk)
    if made := Commitment.made_with(token, agreement=agreement):
        return made
    _require(agreement, facts)
    made = Commitment.objects.create(
        agreement=agreement, created_by=actor, submission_token=token or uuid7(), **facts.columns
    )
    link_exactly(CommitmentFunding, {"commitment": made}, line=facts.lines)
    if quantity:
        _write_quantity(made, actor, quantity, number=1)
    return made


@action
def change_commitment(*, commitment: Commitment, actor: User, version: int, facts: CommitmentFacts) -> Commitment:
    """Change what a side does; its state and quantity are changed apart. Raises Conflict, and Problem as `add_commitment`."""
    commitment.held_at(version)
    _require(commitment.agreement, facts, commitment)
    commitment.write_over(version, **facts.columns)
    link_exactly(CommitmentFunding, {"commitment": commitment}, line=facts.lines)
    return commitment


@action
def set_commitment_state(
    *, commitment: Commitment, actor: User, version: int, state: str, state_on: date | None = None, reason: str = ""
) -> Commitment:
    """Say what became of a commitment.

    Raises Conflict when somebody changed it since, TransitionRefused for a step the table lacks, and Problem without
    the day of what ended, with a day to come, or without the reason of what was not kept or lapsed.
    """
    held = commitment.held_at(version)
    require_transition(CommitmentState, held.state, state)
    words = " ".join(reason.split())
    if state in ENDED and not state_on:
        raise Problem("Vul in op welke dag dit zo werd, bijvoorbeeld 01-07-2026.")
    require_past(state_on, "Deze dag ligt in de toekomst. Vul in op welke dag dit zo werd.")
    if state in UNDONE and not words:
        raise Problem("Schrijf op waarom. Wie dit terugleest, wil dat weten.")
    commitment.write_over(version, state=state, state_on=state_on, state_reason=words)
    return commitment


@action
def state_quantity(*, commitment: Commitment, actor: User, version: int, quantity: Quantity) -> CommitmentQuantity:
    """Say how much a commitment is of, from now on; what was said before stays as its version.

    Pressing twice writes it once. Raises Conflict when somebody changed it since, Problem without the reason of a
    change, without a unit, and for the same number again.
    """
    last = commitment.quantities.order_by("-number").first()
    said = (quantity.amount, " ".join(quantity.unit.split()), quantity.as_of, " ".join(quantity.reason.split()))
    if last and (last.amount, last.unit, last.as_of, last.reason) == said and commitment.version != version:
        return last
    commitment.held_at(version)
    if last and (last.amount, last.unit) == said[:2]:
        raise Problem("Dit is al de hoeveelheid die nu geldt.")
    commitment.write_over(version)
    return _write_quantity(commitment, actor, quantity, number=last.number + 1 if last else 1)


@action
def remove_commitment(*, commitment: Commitment, actor: User, version: int) -> None:
    """Take a commitment away that should not have been there.

    Raises Conflict when somebody changed it since, Problem once a party adopted the agreement, or once it got going:
    then it lapses instead.
    """
    held = commitment.held_at(version)
    if held.state != CommitmentState.OPEN or held.agreement.stances.filter(status__in=DECIDED).exists():
        raise Problem("Deze toezegging is vastgesteld of al begonnen. Laat haar vervallen, met de reden.")
    held.delete()


def _write_quantity(commitment: Commitment, actor: User, quantity: Quantity, number: int) -> CommitmentQuantity:
    unit, reason = " ".join(quantity.unit.split()), " ".join(quantity.reason.split())
    if not unit:
        raise Problem("Vul de eenheid in, bijvoorbeeld woningen of hectare.")
    if number > 1 and not reason:
        raise Problem("Schrijf op waarom de hoeveelheid wordt bijgesteld.")
    return CommitmentQuantity.objects.create(
        commitment=commitment,
        number=number,
        amount=quantity.amount,
        unit=unit,
        as_of=quantity.as_of,
        reason=reason,
        stated_by=actor,
    )


def _require(agreement: ReciprocalAgreement, facts: CommitmentFacts, held: Commitment | None = None) -> None:
    if not facts.text.strip():
        raise Problem("Vul in wat deze kant doet, bijvoorbeeld: Beschermt het beekdal in de omgevingsverordening.")
    if facts.organisation:
        _require_party(agreement, facts.organisation, facts.side, held)
    if facts.lines and facts.kind != CommitmentKind.MONEY:
        raise Problem("Alleen een toezegging van geld hangt aan bijdragen. Kies bij soort: Geld.")
    keys = [row.pk for row in facts.lines]
    lines = FundingLine.objects.select_for_update(no_key=True, of=("self",)).select_related("measure")
    for line in lines.filter(pk__in=keys).order_by("pk"):
        _require_line(agreement, line, facts.side, held)


def _require_party(agreement: ReciprocalAgreement, party: Organisation, side: str, held: Commitment | None) -> None:
    stays = held is not None and held.organisation_id == party.pk  # also one that left the area
    if not stays and not AreaOrganisation.objects.filter(area=agreement.area_id, organisation=party).exists():
        raise Problem("Deze partij hoort niet bij dit gebied. Voeg haar eerst toe bij de partijen.")
    if (party.kind == OrganisationKind.NATIONAL) != (side == CommitmentSide.STATE):
        raise Problem(
            f"{party} is {'' if side == CommitmentSide.REGION else 'niet '}van het Rijk. Kies de andere kant."
        )


def _require_line(agreement: ReciprocalAgreement, line: FundingLine, side: str, held: Commitment | None) -> None:
    if line.measure.area_id != agreement.area_id:
        raise Problem("Deze bijdrage hoort bij een ander gebied.")
    if (line.side == Side.STATE) != (side == CommitmentSide.STATE):
        raise Problem(f"Het geld voor {line.measure.code} is niet van deze kant. Kies een andere bijdrage of kant.")
    promised = CommitmentFunding.objects.filter(line=line).first()
    mine = held is not None and promised is not None and promised.commitment_id == held.pk
    if promised and not mine:
        raise Problem(f"Dit geld voor {line.measure.code} is al toegezegd. Een bijdrage telt één keer.")
    if line.hardness == Hardness.WITHDRAWN and not mine:
        raise Problem(f"Deze bijdrage voor {line.measure.code} is ingetrokken. Kies een andere.")
