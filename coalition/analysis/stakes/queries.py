"""Reading the krachtenveld of an area."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Lower

from areas.models import Area, AreaOrganisation, Challenge, Organisation
from areas.parties.enums import OrganisationKind
from areas.parties.queries import challenges_of, parties_in
from coalition.analysis.stakes.models import StakeScore
from coalition.analysis.stakes.rules import HIGH, Dot, Score, Standing, approach, dots, finding, movement, standings
from coalition.conversations.contacts.models import PartyContact
from novex_portal.toolkit.text import dutch

HEADINGS = ("Nr", "Partij", "Soort", "Invloed", "Belang", "Vraagt om", "Verschuiving", "Ingeschat op", "Waarom")


@dataclass(frozen=True)
class FieldRow:
    """One party in the table; its number is that of its dot."""

    number: int
    organisation: Organisation
    kind: str
    influence: int
    interest: int
    approach: str
    movement: str
    has_moved: bool
    day: date
    reasoning: str
    score: UUID | None


@dataclass(frozen=True)
class Field:
    """The krachtenveld of one opgave on one day."""

    challenge: Challenge | None
    challenges: list[Challenge]
    rows: list[FieldRow]
    dots: list[Dot]
    unscored: list[Organisation]
    days: list[date]  # on which scores were given, newest first
    finding: str


def field_of(area: Area, wanted: UUID | None, day: date, earlier: date | None, kind: str = "") -> Field:
    """Return the krachtenveld of an opgave (the first one when `wanted` is none of the area's). Three queries."""
    challenges = challenges_of(area)
    challenge = next((row for row in challenges if row.pk == wanted), next(iter(challenges), None))
    parties = {party.pk: party for party in parties_in(area) if not kind or party.kind == kind}
    scores = [score for score in _scores(challenge) if score.organisation in parties] if challenge else []
    found = standings(scores, day, earlier)
    known = {row.organisation for row in found}
    unscored = [party for pk, party in parties.items() if pk not in known]
    names = {pk: party.name for pk, party in parties.items()}
    return Field(
        challenge,
        challenges,
        [_row(number, row, parties[row.organisation]) for number, row in enumerate(found, 1)],
        dots(found),
        unscored,
        sorted({score.scored_on for score in scores}, reverse=True),
        finding(found, names, len(unscored)),
    )


def _scores(challenge: Challenge) -> list[Score]:
    rows = StakeScore.objects.filter(challenge=challenge).values_list(
        "organisation_id", "influence", "interest", "scored_on", "reasoning", "id"
    )
    return [Score(*row) for row in rows]


def _row(number: int, row: Standing, party: Organisation) -> FieldRow:
    return FieldRow(
        number,
        party,
        str(OrganisationKind(party.kind).label),
        row.now.influence,
        row.now.interest,
        approach(row.now),
        movement(row),
        row.has_moved,
        row.now.scored_on,
        row.now.reasoning,
        row.now.id,
    )


def field_cells(found: Field) -> Iterator[list[str | int]]:
    """Return the table as cells, for a file."""
    for row in found.rows:
        yield [
            *(row.number, row.organisation.name, row.kind, row.influence, row.interest, row.approach),
            *(row.movement, dutch.short_date(row.day), row.reasoning),
        ]


def latest_influence(area: Area, day: date) -> dict[tuple[UUID, UUID], int]:
    """Return the influence of (opgave, party) by its last score on or before a day. One query."""
    rows = StakeScore.objects.filter(challenge__area=area, scored_on__lte=day).order_by("scored_on")
    return {
        (challenge, party): influence
        for challenge, party, influence in rows.values_list("challenge_id", "organisation_id", "influence")
    }


def heavy_scores(day: date) -> QuerySet[StakeScore]:
    """Return the scores that hold on a day by which a party weighs much on an opgave."""
    later = StakeScore.objects.filter(
        challenge=OuterRef("challenge"),
        organisation=OuterRef("organisation"),
        scored_on__gt=OuterRef("scored_on"),
        scored_on__lte=day,
    )
    return StakeScore.objects.filter(~Exists(later), scored_on__lte=day, influence__gte=HIGH)


def silent_since(parties: QuerySet[AreaOrganisation], today: date, days: int) -> QuerySet[Any]:
    """Keep the parties of areas one did not speak for so many days, those that weigh much first.

    Adds `last` (day of the last conversation, or None) and `weighs_much` (on some opgave of the area).
    """
    spoken = PartyContact.objects.filter(area=OuterRef("area"), organisation=OuterRef("organisation"))
    scores = heavy_scores(today).filter(organisation=OuterRef("organisation"), challenge__area=OuterRef("area"))
    rows = parties.filter(organisation__merged_into=None).annotate(
        last=Subquery(spoken.values("last_held_on")[:1]), weighs_much=Exists(scores)
    )
    silent = rows.filter(Q(last=None) | Q(last__lt=today - timedelta(days=days))).select_related("organisation")
    return silent.order_by("-weighs_much", F("last").asc(nulls_first=True), Lower("organisation__name"))
