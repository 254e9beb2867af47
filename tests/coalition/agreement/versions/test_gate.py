"""What is open before parties decide or sign, and versions that count no more."""

import hashlib
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.db import DatabaseError, transaction

from areas.models import Area, Organisation, User
from coalition.agreement.articles.actions import add_article, remove_article, update_article
from coalition.agreement.consultations.actions import open_consultation
from coalition.agreement.document.actions.chapters import add_chapter
from coalition.agreement.document.actions.parties import add_party
from coalition.agreement.document.enums import ChapterKind
from coalition.agreement.open_points.actions import add_open_point
from coalition.agreement.positions.actions import state_position
from coalition.agreement.positions.enums import Consent
from coalition.agreement.terms.actions import define_term
from coalition.agreement.versions.actions import freeze_version, void_version
from coalition.agreement.versions.enums import VersionKind
from coalition.agreement.versions.queries.gate import gate_for
from coalition.agreement.versions.queries.proof import FileVerdict, chain_faults, check_file
from coalition.agreement.versions.rules.gate import Found, Open, gate_of, refusal
from coalition.models import Agreement, AgreementVersion, Article, VoidedVersion
from novex_portal.toolkit.problems import Problem
from tests.coalition.agreement.ambitions.test_ambitions import make_article
from tests.factories import DAY, make_amendment, make_exhibit, make_organisation

ROOT = "/gebieden/zuid-limburg/akkoord/versies/"


@pytest.fixture
def article(area: Area, planner: User) -> Article:
    return make_article(area, planner, text="Partijen meten samen.")


@pytest.fixture
def agreement(article: Article) -> Agreement:
    return article.chapter.agreement


@pytest.fixture
def party(agreement: Agreement, planner: User) -> Organisation:
    organisation = make_organisation("Waterschap", area=agreement.area)
    return add_party(agreement=agreement, actor=planner, organisation=organisation).organisation


def state(article: Article, party: Organisation, planner: User, consent: str) -> None:
    words = {
        "consent": consent,
        "stated_on": DAY,
        "condition": "Te duur.",
        "source": "Brief",
    }
    versions = {"version": 0, "article_version": article.version}
    state_position(article=article, organisation=party, actor=planner, **versions, **words)


def open_in(agreement: Agreement) -> dict[str, list[str]]:
    return {what.name: [row.words for row in rows] for what, rows in gate_for(agreement).groups}


def test_gate_lists_every_kind_that_is_open(
    agreement: Agreement, article: Article, party: Organisation, planner: User
) -> None:
    gone = add_article(chapter=article.chapter, actor=planner, title="Weg", text="Tekst.")
    write = {"title": "Kop", "text": f"Zie [[artikel {gone.pk}]] en \U000e0041.", "ambitions": (), "statements": ()}
    update_article(article=article, actor=planner, version=1, **write)
    remove_article(article=gone, actor=planner, version=1, why="Dubbel.")
    article.refresh_from_db()
    for word in ("Een.", "Twee."):
        make_amendment(planner, article, party, text=word)
    add_open_point(agreement=agreement, actor=planner, title="Wie betaalt", text="Dat staat niet vast.")
    state(article, party, planner, Consent.REFUSES)
    found = open_in(agreement)
    assert found.keys() >= {"LOST", "AMENDMENTS", "CLASHES", "REFUSED", "POINTS", "ORIGIN"}
    assert found["LOST"] == ["Artikel 3.1: een vervallen artikel"]
    assert found["POINTS"] == ["Wie betaalt"]


def test_party_without_a_position_is_named_until_it_has_one(
    agreement: Agreement, article: Article, party: Organisation, planner: User
) -> None:
    assert open_in(agreement)["SILENT"] == ["Waterschap: 1 artikel"]
    state(article, party, planner, Consent.AGREES)
    assert "SILENT" not in open_in(agreement)


def test_sign_no_font_has_is_named_with_its_article(agreement: Agreement, article: Article, planner: User) -> None:
    Article.objects.filter(pk=article.pk).update(text="Zie \ue000 hier.")
    assert open_in(agreement)["SIGNS"] == ["Artikel 3.1: \ue000"]


def test_sign_no_font_has_is_found_wherever_the_document_prints_it(
    agreement: Agreement, party: Organisation, planner: User
) -> None:
    odd = "Let op \ue000."
    chapter = add_chapter(agreement=agreement, actor=planner, title=f"Kaart {odd}", kind=ChapterKind.ANNEX)
    make_exhibit(planner, chapter, caption=odd)
    add_open_point(agreement=agreement, actor=planner, title="Geld", text=odd)
    define_term(agreement=agreement, actor=planner, term="Beekdal", meaning=odd)
    Agreement.objects.filter(pk=agreement.pk).update(preamble=odd, citation_title=odd)
    agreement.parties.update(reservation=odd)
    agreement.refresh_from_db()
    places = [
        "De titel",
        "De overwegingen",
        "De partijen",
        "De hoofdstukken",
        "Begrip Beekdal",
        "Punt Geld",
        "Figuur B1.1",
    ]
    assert open_in(agreement)["SIGNS"] == [f"{place}: \ue000" for place in places]


LOST, POINT = Found(Open.LOST, "a", "/"), Found(Open.POINTS, "b", "/")


@pytest.mark.parametrize(
    ("found", "kind", "seen", "typed", "no"),
    [
        ([], VersionKind.CONCEPT, "", "", ""),
        ([LOST], VersionKind.CONSULTATION, "", "", ""),
        ([LOST], VersionKind.DECISION, "same", "", "hersteld"),
        ([POINT], VersionKind.DECISION, "old", "", "intussen veranderd"),
        ([POINT], VersionKind.DECISION, "same", "", ""),
        ([POINT], VersionKind.FINAL, "same", "", "Typ de naam"),
        ([POINT], VersionKind.FINAL, "same", "Elders", "Typ de naam"),
        ([POINT], VersionKind.FINAL, "same", " zuid-limburg ", ""),
    ],
)
def test_gate_refuses_what_it_must(found: list[Found], kind: str, seen: str, typed: str, no: str) -> None:
    gate = gate_of(found)
    said = refusal(gate, kind, seen=gate.seen if seen == "same" else seen, typed=typed, area="Zuid-Limburg")
    assert (no in said, bool(said)) == (True, bool(no))


def test_no_version_to_sign_is_made_around_the_gate(agreement: Agreement, planner: User) -> None:
    for kind in (VersionKind.DECISION, VersionKind.FINAL):
        with pytest.raises(Problem):
            freeze_version(agreement=agreement, actor=planner, kind=kind)
    assert not AgreementVersion.objects.exists()


def test_final_version_asks_the_name_of_the_area(agreement: Agreement, planner: User, signed_in: Any) -> None:
    client = signed_in(planner)
    asked = client.post(f"{ROOT}nieuw/", {"kind": "definitief", "label": "Voor de raden"})
    assert asked.status_code == 302
    page = client.get(asked["Location"]).text
    assert "Artikelen zonder herkomst" in page
    data = {"kind": "definitief", "label": "Voor de raden", "seen": gate_for(agreement).seen}
    refused = client.post(asked["Location"], data | {"typed": "Elders"})
    assert (refused.status_code, "Typ de naam" in refused.text, "Elders" in refused.text) == (422, True, True)
    assert client.post(asked["Location"], data | {"typed": "Zuid-Limburg"}).status_code == 302
    assert AgreementVersion.objects.get().kind == VersionKind.FINAL


def test_what_came_open_meanwhile_is_read_first(agreement: Agreement, planner: User, signed_in: Any) -> None:
    client, seen = signed_in(planner), gate_for(agreement).seen
    add_open_point(agreement=agreement, actor=planner, title="Nieuw punt", text="Wat?")
    page = client.post(f"{ROOT}nieuw/nagaan/", {"kind": "besluit", "seen": seen})
    assert (page.status_code, "intussen veranderd" in page.text, "Nieuw punt" in page.text) == (422, True, True)
    assert gate_for(agreement).seen in page.text


def test_void_version_says_so_everywhere_and_the_chain_holds(
    agreement: Agreement, planner: User, signed_in: Any
) -> None:
    first, second = (freeze_version(agreement=agreement, actor=planner) for _ in range(2))
    with pytest.raises(Problem, match="waarom"):
        void_version(version=first, actor=planner, reason=" ")
    client = signed_in(planner)
    assert client.post(f"{ROOT}1/vervallen/", {"reason": "De datum klopte niet."}).status_code == 302
    pages = [client.get(address).text for address in (ROOT, f"{ROOT}1/")]
    assert all("De datum klopte niet." in page for page in pages)
    assert "De datum klopte niet." not in client.get(f"{ROOT}2/").text
    assert chain_faults(second) == []
    out = StringIO()
    call_command("verifieer_akkoord", "zuid-limburg/1", stdout=out)
    assert "vervallen verklaard: De datum klopte niet." in out.getvalue()


def test_file_of_a_void_version_is_the_same_file_and_void(agreement: Agreement, planner: User) -> None:
    version, content = freeze_version(agreement=agreement, actor=planner), b"%PDF-1.7 kort"
    checksum = hashlib.sha256(content).hexdigest()
    AgreementVersion.objects.filter(pk=version.pk).update(pdf_sha256=checksum)
    void_version(version=version, actor=planner, reason="Fout.")
    found = check_file(content)
    assert found.version
    assert (found.verdict, found.version.why_void) == (FileVerdict.SAME_FILE, "Fout.")


def test_void_is_said_once_and_for_ever(agreement: Agreement, planner: User) -> None:
    version = freeze_version(agreement=agreement, actor=planner)
    first = void_version(version=version, actor=planner, reason="Fout.")
    assert void_version(version=version, actor=planner, reason="Anders.") == first
    with pytest.raises(DatabaseError), transaction.atomic():
        VoidedVersion.objects.all().delete()


def test_void_version_is_not_laid_before_parties(agreement: Agreement, party: Organisation, planner: User) -> None:
    version = freeze_version(agreement=agreement, actor=planner)
    void_version(version=version, actor=planner, reason="Fout.")
    version = AgreementVersion.objects.get()
    with pytest.raises(Problem, match="vervallen"):
        open_consultation(version=version, actor=planner, question="?", deadline=DAY, organisations=[party])


@pytest.mark.parametrize("times", [2, 4])  # a first version has nothing to differ from
def test_pages_ask_the_same_number_of_queries(
    agreement: Agreement, article: Article, party: Organisation, planner: User, signed_in: Any, times: int,
    django_assert_num_queries: Any,
) -> None:  # fmt: skip
    for number in range(times):
        other = add_article(chapter=article.chapter, actor=planner, title=f"Art {number}", text="Tekst.")
        make_amendment(planner, other, party)
        add_open_point(agreement=agreement, actor=planner, title=f"Punt {number}", text="Wat?")
        freeze_version(agreement=agreement, actor=planner)
    client = signed_in(planner)
    with django_assert_num_queries(20):
        client.get(f"{ROOT}nieuw/nagaan/")
    with django_assert_num_queries(6):
        client.get(ROOT)
    with django_assert_num_queries(5):  # how frozen texts differ is remembered
        client.get(ROOT)
