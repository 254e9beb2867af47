"""Who changed what of an agreement."""

from coalition.models import Article
from deliverables.agenda.measures.models import Measure
from deliverables.arrangement.agreements.models import (
    AgreementArea,
    AgreementArticle,
    AgreementMeasure,
    AgreementProgramme,
    ReciprocalAgreement,
)
from deliverables.arrangement.commitments.models import Commitment, CommitmentQuantity
from deliverables.arrangement.stances.models import AgreementStance
from novex_portal.toolkit.history.changes import Change
from novex_portal.toolkit.history.events import Part, Words, history

_AGREEMENT = {
    "subject": "onderwerp",
    "place": "plaats",
    "obligation": "verplichting",
    "conditions": "voorwaarden",
    "one_sided_reason": "waarom bewust eenzijdig",
}
_COMMITMENT = {
    "side": "kant",
    "organisation_id": "partij",
    "text": "toezegging",
    "kind": "soort",
    "due": "uiterlijk",
    "state": "stand",
    "state_on": "stand van",
    "state_reason": "toelichting",
}
_QUANTITY = {"amount": "hoeveelheid", "unit": "eenheid", "as_of": "stand van", "reason": "waarom bijgesteld"}
_STANCE = {
    "organisation_id": "partij",
    "body": "orgaan",
    "status": "stand",
    "decided_on": "besloten op",
    "expected_on": "verwacht op",
    "reservation": "voorbehoud",
}


def changes_of_agreement(agreement: ReciprocalAgreement) -> list[Change]:
    """Return who changed what of an agreement and when, newest first, commitments that went included."""
    events = Commitment.pgh_event_model.objects.filter(agreement_id=agreement.pk)  # type: ignore[attr-defined]
    commitments = list(events.values_list("pgh_obj_id", flat=True).distinct())
    own = {"agreement_id": agreement.pk}
    return history(
        [
            Part(ReciprocalAgreement, {"pgh_obj_id": agreement.pk}, _AGREEMENT),
            Part(AgreementArticle, own, {"article_id": "artikel"}, _basis),
            Part(AgreementMeasure, own, {"measure_id": "maatregel"}, _basis),
            Part(AgreementProgramme, own, {"programme_id": "programma"}, _basis),
            Part(AgreementArea, own, {"area_id": "gebied"}, lambda _words: "Raakt ook"),
            Part(Commitment, own, _COMMITMENT, lambda words: f"Toezegging van {words['kant'].lower()}"),
            Part(CommitmentQuantity, {"commitment_id__in": commitments}, _QUANTITY, lambda _words: "Hoeveelheid"),
            Part(AgreementStance, own, _STANCE, _stance),
        ],
        called={Article: "title", Measure: "title"},
        tell_first=True,
    )


def _basis(_words: Words) -> str:
    return "Steunt op"


def _stance(words: Words) -> str:
    return f"{words['partij']}, {words['orgaan']}"
