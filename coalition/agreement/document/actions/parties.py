"""What may be done with the parties of an akkoord: naming them, changing what is written, taking them a step further."""

from datetime import date

from areas.models import AreaOrganisation, Organisation, User
from coalition.agreement.document.enums import PartyRole, PartyStatus
from coalition.agreement.document.models import Agreement, AgreementParty
from coalition.agreement.document.numbering import GONE, lock
from novex_portal.toolkit.actions import action
from novex_portal.toolkit.problems import Conflict, Problem
from novex_portal.toolkit.states import require_transition


@action
def add_party(
    *,
    agreement: Agreement,
    actor: User,
    organisation: Organisation,
    role: str = PartyRole.SIGNATORY,
    deciding_body: str = "",
    signatory_role: str = "",
    reservation: str = "",
) -> AgreementParty:
    """Give an organisation of the area a place in the akkoord. Raises Problem when it has one, or is not of the area."""
    lock(agreement.pk)
    if not AreaOrganisation.objects.filter(area=agreement.area_id, organisation=organisation).exists():
        raise Problem("Deze organisatie hoort niet bij dit gebied. Voeg haar eerst toe bij de partijen.")
    if AgreementParty.objects.filter(agreement=agreement, organisation=organisation).exists():
        raise Problem("Deze organisatie staat al in de lijst van het akkoord.")
    return AgreementParty.objects.create(
        agreement=agreement,
        organisation=organisation,
        role=role,
        deciding_body=deciding_body,
        signatory_role=signatory_role,
        reservation=reservation,
    )


@action
def change_party(
    *,
    party: AgreementParty,
    actor: User,
    version: int,
    role: str,
    deciding_body: str,
    signatory_role: str,
    reservation: str,
) -> AgreementParty:
    """Change what is written about a party. Raises Conflict when somebody else saved since `version` was read."""
    party.write_over(
        version, role=role, deciding_body=deciding_body, signatory_role=signatory_role, reservation=reservation
    )
    return party


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
