"""Reading one measure for its page: who takes part, and what it is linked to."""

from dataclasses import dataclass

from areas.models import Challenge, NationalProgramme
from coalition.models import Decision
from deliverables.agenda.measures.enums import PartyPart
from deliverables.agenda.measures.models import Measure, MeasureParty


@dataclass(frozen=True)
class Sides:
    """Who takes part in a measure, by what they do."""

    lead: MeasureParty | None
    partners: list[str]
    funders: list[str]
    authorities: list[str]


@dataclass(frozen=True)
class Links:
    """What a measure is about, beside articles and ambitions."""

    challenges: list[Challenge]
    programmes: list[NationalProgramme]
    decisions: list[Decision]


def sides_of(measure: Measure) -> Sides:
    """Return who takes part in a measure, by name. One query."""
    rows = measure.party_links.select_related("organisation", "executive", "contact").order_by("organisation__name")
    found = list(rows)

    def named(part: str) -> list[str]:
        return [row.organisation.name for row in found if row.part == part]

    return Sides(
        lead=next((row for row in found if row.part == PartyPart.LEAD), None),
        partners=named(PartyPart.PARTNER),
        funders=named(PartyPart.FUNDER),
        authorities=named(PartyPart.AUTHORITY),
    )


def links_of(measure: Measure) -> Links:
    """Return what a measure is linked to. Three queries."""
    return Links(
        challenges=list(measure.challenges.order_by("position", "title")),
        programmes=list(measure.programmes.order_by("name")),
        decisions=list(measure.decisions.order_by("number")),
    )
