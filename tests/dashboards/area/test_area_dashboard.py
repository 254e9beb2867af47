"""The dashboard of one area, as different people see it."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from areas.enums import Role
from areas.models import Area, AttentionPoint, Milestone, User
from areas.parties.enums import OrganisationKind
from coalition.agreement.ambitions.actions import create_ambition
from coalition.agreement.document.enums import PartyStatus
from coalition.agreement.positions.actions import state_position
from coalition.conversations.statements.enums import Stance
from coalition.models import (
    ActionItem,
    Agreement,
    AgreementParty,
    AgreementVersion,
    Ambition,
    AmbitionStatement,
    Article,
    ArticleAmbition,
    Chapter,
    PartyContact,
)
from deliverables.checkpoints.models import Checkpoint, CheckpointArea, Requirement
from tests.factories import DAY, make_challenge, make_conversation, make_member, make_organisation, make_statement

SignedIn = Callable[[User], Client]


def _page(client: Client, area: Area) -> str:
    response = client.get(f"/gebieden/{area.slug}/")
    assert response.status_code == 200
    return response.content.decode()


def _contact(area: Area, kind: str, statements: int, conversations: int = 1) -> None:
    party = make_organisation(kind=kind, area=area)
    PartyContact.objects.create(
        area=area, organisation=party, conversation_count=conversations, statement_count=statements
    )


def _fill(area: Area, author: User, times: int) -> None:
    """Put `times` of everything in the area that the dashboard shows."""
    agreement, _ = Agreement.objects.get_or_create(area=area, defaults={"title": "Akkoord"})
    chapter, _ = Chapter.objects.get_or_create(agreement=agreement, number=1, defaults={"title": "Ambities"})
    day = timezone.localdate() + timedelta(days=20)
    for number in range(chapter.articles.count() + 1, chapter.articles.count() + times + 1):
        party = make_organisation(area=area)
        PartyContact.objects.create(area=area, organisation=party, conversation_count=1, statement_count=1)
        statement = make_statement(make_conversation(author, area), party)
        ambition = Ambition.objects.create(area=area, number=number, title="A", text="A", created_by=author)
        AmbitionStatement.objects.create(ambition=ambition, statement=statement)
        article = Article.objects.create(
            chapter=chapter, number=number, label=str(number), title="Artikel", text="Tekst"
        )
        ArticleAmbition.objects.create(article=article, ambition=ambition)
        AgreementParty.objects.create(agreement=agreement, organisation=party, status=PartyStatus.SIGNED)
        AgreementVersion.objects.create(
            agreement=agreement, number=number, frozen_by=author, frozen_at=timezone.now(), snapshot={}
        )
        checkpoint = Checkpoint.objects.create(name=f"Moment {number}", date=day)
        CheckpointArea.objects.create(checkpoint=checkpoint, area=area)
        Requirement.objects.create(checkpoint=checkpoint, area=area, text="Stuk")
        ActionItem.objects.create(area=area, what="Bellen", owner="ik", owner_user=author)
        AttentionPoint.objects.create(area=area, text=f"Punt {number}")
        Milestone.objects.create(area=area, on=day, text=f"Mijlpaal {number}")


def test_empty_area_shows_its_dashboard(area: Area, executive: User, signed_in: SignedIn) -> None:
    page = _page(signed_in(executive), area)
    assert "Er is nog geen ijkmoment gepland" in page
    assert "Er is nog niets vastgelegd" in page


@pytest.mark.parametrize("times", [1, 3])
def test_dashboard_costs_eleven_queries_whatever_the_data(
    area: Area, planner: User, signed_in: SignedIn, django_assert_num_queries: Any, times: int
) -> None:
    _fill(area, planner, times)
    client = signed_in(planner)
    _page(client, area)
    with django_assert_num_queries(11):
        _page(client, area)


def test_dashboard_says_steps_with_their_evidence(area: Area, planner: User, signed_in: SignedIn) -> None:
    _fill(area, planner, 2)
    page = _page(signed_in(planner), area)
    assert "2 van 2 partijen gesproken" in page
    assert "Afgerond als met elke partij van het gebied ten minste één gesprek is vastgelegd." in page


def test_step_links_to_evidence_one_may_open(area: Area, planner: User, signed_in: SignedIn) -> None:
    assert f'href="/gebieden/{area.slug}/gesprekken/">Gesprekken</a></li>' in _page(signed_in(planner), area)


def test_meters_link_to_their_evidence(area: Area, executive: User, planner: User, signed_in: SignedIn) -> None:
    _fill(area, planner, 1)
    page = _page(signed_in(executive), area)
    checkpoint = Checkpoint.objects.get()
    assert 'href="#gesproken">Gesproken partijen per soort</a>' in page
    assert f'href="/gebieden/{area.slug}/ijkmomenten/{checkpoint.pk}/">Wat er nog niet klaar is</a>' in page


def test_step_of_conversations_does_not_link_an_executive_to_them(
    area: Area, executive: User, signed_in: SignedIn
) -> None:
    assert f"/gebieden/{area.slug}/gesprekken/" not in _page(signed_in(executive), area)


def test_number_of_statements_of_two_parties_is_hidden_from_an_executive(
    area: Area, executive: User, signed_in: SignedIn
) -> None:
    for _ in range(2):
        _contact(area, OrganisationKind.COMPANY, statements=37)
    page = _page(signed_in(executive), area)
    assert "minder dan 3 partijen" in page
    assert ">74<" not in page


def test_how_often_few_parties_were_spoken_with_is_not_told(
    area: Area, executive: User, planner: User, signed_in: SignedIn
) -> None:
    _contact(area, OrganisationKind.COMPANY, statements=0, conversations=41)
    assert ">41<" not in _page(signed_in(executive), area)
    assert ">41<" in _page(signed_in(planner), area)


def test_number_of_statements_of_three_parties_is_shown_to_an_executive(
    area: Area, executive: User, signed_in: SignedIn
) -> None:
    for _ in range(3):
        _contact(area, OrganisationKind.COMPANY, statements=37)
    assert ">111<" in _page(signed_in(executive), area)


def test_planning_group_sees_every_number_of_statements(area: Area, planner: User, signed_in: SignedIn) -> None:
    _contact(area, OrganisationKind.COMPANY, statements=37)
    assert ">37<" in _page(signed_in(planner), area)


def _behind(page: str) -> list[str]:
    return re.findall(r'texts__count">([^<]+)<', page)


def test_article_has_those_behind_it_who_sign_and_said_so(area: Area, planner: User, signed_in: SignedIn) -> None:
    _fill(area, planner, 1)
    article, party = Article.objects.get(), AgreementParty.objects.get().organisation
    said = {"version": 0, "article_version": 1, "consent": "akkoord", "stated_on": DAY, "source": "Brief"}
    assert _behind(_page(signed_in(planner), area)) == ["1 van 1", "0 van 1"]
    state_position(article=article, organisation=party, actor=planner, **said)
    assert _behind(_page(signed_in(planner), area)) == ["1 van 1", "1 van 1"]


def test_next_checkpoint_is_counted_in_days(area: Area, planner: User, signed_in: SignedIn) -> None:
    _fill(area, planner, 1)
    page = _page(signed_in(planner), area)
    assert '<span class="figure">20</span> <span>dagen</span>' in page
    assert ("<li><span>Stuk" in page, "Nog niet gestart</span></li>" in page) == (True, True)


def test_executive_is_asked_to_discuss_an_akkoord_on_concept(area: Area, signed_in: SignedIn, planner: User) -> None:
    _fill(area, planner, 1)
    party = AgreementParty.objects.get()
    AgreementParty.objects.update(status=PartyStatus.DRAFT)
    executive = make_member(Role.EXECUTIVE, area, party.organisation)
    assert "Bespreek het akkoord met uw organisatie" in _page(signed_in(executive), area)


def test_nothing_to_ask_shows_no_heading_for_it(area: Area, executive: User, signed_in: SignedIn) -> None:
    assert "Gevraagd van u" not in _page(signed_in(executive), area)


def test_changes_count_conversations_per_day(area: Area, planner: User, signed_in: SignedIn) -> None:
    for _ in range(3):
        make_conversation(planner, area)
    page = _page(signed_in(planner), area)
    assert f'href="/gebieden/{area.slug}/gesprekken/?vanaf=02-03-2026&amp;tot=02-03-2026">3 gesprekken</a>' in page


def test_executive_sees_conversations_of_a_day_without_link(area: Area, executive: User, signed_in: SignedIn) -> None:
    make_conversation(executive, area)
    assert "1 gesprek gevoerd" in " ".join(_page(signed_in(executive), area).split())


def test_dashboard_names_challenges_and_sources(area: Area, executive: User, signed_in: SignedIn) -> None:
    challenge = make_challenge(area, "Blauw-groene structuren")
    challenge.source = "Een rapport"
    challenge.save()
    page = _page(signed_in(executive), area)
    assert "Blauw-groene structuren" in page
    assert "Bron: Een rapport." in page


def test_executive_is_not_told_what_was_heard_nor_that_nothing_was(
    area: Area, executive: User, planner: User, signed_in: SignedIn
) -> None:
    statement = make_statement(make_conversation(planner, area), stance=Stance.SUPPORTS)
    create_ambition(area=area, actor=planner, title="Groen in de wijk", text="Samen.", statements=[statement])
    create_ambition(area=area, actor=planner, title="Water", text="Samen.")
    pages = [_page(signed_in(user), area) for user in (executive, planner)]
    assert [_behind(page) for page in pages] == [["0 van 1", "0 van 1"], ["1 van 1", "0 van 1"]]
    assert pages[0].count("1 niet zichtbaar voor u") == 2
