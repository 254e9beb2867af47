"""The numbers people read: from 1 before a version, and fixed from then on."""

from typing import Any

import pytest
from django.db import connection

from areas.enums import Role
from areas.models import Area, Membership, User
from coalition.agreement.articles.actions import move_article, remove_article, update_article
from coalition.agreement.document.actions.agreements import open_agreement
from coalition.agreement.document.actions.chapters import add_chapter, move_chapter
from coalition.agreement.document.enums import ChapterKind
from coalition.agreement.document.rules.chapters import STANDARD_CHAPTERS
from coalition.agreement.document.rules.labels import Numbered, highest_of, labels
from coalition.agreement.terms.actions import define_term
from coalition.agreement.versions.actions import freeze_version
from coalition.models import Agreement, Article
from tests.coalition.agreement.ambitions.test_ambitions import make_article
from tests.factories import DAY, make_area, make_member

FIXED, NEW = True, False


def rows(*given: tuple[str, bool]) -> list[Numbered]:
    return [Numbered(label, is_fixed) for label, is_fixed in given]


@pytest.mark.parametrize(
    ("given", "highest", "expected"),
    [
        ([], 0, []),
        ([("", NEW), ("", NEW)], 0, ["1", "2"]),
        ([("1", FIXED), ("", NEW), ("2", FIXED)], 2, ["1", "1a", "2"]),
        ([("1", FIXED), ("1a", FIXED), ("", NEW), ("2", FIXED)], 2, ["1", "1a", "1b", "2"]),
        ([("", NEW), ("1", FIXED)], 1, ["0a", "1"]),
        ([("1", FIXED), ("", NEW), ("", NEW)], 1, ["1", "2", "3"]),
        ([("1", FIXED), ("", NEW)], 4, ["1", "5"]),  # 2, 3 and 4 were in a version and are gone
        ([("2", FIXED), ("1", FIXED)], 2, ["2", "1"]),  # moved: each keeps its number
    ],
)
def test_what_a_version_numbered_keeps_its_number(
    given: list[tuple[str, bool]], highest: int, expected: list[str]
) -> None:
    assert labels(rows(*given), highest) == expected


def test_after_26_insertions_letters_go_on() -> None:
    given = [("1", FIXED), *[("", NEW)] * 27, ("2", FIXED)]
    found = labels(rows(*given), 2)
    assert found[26:28] == ["1z", "1za"]
    assert len(set(found)) == len(found)


def test_highest_number_ignores_letters() -> None:
    assert highest_of(["1", "12b", "3"]) == 12
    assert highest_of([]) == 0


@pytest.fixture
def frozen(area: Area, planner: User) -> Agreement:
    """An akkoord with articles 3.1 A and 3.2 B that are in a version."""
    make_article(area, planner, title="A")
    article = make_article(area, planner, title="B")
    freeze_version(agreement=article.chapter.agreement, actor=planner)
    return Agreement.objects.get(area=area)


def shown(agreement: Agreement) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    found = Article.objects.filter(chapter__agreement=agreement).select_related("chapter")
    return [f"{row.chapter.label}.{row.label} {row.title}" for row in found]


def test_inserted_article_gets_a_letter(frozen: Agreement, area: Area, planner: User) -> None:
    new = make_article(area, planner, title="C")
    assert shown(frozen)[-1] == "3.3 C"
    move_article(article=new, actor=planner, places=-1)
    assert shown(frozen) == ["3.1 A", "3.1a C", "3.2 B"]


def test_number_of_what_is_removed_is_not_given_again(frozen: Agreement, area: Area, planner: User) -> None:
    remove_article(article=Article.objects.get(title="B"), actor=planner, version=1, why="Dubbel.")
    make_article(area, planner, title="C")
    assert shown(frozen) == ["3.1 A", "3.3 C"]


def test_new_version_keeps_numbers_or_gives_new_ones(frozen: Agreement, area: Area, planner: User) -> None:
    move_article(article=make_article(area, planner, title="C"), actor=planner, places=-1)
    freeze_version(agreement=frozen, actor=planner)
    assert shown(frozen) == ["3.1 A", "3.1a C", "3.2 B"]
    freeze_version(agreement=frozen, actor=planner, renumber=True)
    assert shown(frozen) == ["3.1 A", "3.2 C", "3.3 B"]


def test_article_in_another_chapter_is_numbered_there(frozen: Agreement, planner: User) -> None:
    article = Article.objects.get(title="A")
    chapter = frozen.chapters.get(number=4)
    values = {"title": "A", "text": "Tekst.", "ambitions": (), "statements": ()}
    update_article(article=article, actor=planner, version=article.version, chapter=chapter, **values)
    assert shown(frozen) == ["3.2 B", "4.1 A"]


def test_inserted_chapter_gets_a_letter_and_annexes_stand_last(frozen: Agreement, planner: User) -> None:
    annex = add_chapter(agreement=frozen, actor=planner, title="Kaart", kind=ChapterKind.ANNEX)
    chapter = add_chapter(agreement=frozen, actor=planner, title="Extra")
    assert (annex.label, chapter.label) == ("B1", str(len(STANDARD_CHAPTERS) + 1))
    move_chapter(chapter=chapter, actor=planner, places=-1)
    chapter.refresh_from_db()
    annex.refresh_from_db()
    assert (chapter.label, annex.number) == (f"{len(STANDARD_CHAPTERS) - 1}a", len(STANDARD_CHAPTERS) + 2)


def test_annex_does_not_climb_into_the_text(frozen: Agreement, planner: User) -> None:
    annex = add_chapter(agreement=frozen, actor=planner, title="Kaart", kind=ChapterKind.ANNEX)
    move_chapter(chapter=annex, actor=planner, places=-1)
    annex.refresh_from_db()
    assert annex.number == len(STANDARD_CHAPTERS) + 1


def test_numbers_run_from_one_before_a_version(area: Area, planner: User) -> None:
    open_agreement(area=area, actor=planner)
    first = make_article(area, planner, title="A")
    make_article(area, planner, title="B")
    remove_article(article=first, actor=planner, version=first.version, why="Dubbel.")
    assert shown(Agreement.objects.get(area=area)) == ["3.1 B"]


def test_dropped_far_away_article_moves_as_many_places(area: Area, planner: User, signed_in: Any) -> None:
    for title in ("A", "B", "C"):
        article = make_article(area, planner, title=title)
    data = {"plaatsen": "-2", "hoofdstukken": "1"}
    answer = signed_in(planner).post(f"/gebieden/{area.slug}/akkoord/artikelen/{article.pk}/verplaatsen/", data)
    assert answer.headers["Location"].endswith("/hoofdstukken/")
    assert shown(article.chapter.agreement) == ["3.1 C", "3.2 A", "3.3 B"]


@pytest.mark.parametrize(
    ("begin", "chapters"), [("leeg", 1), ("standaard", len(STANDARD_CHAPTERS)), ("", len(STANDARD_CHAPTERS))]
)
def test_akkoord_begins_empty_or_with_the_usual_chapters(
    area: Area, planner: User, signed_in: Any, begin: str, chapters: int
) -> None:
    signed_in(planner).post(f"/gebieden/{area.slug}/akkoord/beginnen/", {"begin": begin})
    assert Agreement.objects.get(area=area).chapters.count() == chapters


def test_akkoord_begins_with_chapters_and_terms_of_another_area(area: Area, signed_in: Any) -> None:
    planner = make_member(Role.PLANNING_GROUP, area)
    elsewhere = make_area("de-peel")
    Membership.objects.create(user=planner, area=elsewhere, role=Role.PARTICIPANT, valid_from=DAY)
    other = open_agreement(area=elsewhere, actor=planner, empty=True)
    add_chapter(agreement=other, actor=planner, title="Kaart", kind=ChapterKind.ANNEX)
    define_term(agreement=other, actor=planner, term="Peel", meaning="Hoogveen.")
    signed_in(planner).post(f"/gebieden/{area.slug}/akkoord/beginnen/", {"begin": str(other.pk)})
    made = Agreement.objects.get(area=area)
    assert list(made.chapters.values_list("label", "title")) == [("1", "Afspraken"), ("B1", "Kaart")]
    assert made.terms.get().term == "Peel"


def test_akkoord_of_an_area_one_may_not_see_is_no_beginning(area: Area, planner: User, signed_in: Any) -> None:
    other = open_agreement(area=make_area("de-peel"), actor=planner)
    answer = signed_in(planner).post(f"/gebieden/{area.slug}/akkoord/beginnen/", {"begin": str(other.pk)})
    assert answer.status_code == 422
    assert not Agreement.objects.filter(area=area).exists()
