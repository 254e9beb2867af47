"""Making, changing and dropping shared ambitions."""

from typing import Any

import pytest

from areas.enums import Role
from areas.models import Area, User
from coalition.agreement.ambitions.actions import change_ambition_status, create_ambition, update_ambition
from coalition.agreement.ambitions.enums import AmbitionStatus
from coalition.agreement.articles.actions import add_article, remove_article
from coalition.agreement.document.actions.agreements import open_agreement
from coalition.models import Ambition, Article
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.problems import Conflict, Problem
from novex_portal.toolkit.states import TransitionRefused
from tests.factories import make_conversation, make_member, make_statement


def make_ambition(area: Area, planner: User, **fields: Any) -> Ambition:
    values = {"title": "Water vasthouden", "text": "Partijen houden water vast.", "statements": (), **fields}
    return create_ambition(area=area, actor=planner, **values)


def make_article(area: Area, planner: User, **fields: Any) -> Article:
    chapter = open_agreement(area=area, actor=planner).chapters.get(number=fields.pop("chapter_number", 3))
    values = {"title": "Water eerst", "text": "Partijen beginnen bij water.", **fields}
    return add_article(chapter=chapter, actor=planner, **values)


def change(ambition: Ambition, planner: User, status: str, reason: str = "") -> Ambition:
    return change_ambition_status(ambition=ambition, actor=planner, status=status, reason=reason)


def test_ambitions_of_an_area_are_numbered_in_order(area: Area, planner: User) -> None:
    numbers = [make_ambition(area, planner).number for _ in range(3)]
    assert numbers == [1, 2, 3]


def test_ambitions_of_another_area_have_their_own_numbers(area: Area, other_area: Area, planner: User) -> None:
    make_ambition(area, planner)
    other_planner = make_member(Role.PLANNING_GROUP, other_area)
    assert make_ambition(other_area, other_planner).number == 1


def test_ambition_keeps_its_statements(area: Area, planner: User) -> None:
    statement = make_statement(make_conversation(planner, area))
    assert list(make_ambition(area, planner, statements=[statement]).statements.all()) == [statement]


def test_same_token_makes_one_ambition(area: Area, planner: User) -> None:
    token = uuid7()
    assert make_ambition(area, planner, token=token) == make_ambition(area, planner, token=token)


def test_token_of_somebody_else_is_refused(area: Area, planner: User, admin: User) -> None:
    token = uuid7()
    make_ambition(area, planner, token=token)
    with pytest.raises(Problem, match="al gebruikt"):
        make_ambition(area, admin, token=token)


def test_statement_of_another_area_is_refused(area: Area, other_area: Area, planner: User, stranger: User) -> None:
    foreign = make_statement(make_conversation(stranger, other_area))
    with pytest.raises(Problem, match="ander gebied"):
        make_ambition(area, planner, statements=[foreign])
    assert not Ambition.objects.exists()


def test_update_replaces_the_statements(area: Area, planner: User) -> None:
    conversation = make_conversation(planner, area)
    old, kept, new = (make_statement(conversation) for _ in range(3))
    ambition = make_ambition(area, planner, statements=[old, kept])
    update_ambition(ambition=ambition, actor=planner, version=1, title="T", text="U", statements=[kept, new])
    assert set(ambition.statements.all()) == {kept, new}


def test_update_on_an_old_version_is_a_conflict_and_changes_nothing(area: Area, planner: User) -> None:
    ambition = make_ambition(area, planner)
    update_ambition(ambition=ambition, actor=planner, version=1, title="Eerste", text="Eerste", statements=[])
    with pytest.raises(Conflict, match="intussen gewijzigd"):
        update_ambition(ambition=ambition, actor=planner, version=1, title="Tweede", text="Tweede", statements=[])
    assert Ambition.objects.get().title == "Eerste"


def test_update_raises_the_version(area: Area, planner: User) -> None:
    ambition = make_ambition(area, planner)
    update_ambition(ambition=ambition, actor=planner, version=1, title="T", text="U", statements=[])
    assert ambition.version == 2


def test_status_follows_the_table(area: Area, planner: User) -> None:
    with pytest.raises(TransitionRefused):
        change(make_ambition(area, planner), planner, AmbitionStatus.IN_AGREEMENT)


def test_dropping_asks_for_a_reason(area: Area, planner: User) -> None:
    ambition = make_ambition(area, planner)
    with pytest.raises(Problem, match="waarom"):
        change(ambition, planner, AmbitionStatus.DROPPED)


def test_dropped_ambition_keeps_its_reason(area: Area, planner: User) -> None:
    dropped = change(make_ambition(area, planner), planner, AmbitionStatus.DROPPED, "Past niet bij de opgave.")
    assert (dropped.status, dropped.drop_reason) == (AmbitionStatus.DROPPED, "Past niet bij de opgave.")


def test_ambition_taken_up_again_loses_the_reason(area: Area, planner: User) -> None:
    dropped = change(make_ambition(area, planner), planner, AmbitionStatus.DROPPED, "Te vroeg.")
    assert change(dropped, planner, AmbitionStatus.PROPOSAL).drop_reason == ""


def test_ambition_under_an_article_cannot_be_dropped(area: Area, planner: User) -> None:
    ambition = make_ambition(area, planner)
    make_article(area, planner, ambitions=[ambition])
    with pytest.raises(Problem, match="onder een artikel"):
        change(ambition, planner, AmbitionStatus.DROPPED, "Weg ermee.")


def test_shared_ambition_under_an_article_is_in_the_agreement(area: Area, planner: User) -> None:
    ambition = change(make_ambition(area, planner), planner, AmbitionStatus.SHARED)
    make_article(area, planner, ambitions=[ambition])
    assert Ambition.objects.get().status == AmbitionStatus.IN_AGREEMENT


def test_ambition_whose_last_article_goes_is_shared_again(area: Area, planner: User) -> None:
    ambition = change(make_ambition(area, planner), planner, AmbitionStatus.SHARED)
    article = make_article(area, planner, ambitions=[ambition])
    remove_article(article=article, actor=planner, version=article.version, why="Dubbel.")
    assert Ambition.objects.get().status == AmbitionStatus.SHARED


def test_history_keeps_every_change_of_an_ambition(area: Area, planner: User) -> None:
    ambition = make_ambition(area, planner)
    update_ambition(ambition=ambition, actor=planner, version=1, title="Nieuw", text="Nieuw", statements=[])
    titles = list(Ambition.pgh_event_model.objects.order_by("pgh_id").values_list("title", flat=True))
    assert titles == ["Water vasthouden", "Nieuw"]
