"""Taking an article out of the text and putting it back: nothing that was said of it is lost, and its history stays."""

from typing import Any

import pytest
from django.db import IntegrityError, ProgrammingError, transaction

from areas.enums import Role
from areas.models import Area, Organisation, User
from coalition.agreement.ambitions.enums import AmbitionStatus
from coalition.agreement.ambitions.queries.ambitions import ambition_rows, ambitions_of, articles_on
from coalition.agreement.amendments.actions import propose_amendment, take_over_amendment
from coalition.agreement.amendments.subjects import of_article
from coalition.agreement.articles.actions import (
    add_article,
    move_article,
    remove_article,
    restore_article,
    update_article,
)
from coalition.agreement.articles.queries import hanging_on, history_page
from coalition.agreement.articles.rules.text import Readable
from coalition.agreement.comments.actions import add_comment
from coalition.agreement.document.actions.chapters import add_chapter, remove_chapter
from coalition.agreement.document.actions.parties import add_party
from coalition.agreement.document.queries import document, readable_of
from coalition.agreement.positions.queries import thermometer_of
from coalition.agreement.versions.actions import freeze_version
from coalition.agreement.versions.rules.snapshot import from_json
from coalition.models import Amendment, Article, ArticleComment
from novex_portal.toolkit.problems import Conflict, Problem
from tests.coalition.agreement.ambitions.test_ambitions import change, make_ambition, make_article
from tests.coalition.agreement.amendments.test_amendments import accepted, propose, take_over
from tests.factories import make_amendment, make_member, make_organisation

ROOT = "/gebieden/zuid-limburg/akkoord/"


@pytest.fixture
def article(area: Area, planner: User) -> Article:
    return make_article(area, planner, title="Beken", text="De beek mag stromen.")


@pytest.fixture
def party(article: Article, area: Area, planner: User) -> Organisation:
    organisation = make_organisation(area=area)
    return add_party(agreement=article.chapter.agreement, actor=planner, organisation=organisation).organisation


def remove(article: Article, planner: User, why: str = "Staat al in artikel 2.") -> Article:
    version = Article.everything.get(pk=article.pk).version
    return remove_article(article=article, actor=planner, version=version, why=why)


def restore(article: Article, planner: User) -> Article:
    return restore_article(article=article, actor=planner, version=Article.everything.get(pk=article.pk).version)


def titles(article: Article) -> list[str]:
    return [
        f"{row.number} {row.article.title}" for part in document(article.chapter.agreement) for row in part.articles
    ]


def test_what_was_said_of_an_article_stays_and_comes_back_with_it(
    article: Article, party: Organisation, planner: User
) -> None:
    make_amendment(planner, article, party)
    add_comment(article=article, actor=planner, text="Kan korter.")
    gone = remove(article, planner)
    assert (gone.removed_by, gone.why) == (planner, "Staat al in artikel 2.")
    assert not Article.objects.exists()
    assert (Amendment.objects.count(), ArticleComment.objects.count()) == (1, 1)
    restore(article, planner)
    assert hanging_on(Article.objects.get()) == ["1 wijzigingsvoorstel", "1 opmerking"]


def test_without_a_reason_or_on_an_old_text_it_stays(article: Article, planner: User) -> None:
    with pytest.raises(Problem, match="waarom"):
        remove(article, planner, why="  ")
    with pytest.raises(Conflict):
        remove_article(article=article, actor=planner, version=0, why="Weg.")
    assert Article.objects.get() == article


def test_twice_is_once_both_ways(article: Article, planner: User) -> None:
    first = remove(article, planner)
    assert remove(article, planner).removed_at == first.removed_at
    restore(article, planner)
    assert restore(article, planner).removed_at is None


def test_article_comes_back_in_its_old_place(article: Article, planner: User) -> None:
    for title in ("Wegen", "Wonen"):
        add_article(chapter=article.chapter, actor=planner, title=title, text="Tekst.")
    middle = Article.objects.get(title="Wegen")
    remove(middle, planner)
    assert titles(article) == ["3.1 Beken", "3.2 Wonen"]
    restore(middle, planner)
    assert titles(article) == ["3.1 Beken", "3.2 Wegen", "3.3 Wonen"]


def test_number_a_version_gave_out_waits_for_its_article(article: Article, planner: User) -> None:
    agreement = article.chapter.agreement
    freeze_version(agreement=agreement, actor=planner)
    remove(article, planner)
    add_article(chapter=article.chapter, actor=planner, title="Nieuw", text="Tekst.")
    restore(article, planner)
    assert titles(article) == ["3.1 Beken", "3.2 Nieuw"]


def test_number_with_a_letter_is_not_given_to_another(article: Article, planner: User) -> None:
    agreement, chapter = article.chapter.agreement, article.chapter
    add_article(chapter=chapter, actor=planner, title="Wonen", text="Tekst.")
    freeze_version(agreement=agreement, actor=planner)

    def put_between(title: str) -> Article:
        made = add_article(chapter=chapter, actor=planner, title=title, text="Tekst.")
        move_article(article=made, actor=planner, places=-1)
        return Article.objects.get(pk=made.pk)

    wegen = put_between("Wegen")
    freeze_version(agreement=agreement, actor=planner)
    remove(wegen, planner)
    assert (wegen.label, put_between("Bossen").label) == ("1a", "1b")


def test_reference_to_it_is_said_to_lead_nowhere(article: Article, planner: User) -> None:
    other = add_article(chapter=article.chapter, actor=planner, title="B", text=f"Zie [[artikel {article.pk}]].")
    remove(article, planner)
    readable = readable_of(article.chapter.agreement)
    assert readable.words(other.text) == "Zie een vervallen artikel."
    restore(article, planner)
    assert readable_of(article.chapter.agreement).words(other.text) == "Zie artikel 3.1."


def test_text_thermometer_and_version_leave_it_out(article: Article, planner: User) -> None:
    add_article(chapter=article.chapter, actor=planner, title="Blijft", text="Tekst.")
    remove(article, planner)
    agreement = article.chapter.agreement
    assert [line.article.title for line in thermometer_of(agreement).lines] == ["Blijft"]
    frozen = from_json(freeze_version(agreement=agreement, actor=planner).snapshot)
    assert [row.title for row in frozen.articles] == ["Blijft"]


def test_ambition_of_it_is_in_the_text_no_more_and_then_again(area: Area, planner: User) -> None:
    ambition = change(make_ambition(area, planner), planner, AmbitionStatus.SHARED)
    article = make_article(area, planner, ambitions=[ambition])
    for act, status, number in ((remove, "gedeeld", 0), (restore, "in-akkoord", 1)):
        act(article, planner)
        [row] = ambition_rows(area, planner, ambitions_of(area))
        assert (row.ambition.status, row.articles, len(articles_on(row.ambition))) == (status, number, number)


def test_nothing_is_done_to_an_article_that_is_out(article: Article, party: Organisation, planner: User) -> None:
    row = accepted(propose(article, party, planner, text="Anders."), planner)
    old = article.version
    remove(article, planner)
    with pytest.raises(Conflict):
        update_article(article=article, actor=planner, version=old, title="A", text="B", ambitions=(), statements=())
    with pytest.raises(Problem, match="Zet het eerst terug"):
        take_over_amendment(amendment=row, actor=planner, version=row.version, text_version=old + 1)
    words = {"title": "A", "text": "B", "reason": "C", "text_version": old}
    with pytest.raises(Conflict):
        propose_amendment(subject=of_article(article), organisation=party, actor=planner, **words)


def test_database_deletes_no_article_and_asks_who_and_why(article: Article, planner: User) -> None:
    with pytest.raises(ProgrammingError), transaction.atomic():
        article.delete()
    with pytest.raises(IntegrityError), transaction.atomic():
        Article.objects.filter(pk=article.pk).update(removed_at=article.created_at)


def test_chapter_that_goes_leaves_what_was_taken_out_to_the_one_before(article: Article, planner: User) -> None:
    chapter = add_chapter(agreement=article.chapter.agreement, actor=planner, title="Extra")
    other = add_article(chapter=chapter, actor=planner, title="Extra", text="Tekst.")
    with pytest.raises(Problem, match="nog artikelen"):
        remove_chapter(chapter=chapter, actor=planner)
    remove(other, planner)
    remove_chapter(chapter=chapter, actor=planner)
    kept = Article.everything.get(pk=other.pk)
    assert kept.chapter != chapter
    restore(kept, planner)
    assert Article.objects.get(pk=other.pk).label == "1"


def test_warning_counts_and_removing_keeps_what_was_typed(
    article: Article, party: Organisation, planner: User, signed_in: Any
) -> None:
    make_amendment(planner, article, party)
    client, address = signed_in(planner), f"{ROOT}artikelen/{article.pk}/verwijderen/"
    assert "1 wijzigingsvoorstel" in client.get(address).text
    old = client.post(address, {"version": "0", "why": "MIJN REDEN"})
    assert (old.status_code, "MIJN REDEN" in old.text) == (409, True)
    assert client.post(address, {"version": "1", "why": "MIJN REDEN"}).status_code == 302
    page = client.get(f"{ROOT}artikelen/{article.pk}/").text
    assert "MIJN REDEN" in page
    assert "MIJN REDEN" in client.get(f"{ROOT}artikelen/verwijderd/").text
    assert client.get(f"{ROOT}artikelen/{article.pk}/bewerken/").status_code == 404
    assert client.post(f"{ROOT}artikelen/{article.pk}/terugzetten/", {"version": "2"}).status_code == 302
    assert Article.objects.get() == article


def test_gouden_draad_says_that_it_was_taken_out(article: Article, planner: User, signed_in: Any) -> None:
    remove(article, planner)
    page = signed_in(planner).get(f"/gebieden/zuid-limburg/gouden-draad/?van=artikel:{article.pk}").text
    assert "uit de tekst gehaald op" in page


def test_history_tells_every_change_word_by_word_with_who_and_why(
    article: Article, party: Organisation, planner: User, signed_in: Any
) -> None:
    words = {"title": "Beken", "text": "De beek mag meanderen.", "ambitions": (), "statements": ()}
    update_article(article=article, actor=planner, version=1, why="Scherper.", **words)
    article.refresh_from_db()
    take_over(accepted(propose(article, party, planner, text="De beek mag vrij meanderen."), planner), planner)
    remove(article, planner)
    restore(article, planner)
    _, changes = history_page(article, Readable(), None)
    assert [change.what for change in changes] == [
        "Teruggezet in de tekst", "Uit de tekst gehaald", "Gewijzigd", "Gewijzigd", "Gemaakt",
    ]  # fmt: skip
    assert [change.why for change in changes[1:4]] == ["Staat al in artikel 2.", "Scherper.", "Scherper."]
    assert {change.actor for change in changes} == {str(planner)}
    page = signed_in(make_member(Role.PARTICIPANT, article.chapter.agreement.area)).get(
        f"{ROOT}artikelen/{article.pk}/geschiedenis/"
    )
    assert f"wijzigingsvoorstel van {party.name}" in page.text
    assert "meanderen</ins>" in page.text


def test_history_leaves_out_what_only_moved_along(article: Article, planner: User) -> None:
    for title in ("A", "B"):
        remove(add_article(chapter=article.chapter, actor=planner, title=title, text="Tekst."), planner)
    _, changes = history_page(article, Readable(), None)
    assert [change.what for change in changes] == ["Gemaakt"]


@pytest.mark.parametrize("times", [1, 25])
def test_pages_ask_the_same_number_of_queries(
    article: Article, planner: User, signed_in: Any, times: int, django_assert_num_queries: Any
) -> None:
    for number in range(times):
        article.refresh_from_db()
        words = {"title": article.title, "text": f"Tekst {number}.", "ambitions": (), "statements": ()}
        update_article(article=article, actor=planner, version=article.version, **words)
    for number in range(min(times, 3)):
        remove(add_article(chapter=article.chapter, actor=planner, title=f"N{number}", text="T."), planner)
    client = signed_in(planner)
    with django_assert_num_queries(9):
        client.get(f"{ROOT}artikelen/{article.pk}/geschiedenis/")
    with django_assert_num_queries(5):
        client.get(f"{ROOT}artikelen/verwijderd/")
    with django_assert_num_queries(8):
        client.get(f"{ROOT}artikelen/{article.pk}/")
