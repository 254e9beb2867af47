"""References to a member or a part go along with it, whatever moves it; what is lost is told and listed."""

from typing import Any

import pytest

from areas.models import Area, Organisation, User
from coalition.agreement.articles.actions import add_article, update_article
from coalition.agreement.articles.forms import stored_text
from coalition.agreement.document.actions.parties import add_party
from coalition.agreement.document.queries import LostReference, lost_references, readable_of
from coalition.agreement.versions.actions import freeze_version
from coalition.agreement.versions.queries.told import told_of
from coalition.agreement.versions.rules.snapshot import from_json
from coalition.models import Agreement, Article
from tests.coalition.agreement.ambitions.test_ambitions import make_article
from tests.coalition.agreement.amendments.test_taking_over import ready, take
from tests.factories import make_organisation

TEXT = "1. Partijen meten.\n2. Het Rijk betaalt:\na. water;\nb. natuur."
WITH_ONE_MORE = "1. Partijen meten.\n2. Nieuw lid.\n3. Het Rijk betaalt:\na. water;\nb. natuur."
WITHOUT = "1. Partijen meten.\n2. Gemeenten vertellen.\n3. Iedereen komt."


@pytest.fixture
def article(area: Area, planner: User) -> Article:
    return make_article(area, planner, title="A", text=TEXT)


@pytest.fixture
def agreement(article: Article) -> Agreement:
    found: Agreement = article.chapter.agreement
    return found


@pytest.fixture
def other(article: Article, agreement: Agreement, planner: User) -> Article:
    text = readable_of(agreement).stored("Zie [[artikel 3.1, tweede lid, onder b]].")
    return add_article(chapter=article.chapter, actor=planner, title="B", text=text)


def write(article: Article, planner: User, typed: str) -> Article:
    """Save a typed text as the form does."""
    article.refresh_from_db()
    text = stored_text(readable_of(article.chapter.agreement), typed, article)
    values = {"title": article.title, "text": text, "ambitions": (), "statements": ()}
    return update_article(article=article, actor=planner, version=article.version, **values)


def shown(article: Article) -> str:
    article.refresh_from_db()
    return readable_of(article.chapter.agreement).words(article.text)


def test_reference_goes_along_and_the_text_it_stands_in_stays_as_it_was(
    article: Article, other: Article, planner: User
) -> None:
    before = other.text
    write(article, planner, WITH_ONE_MORE)
    assert shown(other) == "Zie artikel 3.1, derde lid, onder b."
    assert (other.text, other.version) == (before, 1)


def test_reference_written_after_a_move_is_not_moved_by_it(article: Article, other: Article, planner: User) -> None:
    write(article, planner, WITH_ONE_MORE)
    write(other, planner, "Zie [[artikel 3.1, derde lid]] en [[artikel 3.1, tweede lid]].")
    assert shown(other) == "Zie artikel 3.1, derde lid en artikel 3.1, tweede lid."
    write(article, planner, TEXT)
    assert shown(other) == "Zie artikel 3.1, tweede lid en een vervallen onderdeel van artikel 3.1."


def test_what_is_saved_again_as_it_is_typed_stays_to_the_letter(
    article: Article, other: Article, planner: User
) -> None:
    write(article, planner, WITH_ONE_MORE)
    before = other.text
    typed = readable_of(article.chapter.agreement).typed(other.text)
    assert typed == "Zie [[artikel 3.1, derde lid, onder b]]."
    assert write(other, planner, typed).text == before


def test_lost_reference_reads_as_lost_is_listed_and_told_before_freezing(
    article: Article, other: Article, agreement: Agreement, planner: User
) -> None:
    write(article, planner, WITHOUT)
    assert shown(other) == "Zie een vervallen onderdeel van artikel 3.1."
    assert lost_references(agreement) == [LostReference(other, "3.2", "een vervallen onderdeel van artikel 3.1")]
    words = "Een verwijzing leidt naar een vervallen onderdeel van artikel 3.1."
    assert [(row.place, words in row.sentences[0]) for row in told_of(agreement)] == [("Artikel 3.2", True)]


def test_lost_reference_is_mended_by_choosing_another(
    article: Article, other: Article, agreement: Agreement, planner: User
) -> None:
    write(article, planner, WITHOUT)
    write(other, planner, "Zie [[artikel 3.1, tweede lid]].")
    assert lost_references(agreement) == []


def test_frozen_version_keeps_the_words_of_then(
    article: Article, other: Article, agreement: Agreement, planner: User
) -> None:
    version = freeze_version(agreement=agreement, actor=planner)
    write(article, planner, WITHOUT)
    lost = from_json(freeze_version(agreement=agreement, actor=planner).snapshot)
    texts = [row.text for row in from_json(version.snapshot).articles]
    assert "Zie [[artikel 3.1, tweede lid, onder b]]." in texts
    assert "Zie een vervallen onderdeel van artikel 3.1." in [row.text for row in lost.articles]


def test_own_references_go_along_and_a_lost_one_says_so(article: Article, agreement: Agreement, planner: User) -> None:
    write(article, planner, f"{TEXT}\n3. Zie [[tweede lid]].")
    write(article, planner, f"{WITH_ONE_MORE}\n4. Zie [[tweede lid]].")
    assert shown(article).endswith("4. Zie derde lid.")
    write(article, planner, "1. Partijen meten.\n2. Nieuw lid.\n3. Zie [[derde lid]].")
    assert shown(article).endswith("3. Zie een vervallen onderdeel van artikel 3.1.")
    assert len(lost_references(agreement)) == 1


def test_taking_over_a_proposal_leads_references_along(
    article: Article, other: Article, agreement: Agreement, area: Area, planner: User
) -> None:
    party: Organisation = make_organisation(area=area)
    add_party(agreement=agreement, actor=planner, organisation=party)
    take(ready(article, party, planner, "2. Het", "2. Nieuw lid.\n3. Het"), planner)
    assert shown(other) == "Zie artikel 3.1, derde lid, onder b."


def test_preview_says_what_goes_along_and_what_is_lost_before_saving(
    article: Article, other: Article, planner: User, signed_in: Any
) -> None:
    page = f"/gebieden/zuid-limburg/akkoord/artikelen/{article.pk}/bewerken/"
    for text, told in (
        (WITH_ONE_MORE, "naar artikel 3.1, tweede lid, onder b gaat mee: artikel 3.1, derde lid, onder b."),
        (WITHOUT, "naar artikel 3.1, tweede lid, onder b verliest haar doel."),
        (TEXT.replace("natuur", "bos en hei"), "blijft staan, maar die tekst is nu anders."),
    ):
        answer = signed_in(planner).post(page, {"do": "preview", "text": text}, headers={"HX-Request": "true"})
        assert told in answer.content.decode()


def test_what_strikes_is_seen_before_it_is_saved_and_nothing_typed_is_lost(
    article: Article, other: Article, planner: User, signed_in: Any
) -> None:
    client, page = signed_in(planner), f"/gebieden/zuid-limburg/akkoord/artikelen/{article.pk}/bewerken/"
    data = {"title": "A", "text": f"{WITHOUT}\nb) met 水", "version": 1, "chapter": article.chapter_id}
    answer = client.post(page, data)
    article.refresh_from_db()
    words = answer.content.decode()
    assert (answer.status_code, article.text) == (422, TEXT)
    assert all(
        told in words for told in ("verliest haar doel", "Regel 4 begint met ‘b)’", "kan ‘水’ niet tonen", "b) met 水")
    )
    answer = client.post(page, data | {"told_seen": answer.context["told_mark"]}, follow=True)
    article.refresh_from_db()
    assert article.text == data["text"]
    assert "verliest haar doel" in answer.content.decode()


def test_what_strikes_is_told_while_one_types(article: Article, planner: User, signed_in: Any) -> None:
    page = f"/gebieden/zuid-limburg/akkoord/artikelen/{article.pk}/bewerken/"
    answer = signed_in(planner).post(page, {"do": "told", "text": "b) los"}, headers={"HX-Request": "true"})
    assert "Regel 1 begint met ‘b)’" in answer.content.decode()
    assert "<form" not in answer.content.decode()
