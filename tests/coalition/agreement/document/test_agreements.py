"""Beginning an akkoord, its chapters, articles and parties."""

from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from areas.enums import Role
from areas.models import Area, User
from coalition.agreement.ambitions.actions import change_ambition_status
from coalition.agreement.ambitions.enums import AmbitionStatus
from coalition.agreement.articles.actions import move_article, remove_article, update_article
from coalition.agreement.document.actions.agreements import open_agreement
from coalition.agreement.document.actions.chapters import add_chapter, move_chapter, remove_chapter
from coalition.agreement.document.actions.parties import add_party, change_party, change_party_status, remove_party
from coalition.agreement.document.enums import PartyRole, PartyStatus
from coalition.agreement.document.queries import document
from coalition.agreement.document.rules.chapters import CHAPTER_HELP, FORMER_CHAPTERS, STANDARD_CHAPTERS
from coalition.models import Agreement, AgreementParty, Article, Chapter
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.problems import Conflict, Problem
from novex_portal.toolkit.states import TransitionRefused
from tests.coalition.agreement.ambitions.test_ambitions import make_ambition, make_article
from tests.factories import make_conversation, make_member, make_organisation, make_statement


@pytest.fixture
def agreement(area: Area, planner: User) -> Agreement:
    return open_agreement(area=area, actor=planner)


@pytest.fixture
def party(agreement: Agreement, planner: User) -> AgreementParty:
    return add_party(agreement=agreement, actor=planner, organisation=make_organisation(area=agreement.area))


def check_constraints_now() -> None:
    """Check what the database checks at commit."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


def numbers(agreement: Agreement) -> list[str]:
    """Numbers and titles as the document shows them; checks first that no number is given twice."""
    check_constraints_now()
    return [f"{row.number} {row.article.title}" for chapter in document(agreement) for row in chapter.articles]


def save(article: Article, planner: User, **fields: Any) -> Article:
    values = {"version": article.version, "title": article.title, "text": article.text, **fields}
    return update_article(article=article, actor=planner, **{"ambitions": (), "statements": (), **values})


def test_agreement_begins_with_the_standard_chapters(agreement: Agreement) -> None:
    assert tuple(agreement.chapters.values_list("title", flat=True)) == STANDARD_CHAPTERS


def test_every_standard_chapter_has_a_line_of_help() -> None:
    assert set(CHAPTER_HELP) == set(STANDARD_CHAPTERS)


def test_no_standard_chapter_doubles_what_the_document_makes_itself(agreement: Agreement, planner: User) -> None:
    assert not set(FORMER_CHAPTERS) & set(STANDARD_CHAPTERS)
    add_chapter(agreement=agreement, actor=planner, title="Ondertekening")
    assert document(agreement)[-1].help == FORMER_CHAPTERS["Ondertekening"]


def test_beginning_twice_gives_one_agreement(agreement: Agreement, planner: User) -> None:
    assert open_agreement(area=agreement.area, actor=planner) == agreement
    assert agreement.chapters.count() == len(STANDARD_CHAPTERS)


def test_new_chapter_comes_last_and_once(agreement: Agreement, planner: User) -> None:
    first = add_chapter(agreement=agreement, actor=planner, title="Bijlagen")
    assert add_chapter(agreement=agreement, actor=planner, title="Bijlagen") == first
    assert first.number == len(STANDARD_CHAPTERS) + 1


def test_moved_chapter_takes_its_articles_along(area: Area, agreement: Agreement, planner: User) -> None:
    article = make_article(area, planner, chapter_number=3)
    move_chapter(chapter=article.chapter, actor=planner, places=-1)
    assert numbers(agreement) == ["2.1 Water eerst"]


def test_first_chapter_does_not_move_up(agreement: Agreement, planner: User) -> None:
    move_chapter(chapter=agreement.chapters.get(number=1), actor=planner, places=-1)
    assert agreement.chapters.get(number=1).title == STANDARD_CHAPTERS[0]


def test_chapter_with_articles_stays(area: Area, planner: User) -> None:
    article = make_article(area, planner)
    with pytest.raises(Problem, match="nog artikelen"):
        remove_chapter(chapter=article.chapter, actor=planner)


def test_removed_chapter_leaves_no_gap(agreement: Agreement, planner: User) -> None:
    remove_chapter(chapter=agreement.chapters.get(number=2), actor=planner)
    assert list(agreement.chapters.values_list("number", flat=True)) == list(range(1, len(STANDARD_CHAPTERS)))


def test_articles_are_numbered_inside_their_chapter(area: Area, agreement: Agreement, planner: User) -> None:
    for chapter, title in ((3, "A"), (3, "B"), (4, "C")):
        make_article(area, planner, chapter_number=chapter, title=title)
    assert numbers(agreement) == ["3.1 A", "3.2 B", "4.1 C"]


def test_same_token_makes_one_article(area: Area, planner: User) -> None:
    token = uuid7()
    assert make_article(area, planner, token=token) == make_article(area, planner, token=token)


def test_article_moves_among_its_neighbours(area: Area, agreement: Agreement, planner: User) -> None:
    make_article(area, planner, title="A")
    second = make_article(area, planner, title="B")
    move_article(article=second, actor=planner, places=-1)
    assert numbers(agreement) == ["3.1 B", "3.2 A"]


def test_article_goes_to_another_chapter_and_leaves_no_gap(area: Area, agreement: Agreement, planner: User) -> None:
    first = make_article(area, planner, title="A")
    make_article(area, planner, title="B")
    save(first, planner, chapter=agreement.chapters.get(number=5))
    assert numbers(agreement) == ["3.1 B", "5.1 A"]


def test_removed_article_leaves_no_gap(area: Area, agreement: Agreement, planner: User) -> None:
    first = make_article(area, planner, title="A")
    make_article(area, planner, title="B")
    remove_article(article=first, actor=planner, version=first.version, why="Dubbel.")
    assert numbers(agreement) == ["3.1 B"]


def test_history_keeps_a_removed_article(area: Area, planner: User) -> None:
    remove_article(article=make_article(area, planner), actor=planner, version=1, why="Dubbel.")
    labels = list(Article.pgh_event_model.objects.order_by("pgh_id").values_list("pgh_label", "title"))
    assert labels == [("insert", "Water eerst"), ("update", "Water eerst")]


def test_old_version_of_an_article_is_a_conflict(area: Area, planner: User) -> None:
    article = make_article(area, planner)
    save(article, planner, version=1, text="Eerste")
    with pytest.raises(Conflict):
        save(article, planner, version=1, text="Tweede")
    assert Article.objects.get().text == "Eerste"


def test_dropped_ambition_cannot_carry_an_article(area: Area, planner: User) -> None:
    ambition = make_ambition(area, planner)
    change_ambition_status(ambition=ambition, actor=planner, status=AmbitionStatus.DROPPED, reason="Te duur.")
    with pytest.raises(Problem, match="afgevallen"):
        make_article(area, planner, ambitions=[ambition])


def test_ambition_of_another_area_cannot_carry_an_article(area: Area, other_area: Area, planner: User) -> None:
    foreign = make_ambition(other_area, make_member(Role.PLANNING_GROUP, other_area))
    with pytest.raises(Problem, match="ander gebied"):
        make_article(area, planner, ambitions=[foreign])


def test_statement_of_another_area_cannot_carry_an_article(
    area: Area, other_area: Area, planner: User, stranger: User
) -> None:
    foreign = make_statement(make_conversation(stranger, other_area))
    with pytest.raises(Problem, match="ander gebied"):
        make_article(area, planner, statements=[foreign])


def test_chapter_of_another_agreement_takes_no_article(area: Area, other_area: Area, planner: User) -> None:
    other_planner = make_member(Role.PLANNING_GROUP, other_area)
    foreign = open_agreement(area=other_area, actor=other_planner).chapters.get(number=1)
    with pytest.raises(Problem, match="ander akkoord"):
        save(make_article(area, planner), planner, chapter=foreign)


def test_organisation_is_party_once(party: AgreementParty, planner: User) -> None:
    with pytest.raises(Problem, match="al in de lijst"):
        add_party(agreement=party.agreement, actor=planner, organisation=party.organisation)


def test_organisation_of_another_area_is_no_party(agreement: Agreement, other_area: Area, planner: User) -> None:
    with pytest.raises(Problem, match="hoort niet bij dit gebied"):
        add_party(agreement=agreement, actor=planner, organisation=make_organisation(area=other_area))


def test_party_status_follows_the_table(party: AgreementParty, planner: User) -> None:
    with pytest.raises(TransitionRefused):
        change_party_status(party=party, actor=planner, status=PartyStatus.SIGNED)


def test_adopting_asks_for_the_day_of_the_decision(party: AgreementParty, planner: User) -> None:
    AgreementParty.objects.update(status=PartyStatus.EXECUTIVES_AGREE)
    with pytest.raises(Problem, match="datum van het besluit"):
        change_party_status(party=party, actor=planner, status=PartyStatus.ADOPTED)


def test_party_that_does_not_sign_cannot_be_signed(party: AgreementParty, planner: User) -> None:
    AgreementParty.objects.update(status=PartyStatus.ADOPTED, role=PartyRole.SUPPORTER, decided_on="2026-05-01")
    with pytest.raises(Problem, match="Alleen een ondertekenaar"):
        change_party_status(party=party, actor=planner, status=PartyStatus.SIGNED)


def test_party_that_agreed_cannot_be_removed(party: AgreementParty, planner: User) -> None:
    change_party_status(party=party, actor=planner, status=PartyStatus.OFFICIALS_AGREE)
    with pytest.raises(Problem, match="al een besluit"):
        remove_party(party=party, actor=planner)


def test_old_version_of_a_party_is_a_conflict(party: AgreementParty, planner: User) -> None:
    fields = {"role": PartyRole.SUPPORTER, "deciding_body": "", "signatories": "", "reservation": ""}
    change_party(party=party, actor=planner, version=1, **fields)
    with pytest.raises(Conflict):
        change_party(party=party, actor=planner, version=1, **fields)


@transaction.atomic
def give_a_number_twice(agreement: Agreement) -> None:
    Chapter.objects.create(agreement=agreement, number=1, title="Dubbel")
    check_constraints_now()


def test_two_chapters_cannot_have_one_number(agreement: Agreement) -> None:
    with pytest.raises(IntegrityError):
        give_a_number_twice(agreement)
