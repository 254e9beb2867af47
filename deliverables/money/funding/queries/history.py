"""Who changed what of the money of a measure."""

from deliverables.agenda.measures.models import Measure
from deliverables.agenda.plan.models import ExternalCondition
from deliverables.money.funding.models import Estimate, FundingLine, FundingYear, Spent
from novex_portal.toolkit.history.changes import Change
from novex_portal.toolkit.history.events import Part, Words, history

_ESTIMATE = {
    "needs_none": "geen geld nodig",
    "amount": "raming",
    "price_year": "prijspeil",
    "vat": "btw",
    "accuracy": "onzekerheid in procenten",
    "as_of": "stand van",
    "note": "waarop gebaseerd",
}
_LINE = {
    "fund_id": "fonds",
    "contributor_id": "betaalt",
    "side": "herkomst",
    "asked": "gevraagd",
    "amount": "bijdrage",
    "hardness": "hardheid",
    "decided_on": "besloten op",
    "decided_by": "besluit van",
    "in_kind": "in natura",
    "price_year": "prijspeil",
    "vat": "btw",
    "spend_until": "besteden tot en met",
    "cashier_id": "kassier",
    "waits_for_measure_id": "wacht op maatregel",
    "waits_for_condition_id": "wacht op voorwaarde",
    "note": "toelichting",
}
_YEAR = {"year": "jaar", "amount": "bedrag"}
_SPENT = {"year": "jaar", "committed": "verplicht", "paid": "betaald"}


def changes_of_money(measure: Measure) -> list[Change]:
    """Return who changed what of the money of a measure and when, newest first, contributions that went included."""
    events = FundingLine.pgh_event_model.objects.filter(measure_id=measure.pk)  # type: ignore[attr-defined]
    lines = list(events.values_list("pgh_obj_id", flat=True).distinct())
    own = {"measure_id": measure.pk}
    return history(
        [
            Part(Estimate, own, _ESTIMATE, lambda _words: "Raming"),
            Part(FundingLine, own, _LINE, lambda words: f"Bijdrage uit {words['fonds']}"),
            Part(FundingYear, {"line_id__in": lines}, _YEAR, _year),
            Part(Spent, {"line_id__in": lines}, _SPENT, lambda words: f"Besteding in {words['jaar']}"),
        ],
        called={Measure: "code", ExternalCondition: "title"},
        tell_first=True,
    )


def _year(words: Words) -> str:
    return f"Bijdrage in {words['jaar']}"
