"""Both halves of the duo approve one and the same version; overleg and parties speak for themselves."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import transaction
from django.db.utils import DatabaseError
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from areas.models import Area, Duo, User
from coalition.merging.leaving.actions import leave_area
from coalition.models import AgreementParty
from deliverables.perspective.approval.actions import (
    adopt_version,
    approve_version,
    endorse_version,
    remove_adoption,
    remove_endorsement,
    withdraw_approval,
)
from deliverables.perspective.approval.enums import Half, Wording
from deliverables.perspective.approval.models import Adoption, ApprovalWithdrawal, DuoApproval, Endorsement
from deliverables.perspective.approval.queries import signatory_count, standing_of, standings_of
from deliverables.perspective.approval.rules import DuoStanding, waiting_words
from deliverables.perspective.versions.models import PerspectiveVersion
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.problems import Problem
from tests.deliverables.agenda.plan.test_dependency_races import at_once
from tests.deliverables.perspective.factories import make_approval, make_board, make_duo, make_section, make_version
from tests.factories import make_organisation

pytestmark = pytest.mark.django_db

SignIn = Callable[[User], Client]


def duo_of(version: PerspectiveVersion) -> DuoStanding:
    return standing_of(version, timezone.localdate()).duo


def test_one_half_leaves_the_other_waiting_by_name(area: Area) -> None:
    version = make_version(area)
    make_approval(version, "rijk")
    standing = duo_of(version)
    assert not standing.is_approved
    assert standing.finding == "Het Rijk keurde versie 1 goed, de regio wacht"
    assert [half.function for half in standing.waiting] == ["Gedeputeerde"]


def test_both_halves_on_one_version_are_an_approval(area: Area) -> None:
    version = make_version(area)
    make_approval(version, "rijk")
    make_approval(version, "regio")
    assert duo_of(version).is_approved
    assert duo_of(version).finding == "Het duo keurde versie 1 goed"


def test_halves_on_two_versions_are_none_and_the_page_says_so(area: Area) -> None:
    first, second = make_version(area), make_version(area)
    make_approval(first, "rijk")
    make_approval(second, "regio")
    assert not duo_of(first).is_approved
    assert duo_of(second).finding == "De regio keurde versie 2 goed, het Rijk wacht"
    assert duo_of(second).elsewhere == ["Het Rijk keurde versie 1 goed; dat telt niet voor versie 2."]


def approving(version: PerspectiveVersion, half: str, actor: User) -> Callable[[], object]:
    today = timezone.localdate()
    return lambda: approve_version(version=version, actor=actor, half=half, approved_on=today, note="Brief")


@pytest.mark.django_db(transaction=True)
def test_two_halves_that_approve_different_versions_at_once_are_no_approval(area: Area, planner: User) -> None:
    make_section(area)
    make_duo(area)
    versions = [make_version(area, planner), make_version(area, planner)]
    calls = [approving(version, half, planner) for version, half in zip(versions, Half.values, strict=True)]
    assert at_once(*calls) == ["gedaan", "gedaan"]
    assert DuoApproval.objects.count() == 2
    assert not any(duo_of(version).is_approved for version in versions)


@pytest.mark.django_db(transaction=True)
def test_one_half_that_approves_twice_at_once_is_written_down_once(area: Area, planner: User) -> None:
    version = make_version(area, planner)
    make_duo(area)
    assert at_once(*[approving(version, "rijk", planner)] * 2) == ["Problem", "gedaan"]
    assert DuoApproval.objects.count() == 1


def test_nobody_approved_yet(area: Area) -> None:
    version = make_version(area)
    assert duo_of(version).finding == "Versie 1 wacht op beide helften van het duo"
    assert [half.function for half in duo_of(version).halves] == ["", ""]


def test_withdrawing_is_a_row_of_its_own_with_its_reason(area: Area, planner: User) -> None:
    version = make_version(area)
    make_approval(version, "regio")
    approval = make_approval(version, "rijk")
    for _ in range(2):
        withdraw_approval(approval=approval, actor=planner, withdrawn_on=timezone.localdate(), reason="Cijfers.")
    assert ApprovalWithdrawal.objects.count() == 1
    standing = duo_of(version)
    assert not standing.is_approved
    assert (standing.state.reason, standing.state.approved_on) == ("Cijfers.", approval.approved_on)


@pytest.mark.parametrize(("days", "reason"), [(0, " "), (1, "Cijfers"), (-1, "Cijfers")])
def test_withdrawing_asks_a_reason_and_a_day_that_can_be(area: Area, planner: User, days: int, reason: str) -> None:
    approval = make_approval(make_version(area))
    day = timezone.localdate() + timedelta(days=days)
    with pytest.raises(Problem):
        withdraw_approval(approval=approval, actor=planner, withdrawn_on=day, reason=reason)


def test_database_refuses_to_change_or_delete_an_approval(area: Area, planner: User) -> None:
    approval = make_approval(make_version(area))
    withdraw_approval(approval=approval, actor=planner, withdrawn_on=timezone.localdate(), reason="Cijfers.")
    for rows in (ApprovalWithdrawal.objects.all(), DuoApproval.objects.all()):
        for does in (lambda rows=rows: rows._raw_delete(rows.db), lambda rows=rows: rows.update(recorded_by=planner)):
            with pytest.raises(DatabaseError), transaction.atomic():
                does()


def test_who_the_half_was_comes_from_the_duo_of_that_day(area: Area, planner: User) -> None:
    today = timezone.localdate()
    Duo.objects.create(
        area=area,
        kind="rijk-regio",
        national_side="Oude minister",
        regional_side="Oude gedeputeerde",
        valid_from=date(2022, 1, 10),
        valid_until=today - timedelta(days=1),
    )
    Duo.objects.create(area=area, kind="rijk-regio", national_side="Nieuwe", regional_side="Nieuwe", valid_from=today)
    version = make_version(area, planner, moment=timezone.now() - timedelta(days=3))
    assert make_approval(version, approved_on=today - timedelta(days=1)).by == "Oude minister"
    assert make_approval(version, "regio").by == "Nieuwe"


@pytest.mark.parametrize("days", [-1, 1])
def test_approval_lies_between_the_version_and_today(area: Area, days: int) -> None:
    day = timezone.localdate() + timedelta(days=days)
    with pytest.raises(Problem, match="vastgezet op"):
        make_approval(make_version(area), approved_on=day)


def test_approval_needs_a_duo_and_a_source(area: Area, planner: User) -> None:
    version = make_version(area)
    today = timezone.localdate()
    with pytest.raises(Problem, match="geen rijk-regio duo"):
        approve_version(version=version, actor=planner, half="rijk", approved_on=today, note="Brief")
    with pytest.raises(Problem, match="waar de goedkeuring blijkt"):
        make_approval(version, note=" ")


def test_half_approves_a_version_once_and_a_form_sent_twice_is_one(area: Area) -> None:
    version, token = make_version(area), uuid7()
    assert make_approval(version, token=token) == make_approval(version, token=token)
    with pytest.raises(Problem, match="Het Rijk keurde versie 1 al eerder goed"):
        make_approval(version)


def test_overleg_speaks_of_a_version_once(area: Area, planner: User) -> None:
    version, board, token = make_version(area), make_board(area), uuid7()
    for _ in range(2):
        endorse_version(version=version, actor=planner, checkpoint=board, wording=Wording.ENDORSED, token=token)
    with pytest.raises(Problem, match="staat er al een uitspraak"):
        endorse_version(version=version, actor=planner, checkpoint=board, wording=Wording.NOTED)
    remove_endorsement(endorsement=Endorsement.objects.get(), actor=planner)
    assert not Endorsement.objects.exists()


def test_only_an_overleg_of_the_area_that_was_after_the_version_speaks(
    area: Area, other_area: Area, planner: User
) -> None:
    version = make_version(area)
    tomorrow = timezone.localdate() + timedelta(days=1)
    for board in (make_board(other_area), make_board(area, kind="ijkmoment"), make_board(area, date=tomorrow)):
        with pytest.raises(Problem):
            endorse_version(version=version, actor=planner, checkpoint=board, wording=Wording.NOTED)


def test_party_adopts_by_its_own_body_once(area: Area, other_area: Area, planner: User) -> None:
    version, party, today = make_version(area), make_organisation("Provincie", area=area), timezone.localdate()
    token = uuid7()
    for _ in range(2):
        adopt_version(
            version=version,
            actor=planner,
            organisation=party,
            body="Gedeputeerde Staten",
            decided_on=today,
            token=token,
        )
    for organisation, body in (
        (party, "Nog eens"),
        (make_organisation(area=other_area), "Raad"),
        (make_organisation(area=area), " "),
    ):
        with pytest.raises(Problem):
            adopt_version(version=version, actor=planner, organisation=organisation, body=body, decided_on=today)
    assert [row.body for row in standing_of(version, today).adoptions] == ["Gedeputeerde Staten"]
    with pytest.raises(Problem, match="vaststelling van het ontwikkelperspectief"):
        leave_area(area=area, organisation=party, actor=planner)
    remove_adoption(adoption=Adoption.objects.get(), actor=planner)
    assert not Adoption.objects.exists()


@pytest.mark.parametrize("rows", [1, 3])
def test_standings_are_read_in_one_number_of_queries(
    area: Area, planner: User, django_assert_num_queries: DjangoAssertNumQueries, rows: int
) -> None:
    for _ in range(rows):
        version = make_version(area, planner)
        make_approval(version)
        endorse_version(version=version, actor=planner, checkpoint=make_board(area), wording=Wording.NOTED)
    versions = list(PerspectiveVersion.objects.select_related("area"))
    with django_assert_num_queries(4):
        assert len(standings_of(versions, timezone.localdate())) == rows


def test_no_versions_have_no_standing() -> None:
    assert standings_of([], date(2026, 12, 1)) == []


def test_parties_of_the_akkoord_are_counted(area: Area) -> None:
    assert signatory_count(area) == AgreementParty.objects.count() == 0


def test_waiting_is_counted_in_days() -> None:
    day = date(2026, 11, 13)
    assert waiting_words(day, day) == "Wacht sinds vandaag"
    assert waiting_words(day, date(2026, 11, 14)) == "Wacht 1 dag"
    assert waiting_words(day, date(2026, 11, 23)) == "Wacht 10 dagen"


def test_forms_write_down_who_stands_behind_a_version(area: Area, planner: User, signed_in: SignIn) -> None:
    version, board, party = make_version(area, planner), make_board(area), make_organisation(area=area)
    make_duo(area)
    client, today = signed_in(planner), f"{timezone.localdate():%d-%m-%Y}"
    here = {"args": [area.slug, version.number]}
    sent = {
        "perspective-approve": {"half": "rijk", "approved_on": today, "note": "Brief"},
        "perspective-endorse": {"checkpoint": board.pk, "wording": "onderschreven", "note": "Als basis"},
        "perspective-adopt": {"organisation": party.pk, "body": "Raad", "decided_on": today},
    }
    for name, values in sent.items():
        assert client.post(reverse(name, **here), values).status_code == 302, name
    page = client.get(reverse("perspective-version", **here)).content.decode()
    for told in ("Het Rijk keurde versie 1 goed, de regio wacht", "Onderschreven in", "Als basis", "Raad"):
        assert told in page
    approval = DuoApproval.objects.get()
    gone = client.post(
        reverse("approval-withdraw", args=[area.slug, approval.pk]), {"withdrawn_on": today, "reason": "Cijfers"}
    )
    assert gone.status_code == 302
    assert "Cijfers" in client.get(reverse("perspective-version", **here)).content.decode()


def test_form_keeps_what_was_typed_when_it_is_refused(area: Area, planner: User, signed_in: SignIn) -> None:
    version = make_version(area, planner)
    values = {"half": "rijk", "approved_on": f"{timezone.localdate():%d-%m-%Y}", "note": "Brief van de minister"}
    answer = signed_in(planner).post(reverse("perspective-approve", args=[area.slug, version.number]), values)
    assert answer.status_code == 422
    assert "Brief van de minister" in answer.content.decode()
