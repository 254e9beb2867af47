"""Writing agreements: their codes, what they rest on, whom they touch, and how far an arrangement is."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils import timezone

from areas.enums import Role
from areas.models import Area, Province, User
from coalition.models import Agreement, Article, Chapter
from deliverables.arrangement.agreements.access import agreement_for, kept_agreement_for, shared_arrangement_for
from deliverables.arrangement.agreements.actions import (
    AgreementFacts,
    add_agreement,
    change_agreement,
    remove_agreement,
    set_arrangement_state,
)
from deliverables.arrangement.agreements.enums import ArrangementState
from deliverables.arrangement.agreements.models import ReciprocalAgreement, SpatialArrangement
from deliverables.arrangement.agreements.rules import next_code
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.problems import Conflict, Problem
from novex_portal.toolkit.states import TransitionRefused
from tests.deliverables.agenda.factories import make_measure
from tests.deliverables.arrangement.factories import DAY, make_agreement, make_commitment, make_province, make_stance
from tests.factories import make_area, make_member

pytestmark = pytest.mark.django_db


@pytest.fixture
def province(area: Area) -> Province:
    return make_province(area)


def add(area: Area, planner: User, **fields: Any) -> ReciprocalAgreement:
    facts = AgreementFacts(fields.pop("province", None) or area.provinces.get(), "Water in het beekdal")
    return add_agreement(area=area, actor=planner, today=DAY, facts=replace(facts, **fields))


def test_code_is_never_given_again(area: Area, planner: User, province: Province) -> None:
    first, second = add(area, planner), add(area, planner)
    assert [first.code, second.code] == [f"RA-{area.code}-01", f"RA-{area.code}-02"]
    remove_agreement(agreement=second, actor=planner, version=1)
    assert add(area, planner).code == f"RA-{area.code}-03"


def test_numbers_end_at_ninety_nine_and_of_another_area_they_tell_nothing() -> None:
    assert next_code("ZL", ["RA-ZL-09", "RA-PL-40", "ZL-W12"]) == "RA-ZL-10"
    assert next_code("ZL", ["RA-ZL-99"]) is None


def test_hundredth_agreement_is_refused(area: Area, planner: User, province: Province) -> None:
    make_agreement(area, code=f"RA-{area.code}-99")
    with pytest.raises(Problem, match="ten hoogste 99"):
        add(area, planner)


def test_same_token_twice_makes_one_agreement(area: Area, planner: User, province: Province) -> None:
    token, facts = uuid7(), AgreementFacts(province, "Water")
    made = [add_agreement(area=area, actor=planner, today=DAY, facts=facts, token=token) for _ in range(2)]
    assert made[0] == made[1]
    assert SpatialArrangement.objects.get().state == ArrangementState.DRAFT


def test_agreement_rests_on_its_own_area_alone(
    area: Area, planner: User, other_area: Area, province: Province
) -> None:
    chapter = Chapter.objects.create(
        agreement=Agreement.objects.create(area=other_area, title="A"), number=1, label="1", title="B"
    )
    article = Article.objects.create(chapter=chapter, number=1, label="1", title="Water", text="Tekst.")
    for fields in ({"measures": [make_measure(other_area)]}, {"articles": [article]}):
        with pytest.raises(Problem, match="haar eigen gebied"):
            add(area, planner, **fields)
    measure = make_measure(area, "W03")
    assert list(add(area, planner, measures=[measure]).measures.all()) == [measure]


def test_agreement_touches_areas_of_its_province_alone(
    area: Area, planner: User, other_area: Area, province: Province
) -> None:
    with pytest.raises(Problem, match="dezelfde provincie"):
        add(area, planner, touches=[other_area])
    make_province(other_area)
    assert list(add(area, planner, touches=[other_area]).touches.all()) == [other_area]


def test_area_of_two_provinces_chooses_one_where_it_lies(area: Area, planner: User, province: Province) -> None:
    brabant, zeeland = make_province(area, name="Noord-Brabant"), make_province(name="Zeeland")
    with pytest.raises(Problem, match="ligt niet in die provincie"):
        add(area, planner, province=zeeland)
    assert add(area, planner, province=brabant).arrangement.province == brabant
    assert add(area, planner, province=province).arrangement.province == province


def test_second_to_change_an_agreement_hears_of_the_first(area: Area, planner: User, province: Province) -> None:
    made, facts = add(area, planner), AgreementFacts(province, "Wonen")
    change_agreement(agreement=made, actor=planner, today=DAY, version=1, facts=facts)
    with pytest.raises(Conflict):
        change_agreement(agreement=made, actor=planner, today=DAY, version=1, facts=facts)
    with pytest.raises(Problem, match="onderwerp"):
        change_agreement(agreement=made, actor=planner, today=DAY, version=2, facts=replace(facts, subject=" "))


def test_agreement_a_party_spoke_of_is_not_removed(area: Area, planner: User, province: Province) -> None:
    made = add(area, planner)
    make_commitment(made)
    make_stance(made, "ambtelijk-akkoord")
    with pytest.raises(Problem, match="al uitgesproken"):
        remove_agreement(agreement=made, actor=planner, version=1)
    made.stances.all().delete()
    remove_agreement(agreement=made, actor=planner, version=1)
    assert not ReciprocalAgreement.objects.exists()


def test_arrangement_follows_its_table_of_states(area: Area, planner: User, province: Province) -> None:
    found = add(area, planner).arrangement
    with pytest.raises(TransitionRefused):
        set_arrangement_state(arrangement=found, actor=planner, version=1, state="herzien", state_on=DAY)
    tomorrow = timezone.localdate() + timedelta(days=1)
    with pytest.raises(Problem, match="in de toekomst"):
        set_arrangement_state(arrangement=found, actor=planner, version=1, state="afgesproken", state_on=tomorrow)
    set_arrangement_state(arrangement=found, actor=planner, version=1, state="afgesproken", state_on=DAY)
    with pytest.raises(Conflict):
        set_arrangement_state(arrangement=found, actor=planner, version=1, state="herzien", state_on=DAY)


def test_area_that_is_touched_reads_an_agreement_and_does_not_change_it(
    area: Area, other_area: Area, province: Province
) -> None:
    make_province(other_area)
    hidden, shared = make_agreement(area), make_agreement(area, touches=(other_area,))
    theirs = make_member(Role.PLANNING_GROUP, other_area)
    assert agreement_for(theirs, other_area.slug, shared.pk) == (other_area, shared)
    with pytest.raises(Http404):
        agreement_for(theirs, other_area.slug, hidden.pk)
    for slug in (area.slug, other_area.slug):
        with pytest.raises(Http404):
            kept_agreement_for(theirs, slug, shared.pk)


def test_state_of_a_shared_arrangement_is_of_who_edits_in_all_its_areas(
    area: Area, planner: User, province: Province
) -> None:
    found = make_agreement(area).arrangement
    assert shared_arrangement_for(planner, area.slug, found.pk) == (area, found)
    make_province(make_area("de-peel"))
    with pytest.raises(PermissionDenied):
        shared_arrangement_for(planner, area.slug, found.pk)
    team = make_member(Role.PROGRAMME_TEAM, None)
    assert shared_arrangement_for(team, area.slug, found.pk) == (area, found)
    with pytest.raises(Http404):
        shared_arrangement_for(team, make_area("groene-hart").slug, found.pk)
