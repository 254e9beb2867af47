"""The pages of ambitions and the akkoord: forms that lose nothing, and who may do what."""

from collections.abc import Callable
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from areas.models import Area, User
from coalition.agreement.ambitions.actions import update_ambition
from coalition.agreement.ambitions.enums import AmbitionStatus
from coalition.agreement.articles.actions import update_article
from coalition.agreement.document.actions.agreements import open_agreement
from coalition.agreement.document.actions.parties import add_party
from coalition.agreement.document.enums import PartyStatus
from coalition.conversations.recording.enums import Confidentiality
from coalition.models import Agreement, AgreementParty, AgreementVersion, Ambition, Article
from novex_portal.toolkit.ids import uuid7
from tests.coalition.agreement.ambitions.test_ambitions import make_ambition, make_article
from tests.coalition.agreement.provenance.test_provenance import SECRET, said
from tests.factories import make_conversation, make_member, make_organisation, make_statement

SignIn = Callable[[User], Client]


def post(client: Client, name: str, *args: Any, **data: Any) -> HttpResponse:
    return client.post(reverse(name, args=args), data)  # type: ignore[return-value]


def words(response: HttpResponse) -> str:
    return response.content.decode()


@pytest.fixture
def client_of_planner(planner: User, signed_in: SignIn) -> Client:
    return signed_in(planner)


@pytest.fixture
def agreement(area: Area, planner: User) -> Agreement:
    return open_agreement(area=area, actor=planner)


def test_form_makes_an_ambition_with_its_statements(area: Area, planner: User, client_of_planner: Client) -> None:
    statement = make_statement(make_conversation(planner, area))
    post(client_of_planner, "ambition-new", area.slug, title="Water", text="Tekst.", statements=str(statement.pk))
    assert list(Ambition.objects.get().statements.all()) == [statement]


def test_form_sent_twice_makes_one_ambition(area: Area, client_of_planner: Client) -> None:
    data = {"title": "Water", "text": "Tekst.", "token": str(uuid7())}
    for _ in range(2):
        assert post(client_of_planner, "ambition-new", area.slug, **data).status_code == 302
    assert Ambition.objects.count() == 1


def test_searching_keeps_what_was_typed_and_saves_nothing(
    area: Area, planner: User, client_of_planner: Client
) -> None:
    chosen = make_statement(make_conversation(planner, area), position="Een gekozen uitspraak.")
    make_statement(make_conversation(planner, area), position="De dijk moet hoger.")
    data = {"title": "Half af", "do": "search", "zoek-text": "dijk", "statements": str(chosen.pk)}
    page = words(post(client_of_planner, "ambition-new", area.slug, **data))
    assert all(text in page for text in ("Half af", "De dijk moet hoger.", "Een gekozen uitspraak."))
    assert "Vul de tekst" not in page
    assert not Ambition.objects.exists()


def test_statement_one_may_not_read_cannot_be_slipped_in(area: Area, admin: User, client_of_planner: Client) -> None:
    hidden = said(admin, Confidentiality.CONFIDENTIAL)
    page = post(client_of_planner, "ambition-new", area.slug, title="W", text="T", statements=str(hidden.pk))
    assert not Ambition.objects.get().statements.exists()
    assert SECRET not in words(page)


def test_statement_linked_by_a_colleague_stays_and_stays_hidden(
    area: Area, admin: User, client_of_planner: Client
) -> None:
    hidden = said(admin, Confidentiality.CONFIDENTIAL)
    ambition = make_ambition(area, admin, statements=[hidden])
    page = words(client_of_planner.get(reverse("ambition-edit", args=[area.slug, ambition.pk])))
    assert "1 uitspraak uit gesprekken die u niet mag lezen" in page
    assert SECRET not in page
    post(client_of_planner, "ambition-edit", area.slug, ambition.pk, title="N", text="T", version=1)
    assert list(ambition.statements.all()) == [hidden]


def test_loser_of_an_ambition_sees_both_texts(area: Area, planner: User, client_of_planner: Client) -> None:
    ambition = make_ambition(area, planner)
    update_ambition(ambition=ambition, actor=planner, version=1, title="Van hen", text="Hun tekst", statements=())
    data = {"title": "Van mij", "text": "Mijn tekst", "version": 1}
    response = post(client_of_planner, "ambition-edit", area.slug, ambition.pk, **data)
    assert response.status_code == 409
    assert all(text in words(response) for text in ("Hun tekst", "Mijn tekst", 'name="version" value="2"'))


def test_loser_of_an_article_sees_both_texts(area: Area, planner: User, client_of_planner: Client) -> None:
    article = make_article(area, planner)
    update_article(
        article=article, actor=planner, version=1, title="Hun", text="Hun tekst", ambitions=(), statements=()
    )
    data = {"title": "Van mij", "text": "Mijn tekst", "version": 1, "chapter": str(article.chapter_id)}
    response = post(client_of_planner, "article-edit", area.slug, article.pk, **data)
    assert response.status_code == 409
    assert all(text in words(response) for text in ("Hun tekst", "Mijn tekst"))
    assert Article.objects.get().text == "Hun tekst"


def test_too_long_article_is_refused_in_words_and_comes_back(
    area: Area, agreement: Agreement, client_of_planner: Client
) -> None:
    chapter = str(agreement.chapters.get(number=1).pk)
    response = post(client_of_planner, "article-new", area.slug, title="T", text="x" * 100_001, chapter=chapter)
    assert response.status_code == 422
    assert "langer dan 100.000 tekens" in words(response)
    assert "x" * 100_001 in words(response)


def test_long_article_with_every_script_is_kept_and_shown(
    area: Area, agreement: Agreement, client_of_planner: Client
) -> None:
    text = "🌊 שלום مرحبا " + "woord " * 8_000
    chapter = str(agreement.chapters.get(number=1).pk)
    post(client_of_planner, "article-new", area.slug, title="Lang", text=text, chapter=chapter)
    page = words(client_of_planner.get(reverse("agreement", args=[area.slug])))
    assert "שלום مرحبا" in page


def test_preview_shows_the_text_without_script(area: Area, agreement: Agreement, client_of_planner: Client) -> None:
    data = {"do": "preview", "text": "**vet** <script>alert(1)</script>"}
    page = words(post(client_of_planner, "article-new", area.slug, **data))
    assert "<strong>vet</strong>" in page
    assert "<script>alert(1)" not in page


def test_preview_for_htmx_is_only_the_preview(area: Area, agreement: Agreement, client_of_planner: Client) -> None:
    url = reverse("article-new", args=[area.slug])
    response = client_of_planner.post(url, {"do": "preview", "text": "*schuin*"}, headers={"HX-Request": "true"})
    assert words(response).strip().startswith('<div class="preview"')


def test_article_can_begin_from_an_ambition(
    area: Area, agreement: Agreement, planner: User, client_of_planner: Client
) -> None:
    ambition = make_ambition(area, planner)
    url = reverse("article-new", args=[area.slug]) + f"?ambitie={ambition.pk}&ambitie=x"
    form = client_of_planner.get(url).context["form"]
    chapter = agreement.chapters.get(title="Gedeelde ambities")
    asked = {"title": ambition.title, "text": ambition.text, "chapter": chapter.pk, "ambitions": [ambition.pk]}
    assert form.initial.items() >= asked.items()


@pytest.mark.parametrize("name", ["article-new", "version-new", "agreement-chapters", "agreement-party-new"])
def test_page_of_an_agreement_that_was_not_begun_is_not_found(
    area: Area, client_of_planner: Client, name: str
) -> None:
    assert client_of_planner.get(reverse(name, args=[area.slug])).status_code == 404


def test_area_without_agreement_says_so(area: Area, executive: User, signed_in: SignIn) -> None:
    page = words(signed_in(executive).get(reverse("agreement", args=[area.slug])))  # type: ignore[arg-type]
    assert "nog geen akkoord begonnen" in page


def test_planner_begins_the_agreement(area: Area, client_of_planner: Client) -> None:
    post(client_of_planner, "agreement-open", area.slug)
    assert Agreement.objects.get().area == area


def test_executive_may_read_but_not_begin(area: Area, executive: User, signed_in: SignIn) -> None:
    assert post(signed_in(executive), "agreement-open", area.slug).status_code == 403
    assert not Agreement.objects.exists()


def test_dropping_without_reason_shows_why_not(area: Area, planner: User, client_of_planner: Client) -> None:
    ambition = make_ambition(area, planner)
    response = post(client_of_planner, "ambition-status", area.slug, ambition.pk, status=AmbitionStatus.DROPPED)
    assert response.status_code == 422
    assert "Vul in waarom deze ambitie afvalt" in words(response)


def test_executive_sees_own_organisation_marked(
    area: Area, agreement: Agreement, planner: User, signed_in: SignIn
) -> None:
    mine, other = make_organisation("Gemeente Maastricht", area=area), make_organisation("Gemeente Vaals", area=area)
    for organisation in (mine, other):
        add_party(agreement=agreement, actor=planner, organisation=organisation)
    executive = make_member("bestuurder", area, mine)
    page = words(signed_in(executive).get(reverse("agreement-parties", args=[area.slug])))  # type: ignore[arg-type]
    assert page.count("Uw organisatie") == 1


def test_party_goes_a_step_further(area: Area, agreement: Agreement, planner: User, client_of_planner: Client) -> None:
    party = add_party(agreement=agreement, actor=planner, organisation=make_organisation(area=area))
    post(client_of_planner, "agreement-party-status", area.slug, party.pk, status=PartyStatus.OFFICIALS_AGREE)
    assert AgreementParty.objects.get().status == PartyStatus.OFFICIALS_AGREE


def test_two_presses_make_one_version(area: Area, planner: User, client_of_planner: Client) -> None:
    make_article(area, planner)
    token = str(uuid7())
    for _ in range(2):
        response = post(client_of_planner, "version-new", area.slug, label="Stuurgroep", token=token)
        assert response["Location"] == reverse("version", args=[area.slug, 1])
    assert AgreementVersion.objects.count() == 1


def test_version_without_articles_says_what_to_do(area: Area, agreement: Agreement, client_of_planner: Client) -> None:
    response = post(client_of_planner, "version-new", area.slug, label="")
    assert response.status_code == 422
    assert "Schrijf eerst een artikel" in words(response)


def test_text_of_300_articles_is_one_page(area: Area, planner: User, executive: User, signed_in: SignIn) -> None:
    chapter = open_agreement(area=area, actor=planner).chapters.get(number=3)
    Article.objects.bulk_create(
        Article(chapter=chapter, number=number, label=str(number), title=f"Artikel over water {number}", text="Tekst.")
        for number in range(1, 301)
    )
    page = words(signed_in(executive).get(reverse("agreement", args=[area.slug])))  # type: ignore[arg-type]
    assert "3.300" in page


def test_page_counts_parties_whose_executives_agree_apart_from_those_that_decided(
    area: Area, planner: User, agreement: Agreement, client_of_planner: Client
) -> None:
    for status in (PartyStatus.DRAFT, PartyStatus.EXECUTIVES_AGREE, PartyStatus.EXECUTIVES_AGREE):
        party = add_party(agreement=agreement, actor=planner, organisation=make_organisation(area=area))
        AgreementParty.objects.filter(pk=party.pk).update(status=status)
    page = words(client_of_planner.get(reverse("agreement", args=[area.slug])))
    assert "2 partijen zijn bestuurlijk akkoord. Nog geen partij heeft de tekst vastgesteld of getekend." in page
