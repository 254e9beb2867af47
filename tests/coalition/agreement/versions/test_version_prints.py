"""A version on paper to work with: numbered lines, open amendments, and beside another version."""

from typing import Any

import pytest
from django.utils import timezone

from areas.models import Area, User
from coalition.agreement.amendments.actions import propose_amendment
from coalition.agreement.amendments.subjects import of_article
from coalition.agreement.articles.actions import update_article
from coalition.agreement.articles.rules.citing import LINE_WIDTH
from coalition.agreement.document.actions.parties import add_party
from coalition.agreement.versions.actions import freeze_version, print_comparison, print_working_copy
from coalition.agreement.versions.rules.working_copy import working_chapters
from coalition.models import Article
from novex_portal.toolkit.pdf.making import make_pdf
from novex_portal.toolkit.pdf.paper import DOCUMENT
from tests.coalition.agreement.ambitions.test_ambitions import make_article as write_article
from tests.coalition.agreement.documents import make_article, make_text, pages_of
from tests.factories import make_organisation

LONG = "Partijen houden water vast waar het valt en delen wat zij meten met iedereen in het gebied. " * 4


def test_lines_are_numbered_through_the_whole_text() -> None:
    chapters = working_chapters(make_text(make_article("2.1", LONG), make_article("2.2", "Kort.\n\nEn nog kort.")))
    numbers = [number for chapter in chapters for item in chapter.articles for number, _ in item.lines]
    assert numbers == list(range(1, len(numbers) + 1))


def test_no_line_is_wider_than_the_paper_and_no_word_is_lost() -> None:
    [chapter] = working_chapters(make_text(make_article("2.1", LONG)))
    [item] = chapter.articles
    assert all(len(line) <= LINE_WIDTH for _, line in item.lines)
    assert " ".join(line for _, line in item.lines).split() == LONG.split()


@pytest.fixture
def article(area: Area, planner: User) -> Article:
    return write_article(area, planner, text="Partijen meten samen.")


def test_open_amendment_stands_under_its_article(article: Article, planner: User) -> None:
    agreement = article.chapter.agreement
    party = make_organisation(area=agreement.area)
    add_party(agreement=agreement, actor=planner, organisation=party)
    words: dict[str, Any] = {
        "title": article.title,
        "text": "Partijen meten elk jaar.",
        "reason": "Vaker kost te veel.",
        "source": "Brief",
    }
    propose_amendment(
        subject=of_article(article), organisation=party, actor=planner, text_version=article.version, **words
    )
    version = freeze_version(agreement=agreement, actor=planner)
    printout = print_working_copy(version=version, actor=planner, moment=timezone.now(), token=None)
    assert f"Voorstel van {party.name}" in printout.html
    assert f"nog niet bevestigd door {party.name}" in printout.html
    pages = " ".join(pages_of(make_pdf(printout.html, stylesheet=DOCUMENT).content))
    assert "Vaker kost te veel." in pages
    assert "[nieuw:]" not in pages


def test_two_versions_are_one_text_with_differences(article: Article, planner: User) -> None:
    agreement = article.chapter.agreement
    old = freeze_version(agreement=agreement, actor=planner)
    values: dict[str, Any] = {"title": article.title, "ambitions": (), "statements": ()}
    update_article(article=article, actor=planner, version=article.version, text="Partijen meten vaak.", **values)
    new = freeze_version(agreement=agreement, actor=planner)
    printout = print_comparison(old=old, new=new, actor=planner, moment=timezone.now(), token=None)
    assert "samen</del>" in printout.html
    assert "vaak</ins>" in printout.html
    assert pages_of(make_pdf(printout.html, stylesheet=DOCUMENT).content)
