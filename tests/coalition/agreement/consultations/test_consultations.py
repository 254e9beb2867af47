"""A consultation: a version laid before parties, answered as a member or by a link, with a last day and reminders."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from areas.enums import Role
from areas.models import Area, Organisation, User
from coalition.agreement.consultations.actions import (
    answer_consultation,
    close_consultation,
    make_link,
    open_consultation,
    remind_who_did_not_answer,
)
from coalition.agreement.document.actions.parties import add_party
from coalition.agreement.versions.actions import freeze_version
from coalition.models import AgreementVersion, Consultation, ConsultationReply
from novex_portal.toolkit.models import OutgoingMail
from novex_portal.toolkit.problems import Conflict, Problem
from tests.coalition.agreement.ambitions.test_ambitions import make_article
from tests.factories import make_member, make_organisation


@pytest.fixture
def party(area: Area) -> Organisation:
    return make_organisation(area=area)


@pytest.fixture
def version(area: Area, planner: User, party: Organisation) -> AgreementVersion:
    article = make_article(area, planner)
    add_party(agreement=article.chapter.agreement, actor=planner, organisation=party)
    return freeze_version(agreement=article.chapter.agreement, actor=planner)


def today(days: int = 0) -> date:
    return timezone.localdate() + timedelta(days=days)


def ask(version: AgreementVersion, planner: User, party: Organisation, days: int = 14) -> ConsultationReply:
    made = open_consultation(
        version=version, actor=planner, question="Wat vindt u?", deadline=today(days), organisations=[party]
    )
    return made.replies.get()


def answer(reply: ConsultationReply, words: str = "Goed zo.", **more: Any) -> ConsultationReply:
    values: dict[str, Any] = {"actor": None, "version": reply.version, "answer": words, "remarks": {}, **more}
    return answer_consultation(reply=reply, **values)


def base(version: AgreementVersion) -> str:
    return f"/gebieden/{version.agreement.area.slug}/akkoord/versies/1/consultatie/"


def test_members_are_told_and_opening_twice_is_once(
    area: Area, version: AgreementVersion, planner: User, party: Organisation
) -> None:
    member = make_member(Role.EXECUTIVE, area, organisation=party)
    first, second = ask(version, planner, party), ask(version, planner, party)
    assert first == second
    assert OutgoingMail.objects.get().to == member.email


@pytest.mark.parametrize("days", [-1, -30])
def test_last_day_is_not_past(version: AgreementVersion, planner: User, party: Organisation, days: int) -> None:
    with pytest.raises(Problem, match="al geweest"):
        ask(version, planner, party, days)


def test_only_parties_of_the_akkoord_are_asked(version: AgreementVersion, planner: User) -> None:
    with pytest.raises(Problem, match="Kies de partijen"):
        ask(version, planner, make_organisation())


def test_link_shows_the_frozen_text_and_takes_an_answer(
    version: AgreementVersion, planner: User, party: Organisation, client: Client
) -> None:
    reply = ask(version, planner, party)
    path = re.sub(r"^https?://[^/]+", "", make_link(reply=reply, actor=planner))
    page = client.get(path)
    article = version.snapshot["chapters"][2]["articles"][0]
    assert article["title"] in page.content.decode()
    assert page["X-Robots-Tag"] == "noindex, nofollow"
    done = client.post(path, {"version": "1", "answer": "", f"bij-{article['id']}": "Dit kan korter."})
    assert "Dank u wel" in done.content.decode()
    reply.refresh_from_db()
    assert (reply.remarks, reply.answered_by) == ({article["id"]: "Dit kan korter."}, None)


def test_link_is_kept_nowhere_and_a_new_one_replaces_it(
    version: AgreementVersion, planner: User, party: Organisation, client: Client
) -> None:
    reply = ask(version, planner, party)
    first = re.sub(r"^https?://[^/]+", "", make_link(reply=reply, actor=planner))
    second = re.sub(r"^https?://[^/]+", "", make_link(reply=reply, actor=planner))
    reply.refresh_from_db()
    assert reply.token_hash not in second
    assert client.get(first).status_code == 404
    assert client.get(second).status_code == 200


def test_after_the_last_day_one_reads_and_does_not_answer(
    version: AgreementVersion, planner: User, party: Organisation, client: Client
) -> None:
    reply = ask(version, planner, party)
    path = re.sub(r"^https?://[^/]+", "", make_link(reply=reply, actor=planner))
    Consultation.objects.update(deadline=today(-1))
    assert "niet meer reageren" in client.get(path).content.decode()
    page = client.post(path, {"version": "1", "answer": "Te laat geschreven."})
    assert page.status_code == 422
    assert "Te laat geschreven." in page.content.decode()


def test_closing_keeps_answers_and_refuses_new_ones(
    version: AgreementVersion, planner: User, party: Organisation
) -> None:
    reply = answer(ask(version, planner, party))
    close_consultation(consultation=reply.consultation, actor=planner)
    with pytest.raises(Problem, match="gesloten"):
        answer(reply, "Anders.")
    reply.refresh_from_db()
    assert reply.answer == "Goed zo."


def test_answer_is_changed_by_who_read_the_last_one(
    version: AgreementVersion, planner: User, party: Organisation
) -> None:
    reply = ask(version, planner, party)
    answer(reply)
    with pytest.raises(Conflict):
        answer(reply, "Ook ik.", version=1)


@pytest.mark.parametrize(("words", "remarks"), [("", {}), ("  ", {"x": " "}), ("Ja", {"geen-artikel": "Nee"})])
def test_answer_says_something_of_this_text(
    version: AgreementVersion, planner: User, party: Organisation, words: str, remarks: dict[str, str]
) -> None:
    with pytest.raises(Problem):
        answer(ask(version, planner, party), words, remarks=remarks)


def test_member_answers_for_the_own_party_and_others_do_not_read_it(
    area: Area, version: AgreementVersion, planner: User, party: Organisation, signed_in: Any
) -> None:
    ask(version, planner, party)
    member = signed_in(make_member(Role.PARTICIPANT, area, organisation=party))
    assert member.post(f"{base(version)}{party.pk}/", {"version": "1", "answer": "Wij zijn voor."}).status_code == 302
    other = signed_in(make_member(Role.PARTICIPANT, area, organisation=make_organisation(area=area)))
    assert other.get(f"{base(version)}{party.pk}/").status_code == 403
    assert "Wij zijn voor." not in other.get(base(version)).content.decode()
    assert "Wij zijn voor." in signed_in(planner).get(base(version)).content.decode()


def test_who_did_not_answer_is_reminded_twice(version: AgreementVersion, planner: User, party: Organisation) -> None:
    reply = ask(version, planner, party, days=10)
    make_link(reply=reply, actor=planner, email="partij@voorbeeld.example")
    counts = [remind_who_did_not_answer(today=today(day)) for day in range(11)]
    assert [day for day, count in enumerate(counts) if count] == [3, 8]
    assert OutgoingMail.objects.filter(subject__startswith="Herinnering").count() == 2


def test_reminding_twice_on_a_day_reminds_once(version: AgreementVersion, planner: User, party: Organisation) -> None:
    ask(version, planner, party, days=2)
    assert [remind_who_did_not_answer(today=today()) for _ in range(2)] == [1, 0]


def test_who_answered_is_left_alone(version: AgreementVersion, planner: User, party: Organisation) -> None:
    answer(ask(version, planner, party, days=2))
    assert remind_who_did_not_answer(today=today()) == 0


@pytest.mark.parametrize("parties", [1, 3])
def test_page_asks_the_same_number_of_queries(
    version: AgreementVersion, planner: User, signed_in: Any, django_assert_num_queries: Any, parties: int
) -> None:
    asked = [make_organisation(area=version.agreement.area) for _ in range(parties)]
    for organisation in asked:
        add_party(agreement=version.agreement, actor=planner, organisation=organisation)
    open_consultation(version=version, actor=planner, question="?", deadline=today(9), organisations=asked)
    client = signed_in(planner)
    with django_assert_num_queries(6):
        client.get(base(version))
