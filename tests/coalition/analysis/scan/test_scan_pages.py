"""The pages of the samenwerkingsscan: the link without an account, what each sees of the outcome, constant reads."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from areas.enums import Role
from areas.models import Area, User
from coalition.analysis.scan.actions.scans import close_scan, renew_link, revoke_scan_invitation
from coalition.models import CooperationScan, ScanAnswer, ScanInvitation
from tests.factories import make_member, make_organisation, make_scan, make_scan_invitation

SignIn = Callable[[User], Client]


def path_of(invitation: ScanInvitation, planner: User) -> str:
    link = renew_link(invitation=invitation, actor=planner, today=timezone.localdate())
    return link[link.index("/scan/") :]


def posted(invitation: ScanInvitation, score: str = "4", why: str = "", rank: int = 0) -> dict[str, str]:
    question = invitation.scan.questionnaire.dimensions.get(rank=rank).questions.get()
    return {"version": str(invitation.version), f"score-{question.pk}": score, f"reasoning-{question.pk}": why}


@pytest.fixture
def scan(area: Area, planner: User) -> CooperationScan:
    return make_scan(planner, area)


def test_link_is_filled_in_without_account_part_by_part(scan: CooperationScan, planner: User, client: Client) -> None:
    invitation = make_scan_invitation(scan)
    path = path_of(invitation, planner)
    assert client.post(f"{path}1/", posted(invitation, why="Wij zien elkaar vaak.")).url == f"{path}2/"  # type: ignore[attr-defined]
    invitation.refresh_from_db()
    assert client.post(f"{path}2/", posted(invitation, "onbekend", rank=1)).url == path  # type: ignore[attr-defined]
    page = client.get(path)
    assert "Dank u wel" in page.content.decode()
    assert "Wij zien elkaar vaak." in page.content.decode()
    assert "no-store" in page["Cache-Control"]
    assert "noindex" in page["X-Robots-Tag"]


@pytest.mark.parametrize(("score", "why"), [("9", "Mijn woorden"), ("", "Mijn woorden"), ("4", "é" * 500_000)])
def test_wrong_input_is_told_and_nothing_is_lost(
    scan: CooperationScan, planner: User, client: Client, score: str, why: str
) -> None:
    invitation = make_scan_invitation(scan)
    page = client.post(f"{path_of(invitation, planner)}1/", posted(invitation, score, why))
    assert page.status_code == 422
    assert why in page.content.decode()
    assert not ScanAnswer.objects.exists()


def test_who_comes_second_sees_own_words_and_may_save_again(
    scan: CooperationScan, planner: User, client: Client
) -> None:
    invitation = make_scan_invitation(scan)
    path, data = path_of(invitation, planner), posted(invitation, "1", "Van mij")
    client.post(f"{path}1/", posted(invitation, "5", "Van een collega"))
    page = client.post(f"{path}1/", data)
    assert page.status_code == 409
    assert "Van mij" in page.content.decode()
    client.post(f"{path}1/", {**data, "version": "2"})
    assert ScanAnswer.objects.get().reasoning == "Van mij"


def test_links_that_no_longer_hold_say_so(scan: CooperationScan, planner: User, client: Client) -> None:
    revoked, closed = make_scan_invitation(scan), make_scan_invitation(scan)
    paths = [path_of(revoked, planner), path_of(closed, planner)]
    revoke_scan_invitation(invitation=revoked, actor=planner, today=timezone.localdate())
    close_scan(scan=scan, actor=planner)
    pages = [client.get(path) for path in (*paths, "/scan/verzonnen:woord/", "/scan/verzonnen/1/")]
    assert [page.status_code for page in pages] == [410, 410, 404, 404]
    assert "ingetrokken" in pages[0].content.decode()
    assert "gesloten" in pages[1].content.decode()


def test_expired_link_says_until_when(area: Area, planner: User, client: Client) -> None:
    scan = make_scan(planner, area)
    path = path_of(make_scan_invitation(scan), planner)
    day = timezone.localdate() - timedelta(days=1)
    CooperationScan.objects.update(opened_on=day, closes_on=day)
    assert "was in te vullen tot en met" in client.get(path).content.decode()


def test_member_fills_in_for_the_own_organisation(area: Area, scan: CooperationScan, signed_in: SignIn) -> None:
    party = make_organisation("Waterschap", area=area)
    invitation = make_scan_invitation(scan, organisation=party)
    client = signed_in(make_member(Role.EXECUTIVE, area, party))
    path = f"/gebieden/{area.slug}/scan/{scan.pk}/"
    assert "Scan invullen" in client.get(path).content.decode()
    assert client.post(f"{path}invullen/1/", posted(invitation)).status_code == 302
    assert ScanAnswer.objects.get().invitation == invitation


def test_members_see_nothing_before_it_is_closed_and_no_party_by_name_after(
    area: Area, scan: CooperationScan, executive: User, planner: User, signed_in: SignIn
) -> None:
    for score in (1, 2, 3, 4, 5):
        make_scan_invitation(scan, score, 3, organisation=make_organisation(f"Partij {score}", area=area))
    client, path = signed_in(executive), f"/gebieden/{area.slug}/scan/{scan.pk}/"
    assert "lopen de meningen" not in client.get(path).content.decode()
    close_scan(scan=scan, actor=planner)
    page = client.get(path).content.decode()
    assert "Over ambitie lopen de meningen het meest uiteen: van 1 tot 5." in page
    assert "Partij 5" not in page
    assert "Partij 5" in signed_in(planner).get(path).content.decode()


def test_three_parties_show_a_middle_and_no_extremes_in_page_and_file(
    area: Area, scan: CooperationScan, executive: User, planner: User, signed_in: SignIn
) -> None:
    for score in (1, 2, 5):
        make_scan_invitation(scan, score, score)
    close_scan(scan=scan, actor=planner)
    client, path = signed_in(executive), f"/gebieden/{area.slug}/scan/{scan.pk}/"
    assert "minder dan 5 partijen" in client.get(path).content.decode()
    file = b"".join(client.get(f"{path}scan.csv").streaming_content).decode()  # type: ignore[arg-type]
    assert "Ambitie;;3;0;;;2;;;" in file


@pytest.mark.parametrize("parties", [1, 3])
def test_pages_read_as_often_with_three_parties_as_with_one(
    area: Area,
    scan: CooperationScan,
    planner: User,
    signed_in: SignIn,
    django_assert_num_queries: DjangoAssertNumQueries,
    parties: int,
) -> None:
    for _ in range(parties):
        make_scan_invitation(scan, 3, 4)
    client, path = signed_in(planner), f"/gebieden/{area.slug}/scan/"
    client.get(path)
    with django_assert_num_queries(4):
        client.get(path)
    with django_assert_num_queries(10):
        client.get(f"{path}{scan.pk}/")
    with django_assert_num_queries(8):
        client.get(f"{path}{scan.pk}/partijen/")


def test_planner_gets_a_link_once_and_writes_questions(
    area: Area, scan: CooperationScan, planner: User, signed_in: SignIn
) -> None:
    client, invitation = signed_in(planner), make_scan_invitation(scan)
    page = client.post(f"/gebieden/{area.slug}/scan/uitnodigingen/{invitation.pk}/link/")
    assert "/scan/" in page.content.decode()
    draft = client.post(f"/gebieden/{area.slug}/scan/vragenlijst/").url  # type: ignore[attr-defined]
    rows = {"onderdelen-TOTAL_FORMS": "1", "onderdelen-INITIAL_FORMS": "0", "onderdelen-0-name": "Proces"}
    data = {**rows, "version": "1", "title": "Eigen", "onderdelen-0-questions": "Het gaat goed.\nHet gaat snel."}
    assert client.post(draft, data).status_code == 302
    assert "Het gaat snel." in client.get(draft).content.decode()
