"""Two at once on the akkoord, with real threads: one consistent outcome, a clear message, nothing lost."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

from areas.models import Area, User
from coalition.agreement.amendments.actions import propose_amendment, take_over_amendment
from coalition.agreement.amendments.subjects import of_article
from coalition.agreement.articles.actions import add_article, remove_article, restore_article, update_article
from coalition.agreement.document.actions.parties import add_party
from coalition.agreement.document.queries import readable_of
from coalition.agreement.positions.actions import state_position
from coalition.agreement.positions.enums import Consent
from coalition.agreement.versions.actions import freeze_version
from coalition.agreement.versions.queries.proof import chain_faults
from coalition.agreement.versions.rules.snapshot import from_json
from coalition.models import AgreementVersion, Amendment, Article, ArticlePosition
from novex_portal.toolkit.problems import Conflict, Problem
from tests.coalition.agreement.ambitions.test_ambitions import make_article
from tests.coalition.agreement.amendments.test_amendments import accepted
from tests.factories import DAY, make_organisation

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*jobs: Callable[[], Any]) -> list[Any]:
    """Do all jobs at one moment, each on its own connection; a refusal is an answer too."""
    start = Barrier(len(jobs))

    def run(job: Callable[[], Any]) -> Any:
        try:
            start.wait()
            return job()
        except Problem as problem:
            return problem
        finally:
            connection.close()

    with ThreadPoolExecutor(len(jobs)) as pool:
        return list(pool.map(run, jobs))


@pytest.fixture
def article(area: Area, planner: User) -> Article:
    return make_article(area, planner)


def test_two_who_freeze_at_once_make_two_versions_in_one_chain(article: Article, planner: User) -> None:
    agreement = article.chapter.agreement
    at_once(*[lambda: freeze_version(agreement=agreement, actor=planner)] * 2)
    first, second = AgreementVersion.objects.order_by("number")
    assert (first.number, second.number) == (1, 2)
    assert second.previous_sha256 == first.sha256
    assert chain_faults(second) == []


def test_article_written_while_freezing_is_whole_or_absent(article: Article, planner: User) -> None:
    agreement, chapter = article.chapter.agreement, article.chapter
    at_once(
        lambda: freeze_version(agreement=agreement, actor=planner),
        lambda: add_article(chapter=chapter, actor=planner, title="Nieuw", text="Tekst."),
    )
    text = from_json(AgreementVersion.objects.get().snapshot)
    new = Article.objects.get(title="Nieuw")
    assert new.is_fixed is ("Nieuw" in {row.title for row in text.articles})
    assert new.label == "2"


def amend(article: Article, planner: User, text: str) -> Callable[[], Any]:
    party = article.chapter.agreement.parties.get().organisation
    words = {
        "title": article.title,
        "text": text,
        "reason": "Beter.",
        "text_version": article.version,
        "source": "Brief",
    }
    return lambda: propose_amendment(subject=of_article(article), organisation=party, actor=planner, **words)


def test_amendment_on_a_text_that_changes_meanwhile_is_told_or_stands(article: Article, planner: User) -> None:
    agreement = article.chapter.agreement
    add_party(agreement=agreement, actor=planner, organisation=make_organisation(area=agreement.area))
    values = {"title": article.title, "text": "Van de ander.", "ambitions": (), "statements": ()}
    proposed, _ = at_once(
        amend(article, planner, "Van mij."),
        lambda: update_article(article=article, actor=planner, version=article.version, **values),
    )
    article.refresh_from_db()
    assert article.text == "Van de ander."
    assert isinstance(proposed, Conflict) or Amendment.objects.get().on_text != article.text


def test_amendment_beside_a_freeze_stands_and_the_version_is_whole(article: Article, planner: User) -> None:
    agreement = article.chapter.agreement
    add_party(agreement=agreement, actor=planner, organisation=make_organisation(area=agreement.area))
    at_once(amend(article, planner, "Van mij."), lambda: freeze_version(agreement=agreement, actor=planner))
    assert Amendment.objects.count() == 1
    assert chain_faults(AgreementVersion.objects.get()) == []


def test_position_on_a_text_that_changes_meanwhile_never_counts_for_the_new_one(
    article: Article, planner: User
) -> None:
    agreement = article.chapter.agreement
    party = add_party(agreement=agreement, actor=planner, organisation=make_organisation(area=agreement.area))
    old = article.text
    said = {"consent": Consent.AGREES, "source": "Brief", "stated_on": DAY}
    values = {"title": article.title, "text": "Anders.", "ambitions": (), "statements": ()}
    answer, _ = at_once(
        lambda: state_position(
            article=article,
            organisation=party.organisation,
            actor=planner,
            version=0,
            article_version=article.version,
            **said,
        ),
        lambda: update_article(article=article, actor=planner, version=article.version, **values),
    )
    assert isinstance(answer, Conflict) or ArticlePosition.objects.get().on_text == old


def test_reference_saved_while_its_article_is_renumbered_means_what_its_writer_saw(
    article: Article, planner: User
) -> None:
    Article.objects.filter(pk=article.pk).update(text="1. Water.\n2. Natuur.")
    article.refresh_from_db()
    other = add_article(chapter=article.chapter, actor=planner, title="B", text="Nog leeg.")
    seen = readable_of(article.chapter.agreement).stored("Zie [[artikel 3.1, tweede lid]].")

    def write(row: Article, text: str) -> Article:
        return update_article(
            article=row, actor=planner, version=row.version, title=row.title, text=text, ambitions=(), statements=()
        )

    at_once(lambda: write(article, "1. Nieuw.\n2. Water.\n3. Natuur."), lambda: write(other, seen))
    other.refresh_from_db()
    assert readable_of(article.chapter.agreement).words(other.text) == "Zie artikel 3.1, derde lid."


def test_two_renumberings_at_once_keep_one_and_its_moves(article: Article, planner: User) -> None:
    Article.objects.filter(pk=article.pk).update(text="1. Water.\n2. Natuur.")
    texts = ["1. Nieuw.\n2. Water.\n3. Natuur.", "1. Natuur.\n2. Water."]
    values = {"title": article.title, "ambitions": (), "statements": ()}
    answers = at_once(
        *(
            partial(update_article, article=article, actor=planner, version=article.version, text=text, **values)
            for text in texts
        )
    )
    article.refresh_from_db()
    assert sum(isinstance(answer, Conflict) for answer in answers) == 1
    assert article.moves == [{"1": "2", "2": "3"} if article.text == texts[0] else {"1": "2", "2": "1"}]


def test_article_taken_out_while_freezing_is_whole_in_the_version_or_absent(article: Article, planner: User) -> None:
    agreement = article.chapter.agreement
    other = add_article(chapter=article.chapter, actor=planner, title="Tweede", text="Tekst.")
    at_once(
        lambda: freeze_version(agreement=agreement, actor=planner),
        lambda: remove_article(article=other, actor=planner, version=1, why="Dubbel."),
    )
    frozen = {row.title for row in from_json(AgreementVersion.objects.get().snapshot).articles}
    assert Article.everything.get(pk=other.pk).is_fixed is ("Tweede" in frozen)


def test_two_who_put_back_at_once_put_back_once_and_numbers_stay_in_a_row(article: Article, planner: User) -> None:
    add_article(chapter=article.chapter, actor=planner, title="Tweede", text="Tekst.")
    remove_article(article=article, actor=planner, version=article.version, why="Dubbel.")
    gone = Article.everything.get(pk=article.pk)
    at_once(*[lambda: restore_article(article=gone, actor=planner, version=gone.version)] * 2)
    assert list(Article.objects.order_by("number").values_list("label", flat=True)) == ["1", "2"]


def test_version_frozen_while_an_article_is_put_back_has_it_whole_or_not(article: Article, planner: User) -> None:
    agreement = article.chapter.agreement
    add_article(chapter=article.chapter, actor=planner, title="Tweede", text="Tekst.")
    gone = remove_article(article=article, actor=planner, version=article.version, why="Dubbel.")
    at_once(
        lambda: freeze_version(agreement=agreement, actor=planner),
        lambda: restore_article(article=gone, actor=planner, version=gone.version),
    )
    frozen = {row.id: row.number for row in from_json(AgreementVersion.objects.get().snapshot).articles}
    back = Article.objects.select_related("chapter").get(pk=article.pk)
    assert frozen.get(str(back.pk), f"3.{back.label}") == f"3.{back.label}"
    assert back.is_fixed is (str(back.pk) in frozen)


def test_version_frozen_while_taking_over_holds_the_old_words_or_the_new(article: Article, planner: User) -> None:
    agreement = article.chapter.agreement
    add_party(agreement=agreement, actor=planner, organisation=make_organisation(area=agreement.area))
    row = accepted(amend(article, planner, "Van mij.")(), planner)
    at_once(
        lambda: freeze_version(agreement=agreement, actor=planner),
        lambda: take_over_amendment(amendment=row, actor=planner, version=row.version, text_version=1),
    )
    text = from_json(AgreementVersion.objects.get().snapshot)
    [frozen] = text.articles
    assert Article.objects.get().text == "Van mij."
    assert (frozen.text == "Van mij.") is (not frozen.amendments)
