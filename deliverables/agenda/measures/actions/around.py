"""What stands around a measure and is written with it: who takes part, and what it is linked to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Model

from areas.models import Area, AreaOrganisation, Challenge, NationalProgramme, Organisation, Person
from coalition.models import Ambition, Article, Decision
from deliverables.agenda.measures.enums import MeasureKind, MeasureStatus, PartyPart
from deliverables.agenda.measures.models import (
    Measure,
    MeasureAmbition,
    MeasureArticle,
    MeasureChallenge,
    MeasureDecision,
    MeasureParty,
    MeasureProgramme,
)
from novex_portal.toolkit.models import link_exactly
from novex_portal.toolkit.problems import Problem

NO_LEAD_YET = "Kies eerst een trekker. Alleen een voorstel kan zonder."


@dataclass(frozen=True)
class PartyIn:
    """A party in a measure; executive and contact are only for who has the lead."""

    part: str
    organisation: Organisation
    executive: Person | None = None
    contact: Person | None = None


@dataclass(frozen=True)
class LinkedTo:
    """What a measure carries out, serves, is about, is part of and rests on: rows of its own area."""

    articles: Sequence[Article] = ()
    ambitions: Sequence[Ambition] = ()
    challenges: Sequence[Challenge] = ()
    programmes: Sequence[NationalProgramme] = ()
    decisions: Sequence[Decision] = ()


def require_parties(
    *, area: Area, parties: Iterable[PartyIn], kind: str, status: str, kept: Iterable[UUID] = ()
) -> None:
    """Raise Problem when these parties cannot do so in a measure of this kind and state; `kept` are in it already."""
    rows = list(parties)
    leads = [row for row in rows if row.part == PartyPart.LEAD]
    if len(leads) > 1:
        raise Problem("Een maatregel heeft één trekker.")
    if leads and kind == MeasureKind.PROGRAMME:
        raise Problem("Een lopend programma van anderen heeft hier geen trekker. Zet de partij erbij als partner.")
    if not leads and kind != MeasureKind.PROGRAMME and status not in {MeasureStatus.PROPOSED, MeasureStatus.DROPPED}:
        raise Problem(NO_LEAD_YET)
    if len({(row.part, row.organisation.pk) for row in rows}) < len(rows):
        raise Problem("Een partij staat twee keer in dezelfde rol. Haal er een weg.")
    _require_of_area(area, {row.organisation.pk for row in rows} - set(kept))
    for row in rows:
        _require_people(row)


def write_parties(*, measure: Measure, parties: Iterable[PartyIn]) -> None:
    """Let exactly these parties take part; what is there already stays as it is."""
    wanted = {(row.part, row.organisation.pk): row for row in parties}
    there = {(row.part, row.organisation_id): row for row in measure.party_links.all()}
    MeasureParty.objects.filter(pk__in=[row.pk for key, row in there.items() if key not in wanted]).delete()
    for (part, organisation), row in wanted.items():
        people = {"executive": row.executive, "contact": row.contact}
        old = there.get((part, organisation))
        if old is None:
            MeasureParty.objects.create(measure=measure, part=part, organisation_id=organisation, **people)
        elif any(getattr(old, name) != person for name, person in people.items()):
            MeasureParty.objects.filter(pk=old.pk).update(**people)


def require_links(*, area: Area, links: LinkedTo) -> None:
    """Raise Problem when something it is linked to is of another area; a programme is of all."""
    own: tuple[tuple[Sequence[Any], str], ...] = (
        (links.articles, "chapter__agreement__area"),
        (links.ambitions, "area"),
        (links.challenges, "area"),
        (links.decisions, "area"),
    )
    for rows, path in own:
        keys = {row.pk for row in rows}
        if keys and rows[0]._meta.model._default_manager.filter(**{path: area}, pk__in=keys).count() != len(keys):
            raise Problem("U koppelt iets van een ander gebied. Kies uit de lijst.")


def write_links(*, measure: Measure, links: LinkedTo) -> None:
    """Let a measure be linked to exactly these."""
    of: dict[str, Model] = {"measure": measure}
    link_exactly(MeasureArticle, of, article=links.articles)
    if links.articles and MeasureArticle.objects.filter(**of).exclude(article__removed_at=None).exists():
        raise Problem("Een van de artikelen is intussen uit het akkoord gehaald. Kies opnieuw.")
    link_exactly(MeasureAmbition, of, ambition=links.ambitions)
    link_exactly(MeasureChallenge, of, challenge=links.challenges)
    link_exactly(MeasureProgramme, of, programme=links.programmes)
    link_exactly(MeasureDecision, of, decision=links.decisions)


def _require_of_area(area: Area, organisations: set[UUID]) -> None:
    here = AreaOrganisation.objects.filter(area=area, organisation__in=organisations)
    if here.count() != len(organisations):
        raise Problem("Een van de partijen hoort niet bij dit gebied. Voeg haar eerst toe bij de partijen.")


def _require_people(row: PartyIn) -> None:
    people = [person for person in (row.executive, row.contact) if person]
    if people and row.part != PartyPart.LEAD:
        raise Problem("Alleen de trekker heeft een bestuurder en een aanspreekpunt.")
    if any(person.organisation_id != row.organisation.pk for person in people):
        raise Problem(f"Bestuurder en aanspreekpunt zijn van de trekker. Kies iemand van {row.organisation}.")
