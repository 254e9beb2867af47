"""The pages of an arrangement, as somebody sees them: one object on screen, in the workbook and on paper."""

from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook
from pytest_django import DjangoAssertNumQueries

from areas.enums import Role
from areas.models import Area, Printout, User
from deliverables.arrangement.agreements.models import ReciprocalAgreement
from deliverables.arrangement.commitments.enums import CommitmentSide, CommitmentState
from deliverables.arrangement.commitments.models import Commitment
from deliverables.arrangement.overview.queries.sheet import sheet_of
from deliverables.arrangement.stances.models import AgreementStance
from tests.deliverables.agenda.factories import make_measure
from tests.deliverables.arrangement.factories import make_agreement, make_commitment, make_province, make_stance
from tests.deliverables.board_meetings.factories import make_meeting, make_outcome, make_outcome_report
from tests.deliverables.money.factories import make_line
from tests.factories import make_member, make_organisation

pytestmark = pytest.mark.django_db
SignIn = Callable[[User], Client]
R, G = CommitmentSide.STATE, CommitmentSide.REGION


@pytest.fixture
def client(planner: User, signed_in: SignIn) -> Client:
    return signed_in(planner)


def words(client: Client, name: str, *args: object, query: str = "") -> str:
    page = client.get(reverse(name, args=args) + query)
    assert page.status_code == 200
    return " ".join(page.content.decode().replace("\u00a0", " ").split())


def make_example(area: Area) -> ReciprocalAgreement:
    """Two agreements: one of money and space with all that can stand in it, one that is one-sided."""
    made = make_agreement(area, place="Geuldal")
    line = make_line(make_measure(area))
    make_commitment(made, R, lines=(line,), text="Betaalt de berging")
    make_commitment(made, G, text="Beschermt het beekdal")
    make_stance(made, "vastgesteld", reservation="Als de raad instemt")
    one = make_agreement(area, "Landbouw op het plateau")
    make_commitment(one, R, CommitmentState.LAPSED, text="Vult het fonds")
    make_commitment(one, G, text="Begeleidt bedrijven")
    return made


def test_empty_arrangement_leads_on(area: Area, client: Client) -> None:
    client.post(reverse("arrangement-print", args=[area.slug]))
    assert "0 afspraken" not in Printout.objects.get().html
    assert "Er is nog geen afspraak" in words(client, "arrangement", area.slug)
    assert "Er is nog geen afspraak" in words(client, "arrangement-letter", area.slug)


def test_page_tells_what_stands_opposite_what(area: Area, client: Client) -> None:
    make_example(area)
    page = words(client, "arrangement", area.slug)
    assert "Bij 1 van de 2 afspraken staat er aan beide kanten iets" in page
    assert "€ 6 miljoen" in page
    assert "<s>Vult het fonds</s>" in page


def test_letter_ends_its_sentences_once(area: Area, client: Client) -> None:
    made = make_agreement(area, one_sided_reason="De kennis is van ons allemaal.")
    make_stance(made, "vastgesteld", reservation="Als de raad instemt.")
    page = words(client, "arrangement-letter", area.slug)
    assert "De kennis is van ons allemaal. " in page
    assert "Als de raad instemt.</li>" in page


def test_count_leads_to_the_agreements_it_counts(area: Area, client: Client) -> None:
    make_example(area)
    page = words(client, "arrangement", area.slug, query="?balans=eenzijdig-regio")
    assert "Landbouw op het plateau" in page
    assert "Water in het beekdal" not in page
    assert "Geen afspraak is “leeg”" in words(client, "arrangement", area.slug, query="?balans=leeg")
    assert "Water in het beekdal" in words(client, "arrangement", area.slug, query="?balans=onzin")


def test_agreement_tells_why_and_how_far_parties_are(area: Area, client: Client) -> None:
    page = words(client, "arrangement-agreement", area.slug, make_example(area).pk)
    assert "Van het Rijk telt 1 toezegging, van de regio telt 1 toezegging." in page
    assert "Als de raad instemt" in page
    assert "uit Fonds" in page


def test_history_tells_who_promised_what(area: Area, client: Client) -> None:
    made = make_example(area)
    made.measure_links.create(measure=make_measure(area, "D09", title="Dijkverlegging"))
    page = words(client, "arrangement-agreement-history", area.slug, made.pk)
    assert "Toezegging van rijk" in page
    assert "Steunt op: maatregel" in page
    assert "Dijkverlegging" in page
    assert "Betaalt de berging" in page


def test_late_commitment_says_how_late(area: Area, client: Client) -> None:
    due = timezone.localdate() - timedelta(days=53)
    make_commitment(make_agreement(area), due=due)
    made = make_commitment(make_agreement(area), CommitmentSide.REGION, CommitmentState.KEPT, due=due)
    assert "53 dagen te laat" in words(
        client, "arrangement-agreement", area.slug, ReciprocalAgreement.objects.exclude(pk=made.agreement_id).get().pk
    )
    assert "1 toezegging is te laat" in words(client, "arrangement", area.slug)


def test_screen_workbook_and_paper_tell_the_same(area: Area, planner: User, client: Client) -> None:
    make_example(area)
    answer: Any = client.get(reverse("arrangement-xlsx", args=[area.slug]))
    book = load_workbook(BytesIO(b"".join(answer.streaming_content)))
    cells = {str(cell) for sheet in book for row in sheet.values for cell in row if cell is not None}
    client.post(reverse("arrangement-print", args=[area.slug]))
    paper = " ".join(Printout.objects.get().html.replace("\u00a0", " ").split())
    screen = words(client, "arrangement", area.slug)
    for deal in sheet_of(planner, area, timezone.localdate()).deals:
        told = [deal.code, deal.subject, deal.balance.words, *(row.text for row in deal.promises)]
        assert [word for word in told if word not in cells or word not in paper or word not in screen] == []
    assert "€ 6.000.000,00 (prijspeil 2026, inclusief btw)" in paper
    assert "6000000" in cells


def test_touched_area_reads_the_agreement_without_what_is_only_of_the_other(
    area: Area, other_area: Area, signed_in: SignIn
) -> None:
    make_province(area, other_area)
    hidden, shared = make_example(area), make_agreement(area, "Vliegbasis", touches=(other_area,))
    measure = make_measure(area, "D01", title="Geheime maatregel")
    shared.measure_links.create(measure=measure)
    make_commitment(shared, R, lines=(make_line(measure),), text="Koopt uit")
    theirs = signed_in(make_member(Role.PLANNING_GROUP, other_area))
    page = words(theirs, "arrangement", other_area.slug)
    assert "Bij de ene afspraak" in page
    assert "Vliegbasis" in page
    assert "de uitvoeringsagenda van" in page
    for secret in ("€ 6 miljoen", "D01", hidden.subject, hidden.code):
        assert secret not in page
    one = words(theirs, "arrangement-agreement", other_area.slug, shared.pk)
    assert "Het bedrag staat in de investeringsagenda van" in one
    assert "Wijzigen" not in one
    assert theirs.get(reverse("arrangement-agreement", args=[other_area.slug, hidden.pk])).status_code == 404


def test_page_tells_what_became_of_bestuurlijke_afspraken(area: Area, client: Client) -> None:
    assert "Opvolging van" not in words(client, "arrangement", area.slug)
    late = make_outcome(
        make_meeting(area, days=-500), area, text="Levert cijfers", due_on=timezone.localdate() - timedelta(days=53)
    )
    meeting = make_meeting(area, days=-40)
    for number in range(1, 9):
        make_outcome_report(make_outcome(meeting, area, number, text=f"Afspraak nummer {number}"), "afgerond")
    make_outcome(meeting, area, 9, kind="kennisneming", text="Hoort een verhaal aan")
    page = words(client, "arrangement", area.slug)
    assert "Opvolging van bestuurlijke afspraken: 1 is te laat" in page
    assert "53 dagen te laat" in page
    assert page.index("Afspraak nummer 1") < page.index(late.text)
    assert "8 van de 9 afspraken" in page
    assert "Afspraak nummer 8" not in page
    assert "Hoort een verhaal aan" not in page


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize("name", ["arrangement", "arrangement-letter"])
def test_pages_ask_the_same_number_of_queries(
    area: Area, client: Client, number: int, name: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(number):
        make_example(area)
        make_outcome(make_meeting(area), area)
    client.get(reverse(name, args=[area.slug]))
    with django_assert_num_queries(25 if name == "arrangement" else 16):
        client.get(reverse(name, args=[area.slug]))


def test_somebody_makes_an_agreement_with_both_sides_and_a_stance(area: Area, client: Client) -> None:
    make_province(area)
    party = make_organisation(area=area, kind="provincie")
    answer = client.post(
        reverse("arrangement-agreement-new", args=[area.slug]), {"subject": "Wonen", "obligation": "resultaat"}
    )
    made = ReciprocalAgreement.objects.get()
    assert answer["Location"].endswith(f"{made.pk}/")
    url = reverse("commitment-new", args=[area.slug, made.pk])
    asked = {
        "side": "regio",
        "text": "Bouwt",
        "kind": "ruimte",
        "term": "Q3 2027",
        "amount": "1.200",
        "unit": "huizen",
    }
    client.post(url, asked | {"organisation": party.pk})
    commitment = Commitment.objects.get()
    assert (str(commitment.term), str(commitment.quantities.get().amount)) == ("Q3 2027", "1200.00")
    client.post(
        reverse("agreement-stance-new", args=[area.slug, made.pk]),
        {"organisation": party.pk, "body": "GS", "status": "vastgesteld", "decided_on": "17-11-2026"},
    )
    assert AgreementStance.objects.get().body == "GS"


BAD = {
    "amount": {
        "9" * 30: "meer dan honderd miljard",
        "1.2,3,4": "Vul een getal in",
        "-5": "nooit onder nul",
        "1,234": "hoogstens twee cijfers",
    },
    "unit": {"": "Vul de eenheid in"},
    "term": {"ooit": "Dit is geen datum"},
    "side": {"": "Kies Rijk of regio"},
}


@pytest.mark.parametrize(("field", "typed"), [(field, typed) for field, cases in BAD.items() for typed in cases])
def test_bad_input_gets_a_clear_message_and_nothing_is_lost(
    area: Area, client: Client, field: str, typed: str
) -> None:
    made = make_agreement(area)
    given = {"side": "rijk", "text": "Betaalt mee", "kind": "geld", "amount": "1", "unit": "huizen", field: typed}
    answer = client.post(reverse("commitment-new", args=[area.slug, made.pk]), given)
    page = answer.content.decode()
    assert (answer.status_code, BAD[field][typed] in page, "Betaalt mee" in page) == (422, True, True)
    assert not Commitment.objects.exists()


@pytest.mark.parametrize("name", ["commitment-edit", "commitment-state", "commitment-quantity"])
def test_second_to_change_a_commitment_sees_what_the_first_saved(area: Area, client: Client, name: str) -> None:
    made = make_commitment(make_agreement(area), text="Eerste tekst")
    Commitment.objects.filter(pk=made.pk).update(version=2, text="Tekst van een collega")
    given = {
        "version": 1, "side": "rijk", "text": "Mijn tekst", "kind": "besluit", "state": "loopt",
        "amount": "3", "unit": "ha", "as_of": "01-02-2026",
    }  # fmt: skip
    answer = client.post(reverse(name, args=[area.slug, made.pk]), given)
    assert answer.status_code == 409
    assert "Tekst van een collega" in answer.content.decode()


def test_conflicts_about_agreement_stance_and_state_show_what_was_saved(area: Area, client: Client) -> None:
    make_province(area)
    made = make_agreement(area)
    stance = make_stance(made, reservation="Alleen met geld")
    for row in (made, stance, made.arrangement):
        type(row).objects.update(version=5)
    posts = {
        ("arrangement-agreement-edit", made.pk): {"subject": "Mijn onderwerp", "obligation": "resultaat"},
        ("agreement-stance-edit", stance.pk): {"status": "concept"},
        ("arrangement-state", made.arrangement_id): {"state": "afgesproken", "state_on": "01-02-2026"},
    }
    for (name, pk), given in posts.items():
        answer = client.post(reverse(name, args=[area.slug, pk]), {"version": 1, **given})
        assert (answer.status_code, "Iemand anders heeft dit intussen gewijzigd" in answer.content.decode()) == (
            409,
            True,
        )
