"""Where the bodies of parties are with an agreement: writing it down, changing it, taking it away."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction

from areas.models import AreaOrganisation, Organisation, User
from coalition.agreement.document.enums import PartyStatus
from deliverables.arrangement.agreements.enums import DECIDED
from deliverables.arrangement.agreements.models import ReciprocalAgreement
from deliverables.arrangement.stances.models import AgreementStance
from novex_portal.toolkit.actions import action
from novex_portal.toolkit.files.keeping import Taken, keep_original
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.problems import Problem, require_past
from novex_portal.toolkit.states import require_transition

_TWICE = "Van dit orgaan staat de stand er al. Wijzig die."


@dataclass(frozen=True)
class StanceFacts:
    """What is filled in of where a body of a party is. A letter that is kept stays without a new one."""

    status: str
    expected_on: date | None = None
    decided_on: date | None = None
    reservation: str = ""
    letter: Taken | None = None
    drop_letter: bool = False

    def columns(self) -> dict[str, object]:
        """Return the columns of a row; a letter that was brought is kept with it."""
        found: dict[str, object] = {
            "status": self.status,
            "expected_on": self.expected_on,
            "decided_on": self.decided_on,
            "reservation": self.reservation.strip(),
        }
        if self.letter:
            found["letter"] = keep_original(self.letter)
        elif self.drop_letter or not found["reservation"]:
            found["letter"] = None
        return found


@action
def add_stance(
    *,
    agreement: ReciprocalAgreement,
    actor: User,
    organisation: Organisation,
    body: str,
    facts: StanceFacts,
    token: UUID | None = None,
) -> AgreementStance:
    """Write down where a body of a party is with an agreement.

    The same token twice gives the first one. Raises Problem for a party of another area, for a body that is there
    already, without the day of what was decided or with one to come, and for a letter without the words of its reservation.
    """
    if made := AgreementStance.made_with(token, agreement=agreement):
        return made
    words = " ".join(body.split())
    if not words:
        raise Problem("Vul het orgaan in, bijvoorbeeld: Gedeputeerde Staten.")
    if not AreaOrganisation.objects.filter(area=agreement.area_id, organisation=organisation).exists():
        raise Problem("Deze partij hoort niet bij dit gebied. Voeg haar eerst toe bij de partijen.")
    _require(facts)
    try:
        with transaction.atomic():
            return AgreementStance.objects.create(
                agreement=agreement,
                organisation=organisation,
                body=words,
                submission_token=token or uuid7(),
                **facts.columns(),
            )
    except IntegrityError as error:
        raise Problem(_TWICE) from error


@action
def change_stance(*, stance: AgreementStance, actor: User, version: int, facts: StanceFacts) -> AgreementStance:
    """Change where a body of a party is. Raises Conflict, TransitionRefused, and Problem as `add_stance` does."""
    held = stance.held_at(version)
    require_transition(PartyStatus, held.status, facts.status)
    _require(facts)
    stance.write_over(version, **facts.columns())
    return stance


@action
def remove_stance(*, stance: AgreementStance, actor: User, version: int) -> None:
    """Take away what should not have been there. Raises Conflict, and Problem for what was decided."""
    held = stance.held_at(version)
    if held.status in DECIDED:
        raise Problem("Dit orgaan heeft besloten. Zet de stand eerst terug, of laat haar staan.")
    held.delete()


def _require(facts: StanceFacts) -> None:
    if facts.status in DECIDED and not facts.decided_on:
        raise Problem("Vul in op welke dag dit is besloten, bijvoorbeeld 17-11-2026.")
    require_past(
        facts.decided_on, "Een besluit ligt niet in de toekomst. Vul bij verwacht op in wanneer u het verwacht."
    )
    if facts.letter and not facts.reservation.strip():
        raise Problem("Een brief hoort bij een voorbehoud. Schrijf op wat het voorbehoud is.")
