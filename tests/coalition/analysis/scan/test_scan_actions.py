"""Opening, filling in and closing a samenwerkingsscan, and the questions it asks."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from threading import Barrier
from uuid import UUID

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from areas.models import Area, Organisation, User
from coalition.analysis.scan.actions.questionnaires import begin_questionnaire, change_questionnaire, use_questionnaire
from coalition.analysis.scan.actions.scans import (
    AnswerData,
    ScanClosed,
    add_improvement,
    answer_dimension,
    close_scan,
    invite_party,
    open_scan,
    revoke_scan_invitation,
)
from coalition.analysis.scan.queries.questionnaires import dimensions_of
from coalition.analysis.scan.queries.scans import given_in
from coalition.analysis.scan.rules.content import DIMENSIONS
from coalition.analysis.scan.rules.scan import DimensionData
from coalition.merging.actions import merge_organisations
from coalition.models import ActionItem, CooperationScan, ScanAnswer, ScanInvitation, ScanQuestionnaire
from coalition.planning_group.action_items.queries import Owner
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.models import OutgoingMail
from novex_portal.toolkit.problems import Conflict, Problem
from tests.factories import make_organisation, make_scan, make_scan_invitation


def today() -> date:
    return timezone.localdate()


def answer(invitation: ScanInvitation, score: int | None, *, rank: int = 0, version: int = 1, why: str = "") -> None:
    dimension = invitation.scan.questionnaire.dimensions.get(rank=rank)
    answers: dict[UUID, AnswerData] = {question.pk: AnswerData(score, why) for question in dimension.questions.all()}
    answer_dimension(invitation=invitation, dimension=dimension, version=version, today=today(), answers=answers)


def open_one(area: Area, actor: User, token: UUID | None = None, **fields: date) -> CooperationScan:
    values = {"closes_on": today() + timedelta(days=7), **fields}
    return open_scan(area=area, actor=actor, title="Meting", today=today(), token=token, **values)


def test_first_scan_asks_what_the_portal_asks_and_pressing_twice_opens_one(area: Area, planner: User) -> None:
    token = uuid7()
    scans = [open_one(area, planner, token) for _ in range(2)]
    assert scans[0] == scans[1]
    assert dimensions_of(scans[0].questionnaire) == DIMENSIONS
    assert open_one(area, planner).questionnaire == scans[0].questionnaire


def test_scan_cannot_close_before_it_opens(area: Area, planner: User) -> None:
    with pytest.raises(Problem, match="vanaf vandaag"):
        open_one(area, planner, closes_on=today() - timedelta(days=1))


def test_own_questions_count_from_the_next_scan_on(area: Area, planner: User) -> None:
    first = open_one(area, planner)
    draft = begin_questionnaire(area=area, actor=planner)
    mine = (DimensionData("Proces", "Hoe gaat het?", ("Het gaat goed.",)),)
    change_questionnaire(questionnaire=draft, actor=planner, version=1, title="Eigen", dimensions=mine)
    use_questionnaire(questionnaire=draft, actor=planner)
    assert dimensions_of(open_one(area, planner).questionnaire) == mine
    assert dimensions_of(first.questionnaire) == DIMENSIONS


def test_questionnaire_in_use_does_not_change_and_has_a_next_version(area: Area, planner: User) -> None:
    draft = begin_questionnaire(area=area, actor=planner)
    used = use_questionnaire(questionnaire=draft, actor=planner)
    with pytest.raises(Problem, match="in gebruik"):
        change_questionnaire(questionnaire=used, actor=planner, version=2, title="Anders", dimensions=DIMENSIONS)
    assert begin_questionnaire(area=area, actor=planner).number == 2
    assert ScanQuestionnaire.objects.filter(area=area).count() == 2


@pytest.mark.parametrize(
    "dimensions",
    [(), (DimensionData("Proces", "", ()),), (DimensionData("A", "", ("x",)), DimensionData("a", "", ("y",)))],
)
def test_questionnaire_must_be_complete(area: Area, planner: User, dimensions: tuple[DimensionData, ...]) -> None:
    draft = begin_questionnaire(area=area, actor=planner)
    with pytest.raises(Problem):
        change_questionnaire(questionnaire=draft, actor=planner, version=1, title="Eigen", dimensions=dimensions)


def test_two_who_change_a_draft_are_told(area: Area, planner: User) -> None:
    draft = begin_questionnaire(area=area, actor=planner)
    change_questionnaire(questionnaire=draft, actor=planner, version=1, title="Een", dimensions=DIMENSIONS)
    with pytest.raises(Conflict):
        change_questionnaire(questionnaire=draft, actor=planner, version=1, title="Twee", dimensions=DIMENSIONS)


def test_party_is_asked_once_and_mailed_a_link_of_which_only_the_hash_stays(area: Area, planner: User) -> None:
    scan, party = make_scan(planner, area), make_organisation(area=area)
    asked = [
        invite_party(scan=scan, actor=planner, organisation=party, today=today(), email="a@b.example")
        for _ in range(2)
    ]
    mail = OutgoingMail.objects.get()
    asked[0].refresh_from_db()
    assert asked[0] == asked[1]
    assert "/scan/" in mail.text
    assert asked[0].token_hash
    assert asked[0].token_hash not in mail.text


def test_party_of_another_area_is_not_asked(area: Area, other_area: Area, planner: User) -> None:
    with pytest.raises(Problem, match="geen partij"):
        invite_party(
            scan=make_scan(planner, area),
            actor=planner,
            organisation=make_organisation(area=other_area),
            today=today(),
        )


def test_party_counts_once_everything_is_answered_and_may_change_it(area: Area, planner: User) -> None:
    invitation = make_scan_invitation(make_scan(planner, area))
    answer(invitation, 4)
    assert given_in(invitation.scan) == []
    answer(invitation, None, rank=1, version=2, why="Te vroeg \U0001f331 om te zeggen.\x00")
    answer(invitation, 2, version=3)
    assert [given.score for given in given_in(invitation.scan)] == [2, None]
    assert ScanAnswer.objects.get(question__dimension__rank=1).reasoning == "Te vroeg \U0001f331 om te zeggen."


@pytest.mark.parametrize("score", [0, 6, -1])
def test_score_out_of_range_is_refused_by_action_and_database(area: Area, planner: User, score: int) -> None:
    invitation = make_scan_invitation(make_scan(planner, area), 3)
    with pytest.raises(Problem, match="1 tot en met 5"):
        answer(invitation, score)
    with pytest.raises(IntegrityError), transaction.atomic():
        ScanAnswer.objects.update(score=max(score, 0) or 9)


def test_closed_expired_and_revoked_take_no_answer(area: Area, planner: User) -> None:
    closed, revoked = (make_scan_invitation(make_scan(planner, area)) for _ in range(2))
    day = today() - timedelta(days=9)
    expired = make_scan_invitation(make_scan(planner, area, opened_on=day, closes_on=day))
    close_scan(scan=closed.scan, actor=planner)
    revoke_scan_invitation(invitation=revoked, actor=planner, today=today())
    with pytest.raises(ScanClosed):
        revoke_scan_invitation(invitation=expired, actor=planner, today=today())
    for invitation in (closed, revoked, expired):
        with pytest.raises(ScanClosed):
            answer(invitation, 3)


def test_who_was_revoked_no_longer_counts(area: Area, planner: User) -> None:
    invitation = make_scan_invitation(make_scan(planner, area), 3, 3)
    revoke_scan_invitation(invitation=invitation, actor=planner, today=today())
    assert given_in(invitation.scan) == []


def test_improvement_stands_with_the_scan_and_in_the_list(area: Area, planner: User) -> None:
    scan, token = make_scan(planner, area), uuid7()
    for _ in range(2):
        add_improvement(
            scan=scan, actor=planner, dimension="Proces", what="Agenda delen", owner=Owner("Voorzitter"), token=token
        )
    item = ActionItem.objects.get()
    assert (item.scan, item.scan_dimension, item.area) == (scan, "Proces", area)
    with pytest.raises(Problem, match="hoort niet"):
        add_improvement(scan=scan, actor=planner, dimension="Weer", what="x", owner=Owner("x"))


def test_merged_parties_keep_one_set_of_answers(area: Area, planner: User) -> None:
    scan = make_scan(planner, area)
    kept, gone = (make_organisation(name, area=area) for name in ("Blijft", "Gaat"))
    make_scan_invitation(scan, 1, 1, organisation=kept)
    make_scan_invitation(scan, 5, 5, organisation=gone)
    merge_organisations(area=area, actor=planner, kept=kept, gone=gone)
    assert [given.score for given in given_in(scan)] == [1, 1]
    assert Organisation.objects.get(pk=gone.pk).merged_into == kept


@pytest.mark.django_db(transaction=True)
def test_two_who_submit_the_same_invitation_at_once_leave_one_outcome(area: Area, planner: User) -> None:
    invitation = make_scan_invitation(make_scan(planner, area))
    start = Barrier(2)

    def submit(score: int) -> str:
        start.wait(timeout=10)
        try:
            answer(invitation, score)
        except Conflict:
            return "verteld"
        else:
            return "gedaan"
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(submit, (1, 5))) == ["gedaan", "verteld"]
    assert ScanAnswer.objects.count() == 1
