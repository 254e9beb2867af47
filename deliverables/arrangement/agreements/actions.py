"""Reciprocal agreements: adding one, changing it, taking it away; and saying how far an arrangement is."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from areas.models import Area, NationalProgramme, Province, User
from coalition.agreement.document.enums import PartyStatus
from coalition.models import Article
from deliverables.agenda.measures.models import Measure
from deliverables.arrangement.agreements.enums import ArrangementState, Obligation
from deliverables.arrangement.agreements.models import (
    AgreementArea,
    AgreementArticle,
    AgreementMeasure,
    AgreementProgramme,
    ReciprocalAgreement,
    SpatialArrangement,
)
from deliverables.arrangement.agreements.queries import codes_given, neighbours, provinces_of
from deliverables.arrangement.agreements.rules import MOST, next_code
from novex_portal.toolkit.actions import action
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.models import link_exactly
from novex_portal.toolkit.problems import Problem, require_past
from novex_portal.toolkit.states import require_transition


@dataclass(frozen=True)
class AgreementFacts:
    """What is filled in of an agreement: its words, what it rests on, and which other areas it touches."""

    province: Province
    subject: str
    obligation: str = Obligation.EFFORT
    place: str = ""
    conditions: str = ""
    one_sided_reason: str = ""
    articles: Collection[Article] = ()
    measures: Collection[Measure] = ()
    programmes: Collection[NationalProgramme] = ()
    touches: Collection[Area] = ()

    @property
    def columns(self) -> dict[str, object]:
        """The columns of the agreement itself, beside its arrangement."""
        return {
            "subject": " ".join(self.subject.split()),
            "place": " ".join(self.place.split()),
            "obligation": self.obligation,
            "conditions": self.conditions.strip(),
            "one_sided_reason": " ".join(self.one_sided_reason.split()),
        }


@action
def add_agreement(
    *, area: Area, actor: User, today: date, facts: AgreementFacts, token: UUID | None = None
) -> ReciprocalAgreement:
    """Add an agreement to the arrangement of a province, which is begun with its first one; it gets its code here.

    The same token twice gives the agreement of the first time. Raises Problem as `change_agreement` does, and when
    the area has as many as it can number.
    """
    Area.objects.select_for_update(no_key=True).get(pk=area.pk)  # gives out codes one at a time
    if made := ReciprocalAgreement.made_with(token, area=area, created_by=actor):
        return made
    _require(area, facts)
    code = next_code(area.code, codes_given(area))
    if code is None:
        raise Problem(f"Een gebied nummert ten hoogste {MOST} afspraken.")
    agreement = ReciprocalAgreement.objects.create(
        area=area,
        arrangement=_arrangement(facts.province, today),
        code=code,
        **facts.columns,
        created_by=actor,
        submission_token=token or uuid7(),
    )
    _write_links(agreement, facts)
    return agreement


@action
def change_agreement(
    *, agreement: ReciprocalAgreement, actor: User, today: date, version: int, facts: AgreementFacts
) -> ReciprocalAgreement:
    """Change all of an agreement but its code.

    Raises Conflict when somebody else saved since `version` was read. Raises Problem without a subject, for a province
    the area does not lie in, for what is of another area, and for an area that shares no province.
    """
    agreement.held_at(version)
    _require(agreement.area, facts, agreement)
    agreement.write_over(version, arrangement=_arrangement(facts.province, today), **facts.columns)
    _write_links(agreement, facts)
    return agreement


@action
def remove_agreement(*, agreement: ReciprocalAgreement, actor: User, version: int) -> None:
    """Take an agreement away that should not have been there, with its commitments.

    Raises Conflict when somebody changed it since, Problem once a party agreed to it in any way: then commitments lapse.
    """
    held = agreement.held_at(version)
    if held.stances.exclude(status=PartyStatus.DRAFT).exists():
        raise Problem("Een partij heeft zich hierover al uitgesproken. Laat de toezeggingen vervallen, met de reden.")
    held.delete()


@action
def set_arrangement_state(
    *, arrangement: SpatialArrangement, actor: User, version: int, state: str, state_on: date
) -> SpatialArrangement:
    """Say how far the arrangement of a province is, and since which day.

    Raises Conflict when somebody said so since `version` was read, TransitionRefused for a step the table lacks,
    Problem for a day to come.
    """
    held = arrangement.held_at(version)
    require_transition(ArrangementState, held.state, state)
    require_past(state_on, "Deze dag ligt in de toekomst. Vul in sinds welke dag het zo is.")
    arrangement.write_over(version, state=state, state_on=state_on)
    return arrangement


def _arrangement(province: Province, today: date) -> SpatialArrangement:
    found, _ = SpatialArrangement.objects.get_or_create(province=province, defaults={"state_on": today})
    return found


def _write_links(agreement: ReciprocalAgreement, facts: AgreementFacts) -> None:
    of = {"agreement": agreement}
    link_exactly(AgreementArticle, of, article=facts.articles)
    link_exactly(AgreementMeasure, of, measure=facts.measures)
    link_exactly(AgreementProgramme, of, programme=facts.programmes)
    link_exactly(AgreementArea, of, area=facts.touches)


def _require(area: Area, facts: AgreementFacts, held: ReciprocalAgreement | None = None) -> None:
    if not facts.subject.strip():
        raise Problem("Vul een onderwerp in, bijvoorbeeld: Water in het beekdal.")
    stays = held is not None and held.arrangement.province_id == facts.province.pk
    if not stays and facts.province not in provinces_of(area):
        raise Problem("Dit gebied ligt niet in die provincie. Kies er een uit de lijst.")
    articles = Article.objects.filter(pk__in=[row.pk for row in facts.articles])
    elsewhere = articles.exclude(chapter__agreement__area=area).exists()
    if elsewhere or any(measure.area_id != area.pk for measure in facts.measures):
        raise Problem("Een afspraak steunt op artikelen en maatregelen van haar eigen gebied.")
    if set(facts.touches) - set(neighbours(area)):
        raise Problem("Een afspraak raakt alleen gebieden in dezelfde provincie.")
