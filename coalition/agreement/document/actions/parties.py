"""What may be done with the parties of an akkoord: naming, ordering and grouping them, taking them a step further."""

from collections.abc import Iterable
from datetime import date
from typing import TypedDict, Unpack
from uuid import UUID

from django.db.models import Max

from areas.models import AreaOrganisation, Organisation, User
from coalition.agreement.document.enums import PartyRole, PartyStatus
from coalition.agreement.document.models import Agreement, AgreementParty
from coalition.agreement.document.numbering import GONE, lock, moved
from coalition.agreement.document.queries import parties_of
from novex_portal.toolkit.actions import action
from novex_portal.toolkit.problems import Conflict, Problem
from novex_portal.toolkit.states import require_transition


class PartyWords(TypedDict, total=False):
    """What is written about a party: its role, and how the document names it."""

    role: str
    deciding_body: str
    capacity: str
    signatories: str  # a function a line
    mandate: str
    mandate_on: date | None
    short_name: str
    own_formula: str
    reservation: str


@action
def add_party(
    *, agreement: Agreement, actor: User, organisation: Organisation, **words: Unpack[PartyWords]
) -> AgreementParty:
    """Give an organisation of the area a place in the akkoord, the last of its role.

    Raises Problem when it has one, or is not of the area.
    """
    lock(agreement.pk)
    if not AreaOrganisation.objects.filter(area=agreement.area_id, organisation=organisation).exists():
        raise Problem("Deze organisatie hoort niet bij dit gebied. Voeg haar eerst toe bij de partijen.")
    if AgreementParty.objects.filter(agreement=agreement, organisation=organisation).exists():
        raise Problem("Deze organisatie staat al in de lijst van het akkoord.")
    party = AgreementParty(agreement=agreement, organisation=organisation, **words)
    party.number = _next_number(party)
    party.save()
    return party


@action
def change_party(*, party: AgreementParty, actor: User, version: int, **words: Unpack[PartyWords]) -> AgreementParty:
    """Change what is written about a party; with another role it becomes the last there.

    Raises Conflict when somebody else saved since `version` was read.
    """
    lock(party.agreement_id)
    before = party.role
    party.write_over(version, **words)
    if party.role != before:
        party.number = _next_number(party)
        party.save(update_fields=["number"])
    return party


def _next_number(party: AgreementParty) -> int:
    """Return the place behind the others of its role."""
    rows = AgreementParty.objects.filter(agreement=party.agreement_id, role=party.role).exclude(pk=party.pk)
    return (rows.aggregate(last=Max("number"))["last"] or 0) + 1


@action
def move_party(*, party: AgreementParty, actor: User, places: int) -> None:
    """Move a party up (below 0) or down among those of its role. At the edge nothing happens; raises Conflict when it is gone."""
    lock(party.agreement_id)
    rows = [row for row in parties_of(party.agreement) if row.role == party.role]
    if moved(rows, party, places):
        for number, row in enumerate(rows, start=1):
            row.number = number
        AgreementParty.objects.bulk_update(rows, ["number"])


@action
def group_parties(*, agreement: Agreement, actor: User, name: str, was: str = "", chosen: Iterable[UUID] = ()) -> None:
    """Call these parties by one name; who stood under `was` and is not among them belongs to no group any more."""
    lock(agreement.pk)
    rows = AgreementParty.objects.filter(agreement=agreement)
    keys = list(chosen)
    if was:
        rows.filter(group=was).exclude(pk__in=keys).update(group="")
    rows.filter(pk__in=keys).update(group=name)


@action
def change_party_status(
    *, party: AgreementParty, actor: User, status: str, decided_on: date | None = None
) -> AgreementParty:
    """Take a party a step further, or back, with the day of its decision.

    Raises TransitionRefused for a step the table does not know, and Problem when the day of the
    decision is missing where the body decided or signed, or only a signatory may sign.
    """
    party = _locked(party)
    require_transition(PartyStatus, party.status, status)
    decided = status in {PartyStatus.ADOPTED, PartyStatus.SIGNED}
    if decided and not (decided_on or party.decided_on):
        raise Problem("Vul de datum van het besluit in, bijvoorbeeld 31-10-2022.")
    if status == PartyStatus.SIGNED and party.role != PartyRole.SIGNATORY:
        raise Problem("Alleen een ondertekenaar kan tekenen. Wijzig eerst de rol van deze partij.")
    party.status = status
    party.decided_on = (decided_on or party.decided_on) if decided else None
    party.version += 1
    party.save(update_fields=["status", "decided_on", "version", "updated_at"])
    return party


def _locked(party: AgreementParty) -> AgreementParty:
    """Return the party with its row locked until the transaction ends. Raises Conflict when it is gone."""
    found = AgreementParty.objects.select_for_update(no_key=True).filter(pk=party.pk).first()
    if found is None:
        raise Conflict(GONE)
    return found


@action
def remove_party(*, party: AgreementParty, actor: User) -> None:
    """Take a party out of the akkoord. Raises Problem once it has agreed in any way."""
    party = _locked(party)
    if party.status != PartyStatus.DRAFT:
        raise Problem("Deze partij heeft al een besluit genomen. Zet haar status eerst terug op concept.")
    party.delete()
