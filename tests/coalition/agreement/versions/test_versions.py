"""Freezing the akkoord: what a version holds, that it never changes, and how its PDF is given."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.core.files.base import ContentFile
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.urls import reverse

from areas.models import Area, Organisation, User
from areas.parties.enums import OrganisationKind
from coalition.agreement.articles.actions import update_article
from coalition.agreement.document.actions.agreements import open_agreement
from coalition.agreement.document.actions.parties import add_party
from coalition.agreement.document.enums import PartyRole
from coalition.agreement.versions.actions import freeze_version, retry_version
from coalition.agreement.versions.rules.snapshot import VersionText, from_json
from coalition.conversations.recording.enums import Confidentiality
from coalition.models import AgreementVersion, Article
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.models import PdfStatus
from novex_portal.toolkit.problems import Problem
from novex_portal.toolkit.states import TransitionRefused
from tests.coalition.agreement.ambitions.test_ambitions import make_ambition, make_article
from tests.coalition.agreement.provenance.test_provenance import INTEREST, SECRET, said
from tests.factories import make_organisation

SignIn = Callable[[User], Client]


def freeze(area: Area, planner: User, **fields: object) -> AgreementVersion:
    agreement = open_agreement(area=area, actor=planner)
    return freeze_version(agreement=agreement, actor=planner, **fields)  # type: ignore[arg-type]


@pytest.fixture
def article(area: Area, planner: User) -> Article:
    return make_article(area, planner)


@pytest.fixture
def version(area: Area, planner: User, article: Article) -> AgreementVersion:
    return freeze(area, planner)


def text_of(version: AgreementVersion) -> VersionText:
    return from_json(AgreementVersion.objects.get(pk=version.pk).snapshot)


def make_ready(version: AgreementVersion, content: bytes = b"%PDF-1.7 proef") -> AgreementVersion:
    """Store bytes as the worker does."""
    version.pdf.save("proef.pdf", ContentFile(content), save=False)
    version.status, version.pdf_sha256, version.pdf_size, version.pdf_pages = PdfStatus.READY, "ab" * 32, 14, 1
    version.save()
    return version


def test_versions_are_numbered_in_order(area: Area, planner: User, article: Article) -> None:
    assert [freeze(area, planner).number for _ in range(2)] == [1, 2]


def test_same_token_freezes_one_version(area: Area, planner: User, article: Article) -> None:
    token = uuid7()
    assert freeze(area, planner, token=token) == freeze(area, planner, token=token)


def test_area_without_an_akkoord_has_an_empty_list_of_versions(area: Area, planner: User, signed_in: SignIn) -> None:
    page = signed_in(planner).get("/gebieden/zuid-limburg/akkoord/versies/")
    assert (page.status_code, "Er is nog geen versie gemaakt." in page.content.decode()) == (200, True)


def test_agreement_without_articles_is_refused(area: Area, planner: User) -> None:
    with pytest.raises(Problem, match="nog geen artikelen"):
        freeze(area, planner)


def test_signing_party_without_name_is_refused(area: Area, planner: User, article: Article) -> None:
    nameless = make_organisation(area=area)
    add_party(agreement=article.chapter.agreement, actor=planner, organisation=nameless)
    Organisation.objects.filter(pk=nameless.pk).update(name=" ")
    with pytest.raises(Problem, match="geen naam"):
        freeze(area, planner)


def test_version_keeps_the_text_when_the_article_changes(
    version: AgreementVersion, article: Article, planner: User
) -> None:
    update_article(
        article=article, actor=planner, version=1, title="Anders", text="Anders", ambitions=(), statements=()
    )
    assert next(text_of(version).articles).title == "Water eerst"


def test_version_holds_numbers_kinds_and_dates_of_its_sources(area: Area, planner: User) -> None:
    ambition = make_ambition(area, planner, statements=[said(planner)])
    make_article(area, planner, ambitions=[ambition])
    frozen = next(text_of(freeze(area, planner)).articles)
    assert frozen.number == "3.1"
    assert frozen.provenance.sentence == "1 uitspraak uit 1 gesprek, maatschappelijke organisatie, maart 2026"
    assert frozen.sources[0].ambition == "Ambitie 1: Water vasthouden"


@pytest.mark.parametrize("level", Confidentiality)
def test_version_holds_no_words_of_conversations(area: Area, planner: User, level: str) -> None:
    make_article(area, planner, statements=[said(planner, level)])
    stored = str(freeze(area, planner).snapshot)
    for hidden in (SECRET, INTEREST, "Boerenzorg"):
        assert hidden not in stored


def test_version_names_a_role_and_no_person(area: Area, planner: User, article: Article) -> None:
    User.objects.filter(pk=planner.pk).update(name="Iemand met een naam")
    version = freeze(area, planner)
    assert text_of(version).frozen_by == "Planningsgroep"
    assert "Iemand" not in str(version.snapshot)


def test_version_keeps_parties_with_signatories_first(area: Area, planner: User, article: Article) -> None:
    for name, role in (("Akkerbouwers", PartyRole.SUPPORTER), ("Waterschap", PartyRole.SIGNATORY)):
        organisation = make_organisation(name, OrganisationKind.WATER_AUTHORITY, area)
        add_party(agreement=article.chapter.agreement, actor=planner, organisation=organisation, role=role)
    text = text_of(freeze(area, planner))
    assert [party.name for party in text.parties] == ["Waterschap", "Akkerbouwers"]
    assert [party.name for party in text.signatories] == ["Waterschap"]


def test_odd_text_is_frozen_as_it_is(area: Area, planner: User) -> None:
    odd = "<script>alert(1)</script> 🌊 שלום مرحبا " + "lang" * 12_500
    make_article(area, planner, text=odd)
    assert next(text_of(freeze(area, planner)).articles).text == odd


@transaction.atomic
def run(sql: str, *params: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE coalition_agreementversion SET snapshot = '{}' WHERE id = %s",
        "UPDATE coalition_agreementversion SET number = 99 WHERE id = %s",
        "UPDATE coalition_agreementversion SET label = 'anders' WHERE id = %s",
        "UPDATE coalition_agreementversion SET frozen_at = now() WHERE id = %s",
        "DELETE FROM coalition_agreementversion WHERE id = %s",
    ],
)
def test_database_refuses_to_change_a_version(version: AgreementVersion, sql: str) -> None:
    with pytest.raises(DatabaseError):
        run(sql, version.pk)


def test_database_refuses_any_change_once_the_pdf_is_there(version: AgreementVersion) -> None:
    make_ready(version)
    with pytest.raises(DatabaseError):
        run("UPDATE coalition_agreementversion SET pdf_sha256 = 'x' WHERE id = %s", version.pk)


def test_version_asks_for_its_pdf_after_the_commit(
    area: Area, planner: User, article: Article, django_capture_on_commit_callbacks: Callable
) -> None:
    with django_capture_on_commit_callbacks() as callbacks:
        freeze(area, planner)
    assert len(callbacks) == 1


def test_failed_version_can_be_tried_again(version: AgreementVersion, planner: User) -> None:
    AgreementVersion.objects.update(status=PdfStatus.FAILED, error="Geen pango.", attempts=3)
    again = retry_version(version=version, actor=planner)
    assert (again.status, again.error, again.attempts) == (PdfStatus.WAITING, "", 0)


def test_ready_version_is_not_tried_again(version: AgreementVersion, planner: User) -> None:
    with pytest.raises(TransitionRefused):
        retry_version(version=make_ready(version), actor=planner)


def test_version_page_shows_the_frozen_text(
    version: AgreementVersion, area: Area, executive: User, signed_in: SignIn
) -> None:
    page = signed_in(executive).get(version.get_absolute_url()).content.decode()
    assert "Partijen beginnen bij water." in page
    assert "Wacht op de PDF" in page


def test_script_in_an_article_is_shown_as_text(area: Area, planner: User, signed_in: SignIn) -> None:
    make_article(area, planner, text="<script>alert(1)</script>")
    page = signed_in(planner).get(freeze(area, planner).get_absolute_url()).content.decode()
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_status_part_stops_asking_when_the_pdf_is_there(
    version: AgreementVersion, area: Area, planner: User, signed_in: SignIn
) -> None:
    url, htmx = reverse("version-status", args=[area.slug, 1]), {"HX-Request": "true"}
    client = signed_in(planner)
    assert "every 2s" in client.get(url, headers=htmx).content.decode()
    make_ready(version)
    assert "every 2s" not in client.get(url, headers=htmx).content.decode()


def test_failed_version_tells_why_and_offers_another_try(
    version: AgreementVersion, planner: User, executive: User, signed_in: SignIn
) -> None:
    AgreementVersion.objects.update(status=PdfStatus.FAILED, error="Pango ontbreekt.")
    planners_page = signed_in(planner).get(version.get_absolute_url()).content.decode()
    assert "Pango ontbreekt." in planners_page
    assert "Probeer opnieuw" in planners_page
    assert "Probeer opnieuw" not in signed_in(executive).get(version.get_absolute_url()).content.decode()


def test_pdf_is_the_stored_bytes_with_name_and_checksum(
    version: AgreementVersion, area: Area, participant: User, signed_in: SignIn
) -> None:
    make_ready(version, b"%PDF-1.7 precies dit")
    response = signed_in(participant).get(reverse("version-pdf", args=[area.slug, 1]))
    assert b"".join(response.streaming_content) == b"%PDF-1.7 precies dit"  # type: ignore[attr-defined]
    assert response["ETag"] == f'"{"ab" * 32}"'
    assert response["Content-Disposition"] == 'inline; filename="akkoord-zuid-limburg-versie-1-concept.pdf"'
    assert (response["Content-Type"], response["X-Content-Type-Options"]) == ("application/pdf", "nosniff")


def test_pdf_that_one_has_is_not_sent_again(
    version: AgreementVersion, area: Area, planner: User, signed_in: SignIn
) -> None:
    make_ready(version)
    url, etag = reverse("version-pdf", args=[area.slug, 1]), {"If-None-Match": f'"{"ab" * 32}"'}
    assert signed_in(planner).get(url, headers=etag).status_code == 304


def test_pdf_that_is_not_there_yet_is_not_found(
    version: AgreementVersion, area: Area, planner: User, signed_in: SignIn
) -> None:
    assert signed_in(planner).get(reverse("version-pdf", args=[area.slug, 1])).status_code == 404


def test_pdf_lost_from_the_store_is_told_in_words(
    version: AgreementVersion, area: Area, planner: User, signed_in: SignIn
) -> None:
    ready = make_ready(version)
    ready.pdf.storage.delete(ready.pdf.name)
    response = signed_in(planner).get(reverse("version-pdf", args=[area.slug, 1]))
    assert response.status_code == 422
    assert "ontbreekt" in response.content.decode()


def test_stranger_gets_no_pdf(version: AgreementVersion, area: Area, stranger: User, signed_in: SignIn) -> None:
    make_ready(version)
    assert signed_in(stranger).get(reverse("version-pdf", args=[area.slug, 1])).status_code == 404


def at_once[Result](times: int, work: Callable[[], Result]) -> list[Result]:
    """Do the same thing in several threads that start together, each with its own connection."""
    start = Barrier(times)

    def one() -> Result:
        start.wait()
        try:
            return work()
        finally:
            connection.close()

    with ThreadPoolExecutor(times) as pool:
        return [doing.result() for doing in [pool.submit(one) for _ in range(times)]]


@pytest.mark.django_db(transaction=True)
def test_presses_at_the_same_moment_make_one_version(area: Area, planner: User, article: Article) -> None:
    token = uuid7()
    made = at_once(4, lambda: freeze(area, planner, token=token).number)
    assert (made, AgreementVersion.objects.count()) == ([1] * 4, 1)


@pytest.mark.django_db(transaction=True)
def test_articles_added_at_the_same_moment_get_their_own_numbers(area: Area, planner: User) -> None:
    open_agreement(area=area, actor=planner)
    made = at_once(4, lambda: make_article(area, planner).number)
    assert sorted(made) == [1, 2, 3, 4]
