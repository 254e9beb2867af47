"""Texts from before the law: what would read differently, and taking the new reading over."""

from typing import Any

import pytest

from areas.models import Area, User
from coalition.agreement.articles.actions import update_article
from coalition.agreement.articles.rules.text import Readable
from coalition.agreement.document.enums import Grammar
from coalition.agreement.document.queries import document
from coalition.agreement.reading.actions import take_over_reading
from coalition.agreement.reading.queries import readings_of
from coalition.agreement.reading.rules import reading_of
from coalition.agreement.versions.actions import freeze_version
from coalition.agreement.versions.rules.snapshot import from_json
from coalition.models import Agreement, Article
from novex_portal.toolkit.problems import Conflict, Problem
from tests.coalition.agreement.ambitions.test_ambitions import make_article

PAGE = "/gebieden/zuid-limburg/akkoord/leeswijze/"


@pytest.mark.parametrize(
    "text", ["Gewone tekst.", "- een\n- twee", "1. een\n2. twee", "**Vet** en *schuin*.", "Een.\n\nTwee."]
)
def test_text_that_stays_what_it_is_is_no_difference(text: str) -> None:
    assert not reading_of(text, Readable()).differs


@pytest.mark.parametrize(
    "text",
    [
        "Inleiding\n\n2030. Het gebied is klaar.",
        "# Kop",
        "[1]: https://example.org",
        "> citaat",
        "_schuin_",
        "a) een\n\nb) twee",
        "![kaart](x.png)",
    ],
)
def test_text_that_reads_otherwise_is_shown(text: str) -> None:
    assert reading_of(text, Readable()).differs


@pytest.fixture
def old(area: Area, planner: User) -> Agreement:
    """Give an akkoord from before the law, with a text that loses its year."""
    article = make_article(area, planner, title="Klaar")
    Article.objects.filter(pk=article.pk).update(text="Eerst dit.\n\n2030. Het gebied is klaar.")
    agreement: Agreement = article.chapter.agreement
    Agreement.objects.filter(pk=agreement.pk).update(grammar=Grammar.MARKDOWN)
    agreement.refresh_from_db()
    return agreement


def shown(agreement: Agreement) -> str:
    return "".join(row.text for chapter in document(agreement) for row in chapter.articles)


def test_old_texts_read_as_before_until_they_are_taken_over(old: Agreement, admin: User) -> None:
    assert "<ol" in shown(old)
    old = take_over_reading(agreement=old, actor=admin, seen=readings_of(old).seen)
    assert "2030. Het gebied is klaar." in shown(old)


def test_frozen_version_keeps_its_reading_and_its_mark(old: Agreement, admin: User) -> None:
    version = freeze_version(agreement=old, actor=admin)
    before = [html for _, rows in from_json(version.snapshot).shown for _, html in rows]
    take_over_reading(agreement=old, actor=admin, seen=readings_of(old).seen)
    version.refresh_from_db()
    text = from_json(version.snapshot)
    assert text.grammar == Grammar.MARKDOWN
    assert [html for _, rows in text.shown for _, html in rows] == before


def test_text_that_changed_since_the_list_was_read_is_looked_at_again(old: Agreement, admin: User) -> None:
    seen, article = readings_of(old).seen, Article.objects.get(title="Klaar")
    update_article(
        article=article,
        actor=admin,
        version=article.version,
        title="Klaar",
        text="Anders.",
        ambitions=[],
        statements=[],
    )
    with pytest.raises(Conflict, match="opnieuw"):
        take_over_reading(agreement=old, actor=admin, seen=seen)


def test_reference_to_nothing_is_mended_first(old: Agreement, admin: User) -> None:
    Article.objects.filter(title="Klaar").update(text="Zie [[vijfde lid]].")
    with pytest.raises(Problem, match=r"artikel 3\.1"):
        take_over_reading(agreement=old, actor=admin, seen=readings_of(old).seen)


def test_admin_sees_both_readings_and_takes_the_new_one_over(old: Agreement, admin: User, signed_in: Any) -> None:
    client = signed_in(admin)
    assert "Bekijk wat er verandert" in client.get("/gebieden/zuid-limburg/akkoord/").content.decode()
    page = client.get(PAGE).content.decode()
    assert "Straks" in page
    assert "2030. Het gebied is klaar." in page
    client.post(PAGE, {"seen": readings_of(old).seen})
    old.refresh_from_db()
    assert old.grammar == Grammar.LAW


def test_press_on_an_old_page_is_told_and_changes_nothing(old: Agreement, admin: User, signed_in: Any) -> None:
    answer = signed_in(admin).post(PAGE, {"seen": "iets anders"})
    old.refresh_from_db()
    assert (answer.status_code, old.grammar) == (409, Grammar.MARKDOWN)
