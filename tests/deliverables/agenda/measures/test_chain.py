"""The chain goes on to measures: lower rooms show what rests on theirs, and nothing it rests on can go."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from areas.access import active_memberships
from areas.enums import Role
from areas.factsheet.actions.factsheets import save_heading
from areas.factsheet.enums import FactsheetHeading
from areas.models import Area, Organisation, User
from areas.resting.queries import rests_on
from coalition.agreement.ambitions.actions import change_ambition_status
from coalition.agreement.articles.actions import remove_article
from coalition.agreement.provenance.queries import outcomes_of
from coalition.conversations.feedback.actions import write_letter
from coalition.conversations.feedback.queries import text_of
from coalition.merging.leaving.actions import leave_area
from coalition.models import Ambition, Article, Statement
from coalition.trail.golden_thread.queries import thread_of
from coalition.trail.golden_thread.rules import Link
from deliverables.agenda.measures.enums import MeasureStatus, PartyPart
from deliverables.agenda.measures.models import (
    Measure,
    MeasureAmbition,
    MeasureArticle,
    MeasureChallenge,
    MeasureDecision,
    MeasureParty,
)
from deliverables.checkpoints.actions import CheckpointData, change_checkpoint, remove_checkpoint
from novex_portal.records.inzage.queries.persons import archive_of, held_about
from novex_portal.toolkit.problems import Problem
from tests.coalition.agreement.ambitions.test_ambitions import make_ambition, make_article
from tests.deliverables.agenda.factories import make_deadline, make_measure
from tests.deliverables.makers import make_checkpoint
from tests.factories import (
    make_challenge,
    make_conversation,
    make_decision,
    make_feedback,
    make_member,
    make_organisation,
    make_person,
    make_statement,
)

SignIn = Callable[[User], Client]


def said(area: Area, planner: User) -> Statement:
    return make_statement(make_conversation(planner, area), make_organisation(area=area))


def rooted(area: Area, planner: User) -> tuple[Statement, Ambition, Article]:
    statement = said(area, planner)
    ambition = make_ambition(area, planner, statements=[statement])
    return statement, ambition, make_article(area, planner, ambitions=[ambition])


def carrying_out(article: Article, area: Area, code: str = "W03", **fields: Any) -> Measure:
    measure = make_measure(area, code, title="Aanleg berging", **fields)
    MeasureArticle.objects.create(measure=measure, article=article)
    return measure


def test_article_says_which_measures_carry_it_out(area: Area, planner: User, signed_in: SignIn) -> None:
    _, ambition, article = rooted(area, planner)
    measure = carrying_out(article, area)
    pages = {
        reverse("article", args=[area.slug, article.pk]): "Welke maatregelen voeren dit uit?",
        reverse("ambition", args=[area.slug, ambition.pk]): "Welke keuzes en maatregelen komen hieruit voort?",
    }
    for page, asks in pages.items():
        shown = signed_in(planner).get(page).content.decode()
        assert asks in shown
        assert measure.get_absolute_url() in shown
        assert "ZL-W03 Aanleg berging" in shown


def test_measure_is_reached_once_along_two_ways(area: Area, planner: User) -> None:
    statement, ambition, article = rooted(area, planner)
    measure = carrying_out(article, area)
    MeasureAmbition.objects.create(measure=measure, ambition=ambition)
    outcome = outcomes_of(statement.conversation, planner)[0]
    assert [row.title for row in outcome.further] == ["ZL-W03 Aanleg berging"]


def test_conversation_page_leads_to_the_measure(area: Area, planner: User, signed_in: SignIn) -> None:
    statement, _, article = rooted(area, planner)
    measure = carrying_out(article, area)
    page = signed_in(planner).get(reverse("conversation", args=[area.slug, statement.conversation_id]))
    assert measure.get_absolute_url() in page.content.decode()


def test_thread_goes_on_to_the_measure_and_back(area: Area, planner: User) -> None:
    statement, _, article = rooted(area, planner)
    measure = carrying_out(article, area)
    forth = thread_of(planner, area, Link.CONVERSATION, statement.conversation_id)
    back = thread_of(planner, area, Link.MEASURE, measure.pk)
    assert [kind for kind, _ in forth.columns][-1] == Link.MEASURE
    assert {row.id for row in forth.nodes} == {row.id for row in back.nodes}


def test_thread_of_a_decision_leads_to_its_measures(area: Area, planner: User) -> None:
    decision = make_decision(planner, area=area)
    measure = make_measure(area)
    MeasureDecision.objects.create(measure=measure, decision=decision)
    assert str(measure.pk) in {row.key for row in thread_of(planner, area, Link.DECISION, decision.pk).nodes}
    assert str(decision.pk) in {row.key for row in thread_of(planner, area, Link.MEASURE, measure.pk).nodes}


def test_what_hangs_beside_the_measure_is_left_out(area: Area, planner: User) -> None:
    _, ambition, article = rooted(area, planner)
    other = make_article(area, planner, ambitions=[ambition])
    measure = carrying_out(article, area)
    assert str(other.pk) not in {row.key for row in thread_of(planner, area, Link.MEASURE, measure.pk).nodes}


def test_who_may_not_read_the_agenda_sees_no_measure(area: Area, planner: User) -> None:
    _, _, article = rooted(area, planner)
    carrying_out(article, area)
    assert rests_on(make_member(Role.AUDITOR), area, Article, [article.pk]) == {}


def test_measure_of_another_area_is_not_shown(area: Area, other_area: Area, planner: User) -> None:
    _, _, article = rooted(area, planner)
    carrying_out(article, other_area, "P01")
    assert rests_on(planner, area, Article, [article.pk]) == {}


@pytest.mark.parametrize("rows", [1, 3])
def test_what_rests_on_an_article_is_one_query_a_kind(
    area: Area, planner: User, django_assert_num_queries: Any, rows: int
) -> None:
    _, _, article = rooted(area, planner)
    for number in range(rows):
        carrying_out(article, area, f"W{number:02}")
    active_memberships(planner)  # read once per request, whatever the page
    with django_assert_num_queries(2):
        assert len(rests_on(planner, area, Article, [article.pk])[article.pk]) == rows


@pytest.mark.parametrize("rows", [1, 3])
def test_thread_of_a_measure_does_not_grow(
    area: Area, planner: User, django_assert_num_queries: Any, rows: int
) -> None:
    measure = make_measure(area)
    for _ in range(rows):
        MeasureArticle.objects.create(measure=measure, article=rooted(area, planner)[2])
    with django_assert_num_queries(22):
        thread_of(planner, area, Link.MEASURE, measure.pk)


def test_letter_tells_what_is_done_and_not_what_was_proposed(area: Area, planner: User) -> None:
    statement, _, article = rooted(area, planner)
    carrying_out(article, area)
    carrying_out(article, area, "W04", status=MeasureStatus.PROPOSED)
    make_feedback(statement)
    letter = write_letter(conversation=statement.conversation, actor=planner, organisation=statement.organisation)
    assert letter.answers[0]["became"] == ["ZL-W03 Aanleg berging"]
    assert "Dit wordt gedaan: ZL-W03 Aanleg berging." in text_of(letter)


def test_letter_of_before_measures_still_reads(area: Area, planner: User, signed_in: SignIn) -> None:
    statement, _, _ = rooted(area, planner)
    make_feedback(statement)
    letter = write_letter(conversation=statement.conversation, actor=planner, organisation=statement.organisation)
    del letter.answers[0]["became"]
    letter.save()
    assert signed_in(planner).get(reverse("feedback-letter", args=[area.slug, letter.pk])).status_code == 200
    assert "Dit wordt gedaan" not in text_of(letter)


def test_inzage_says_in_which_measure_somebody_has_a_role(area: Area, planner: User) -> None:
    party = make_organisation("Waterschap", area=area)
    person = make_person(party, "Projectleider", name="Voorbeeld Aardbei")
    measure = make_measure(area, "W03", title="Aanleg berging")
    MeasureParty.objects.create(measure=measure, organisation=party, part=PartyPart.LEAD, contact=person)
    rows = [row for group in archive_of(person, area, planner).records for row in group["rows"]]
    assert {"maatregel": "ZL-W03 Aanleg berging", "rol": "Trekker"} in rows
    assert any("partij bij een maatregel" in held.what.lower() for held in held_about(person, area))


def refused(does: Callable[[], object]) -> str:
    with pytest.raises(Problem) as caught:
        does()
    return str(caught.value)


def test_article_a_measure_rests_on_stays(area: Area, planner: User, signed_in: SignIn) -> None:
    _, _, article = rooted(area, planner)
    carrying_out(article, area)
    words = refused(lambda: remove_article(article=article, actor=planner, version=article.version, why="Dubbel."))
    assert "Hierop steunt nog: 1 maatregel (ZL-W03 Aanleg berging)." in words
    address = reverse("article-remove", args=[area.slug, article.pk])
    assert "ZL-W03 Aanleg berging" in signed_in(planner).get(address).content.decode()
    assert signed_in(planner).post(address).status_code == 422
    assert Article.objects.filter(pk=article.pk).exists()


def test_ambition_a_measure_rests_on_is_not_dropped(area: Area, planner: User, signed_in: SignIn) -> None:
    ambition = make_ambition(area, planner, statements=[said(area, planner)])
    MeasureAmbition.objects.create(measure=make_measure(area, "W03", title="Aanleg berging"), ambition=ambition)
    change = lambda: change_ambition_status(ambition=ambition, actor=planner, status="afgevallen", reason="Te duur")  # noqa: E731
    assert "Op deze ambitie steunt nog: 1 maatregel (ZL-W03 Aanleg berging)." in refused(change)
    page = signed_in(planner).post(
        reverse("ambition-status", args=[area.slug, ambition.pk]), {"status": "afgevallen", "reason": "Te duur"}
    )
    assert page.status_code == 422
    assert "ZL-W03 Aanleg berging" in page.content.decode()


def test_opgave_measures_are_about_stays(area: Area, planner: User) -> None:
    challenge = make_challenge(area, "Water")
    for number in range(5):
        measure = make_measure(area, f"W0{number}", title="Werk")
        MeasureChallenge.objects.create(measure=measure, challenge=challenge)
    words = refused(
        lambda: save_heading(
            area=area, heading=FactsheetHeading.MAIN, actor=planner, version=0, text="", source="", rows=[]
        )
    )
    assert "5 maatregelen (ZL-W00 Werk, ZL-W01 Werk, ZL-W02 Werk en andere)" in words


def test_checkpoint_a_measure_must_be_ready_for_stays(area: Area, admin: User, signed_in: SignIn) -> None:
    checkpoint = make_checkpoint(area)
    make_deadline(make_measure(area, "W03", title="Aanleg berging"), checkpoint=checkpoint)
    words = refused(lambda: remove_checkpoint(checkpoint=checkpoint, actor=admin, version=checkpoint.version))
    assert "Hieraan hangt nog: 1 maatregel (ZL-W03 Aanleg berging)." in words
    address = reverse("checkpoint-remove", args=[area.slug, checkpoint.pk])
    assert "ZL-W03 Aanleg berging" in signed_in(admin).get(address).content.decode()
    assert signed_in(admin).post(address, {"version": checkpoint.version}).status_code == 422


def test_area_with_a_measure_for_a_checkpoint_stays_with_it(
    area: Area, other_area: Area, programme_team: User
) -> None:
    checkpoint = make_checkpoint(area, other_area)
    make_deadline(make_measure(area, "W03", title="Aanleg berging"), checkpoint=checkpoint)
    facts = {"name": checkpoint.name, "kind": checkpoint.kind, "date": checkpoint.date}

    def leave(*areas: Area) -> None:
        data = CheckpointData(**facts, areas=areas)
        change_checkpoint(checkpoint=checkpoint, actor=programme_team, version=checkpoint.version, data=data)

    assert "Daar moet nog klaar zijn: 1 maatregel (ZL-W03 Aanleg berging)." in refused(lambda: leave(other_area))
    leave(area)
    assert set(checkpoint.areas.all()) == {area}


def test_measure_one_may_not_read_is_not_named(area: Area, other_area: Area, admin: User) -> None:
    checkpoint = make_checkpoint(area, other_area)
    make_deadline(make_measure(other_area, "P01", title="Geheim in De Peel"), checkpoint=checkpoint)
    words = refused(lambda: remove_checkpoint(checkpoint=checkpoint, actor=admin, version=checkpoint.version))
    assert "Hieraan hangt nog: 1 maatregel." in words


@pytest.mark.parametrize("part", PartyPart)
def test_party_with_a_role_in_a_measure_does_not_leave(area: Area, planner: User, part: str) -> None:
    party: Organisation = make_organisation("Waterschap", area=area)
    MeasureParty.objects.create(measure=make_measure(area), organisation=party, part=part)
    words = refused(lambda: leave_area(area=area, organisation=party, actor=planner))
    assert "1 rol bij een maatregel" in words
