"""Personal data of somebody with an account: what they are told, and closing the account for good."""

import io
import json
import zipfile
from collections.abc import Callable

import pytest
from allauth.account.models import EmailAddress
from django.test import Client

from areas.enums import Role
from areas.models import Area, Membership, User
from coalition.conversations.recording.enums import Confidentiality
from coalition.models import Conversation, ConversationDraft, ReadEvent
from novex_portal.records.anonymising.actions.accounts import anonymise_account
from novex_portal.records.inzage.queries.accounts import (
    accounts_of,
    archive_of_account,
    held_about_account,
    role_words,
)
from novex_portal.records.models import Anonymisation
from novex_portal.toolkit.problems import Problem
from novex_portal.toolkit.text import dutch
from tests.factories import DAY, make_conversation, make_member, make_organisation
from tests.records.inzage.test_personal_data import everywhere

SignIn = Callable[[User], Client]
NAME, EMAIL = "Voorbeeld Kers", "kers@voorbeeld.example"
ROOT = "/gebieden/zuid-limburg/privacy/accounts/"


@pytest.fixture
def member(area: Area) -> User:
    user = make_member(Role.INTERVIEWER, area, make_organisation("Provincie", area=area), name=NAME, email=EMAIL)
    EmailAddress.objects.create(user=user, email=EMAIL, verified=True, primary=True)
    return user


@pytest.fixture
def conversation(member: User, area: Area) -> Conversation:
    return make_conversation(member, area, report=f"{NAME} sprak, mail {EMAIL}.")


def test_role_is_said_with_its_organisation(member: User, area: Area) -> None:
    assert role_words(member, area) == "Gespreksvoerder, Provincie"


def test_archive_tells_what_somebody_wrote_and_read(
    member: User, conversation: Conversation, area: Area, admin: User
) -> None:
    Conversation.objects.update(confidentiality=Confidentiality.AREA)
    ReadEvent.objects.create(conversation=conversation, reader=member)
    made = archive_of_account(member, area, admin)
    records = {row["what"]: row["rows"] for row in made.records}
    assert records["Gesprek: vastgelegd door deze persoon"] == [{"aantal": "1"}]
    assert records["Lidmaatschap"][0]["organisatie"] == "Provincie"
    assert records["Vertrouwelijke gesprekken die u las"][0]["gesprek van"] == dutch.long_date(DAY)
    assert NAME in made.texts[0]["parts"][0]


def test_archive_is_a_file(signed_in: SignIn, member: User, admin: User) -> None:
    answer = signed_in(admin).post(f"{ROOT}{member.pk}/inzage/")
    packed = zipfile.ZipFile(io.BytesIO(answer.content))
    assert json.loads(packed.read("inzage.json"))["person"]["E-mailadres"] == EMAIL


def test_every_link_is_called_something_in_dutch(member: User, area: Area) -> None:
    Membership.objects.filter(user=member).update(valid_until=DAY)
    what = [row.what for row in held_about_account(member, area)]
    assert what == ["Lidmaatschap: deze persoon"]


def test_nothing_of_an_account_remains_but_the_role(
    member: User, conversation: Conversation, area: Area, admin: User
) -> None:
    ConversationDraft.objects.create(area=area, author=member, data={"report": [NAME]})
    anonymise_account(user=member, area=area, actor=admin)
    assert [everywhere(words) for words in (NAME, EMAIL)] == [[], []]
    member.refresh_from_db()
    conversation.refresh_from_db()
    assert (member.name, member.is_active, member.has_usable_password()) == (
        "Gespreksvoerder, Provincie",
        False,
        False,
    )
    assert conversation.report.startswith("Gespreksvoerder, Provincie sprak")
    assert not EmailAddress.objects.filter(user=member).exists()
    assert member not in accounts_of(area)


def test_sessions_end_at_once(signed_in: SignIn, member: User, area: Area, admin: User) -> None:
    client = signed_in(member)
    anonymise_account(user=member, area=area, actor=admin)
    assert client.get("/").status_code == 302


def test_twice_is_once(member: User, area: Area, admin: User) -> None:
    first, second = (anonymise_account(user=member, area=area, actor=admin) for _ in range(2))
    assert first == second
    assert Anonymisation.objects.count() == 1


def test_nobody_does_it_to_oneself(area: Area, admin: User) -> None:
    with pytest.raises(Problem, match="uzelf"):
        anonymise_account(user=admin, area=area, actor=admin)


def test_role_elsewhere_comes_first(member: User, area: Area, other_area: Area, admin: User) -> None:
    Membership.objects.create(user=member, area=other_area, role=Role.PARTICIPANT, valid_from=DAY)
    with pytest.raises(Problem, match="De Peel"):
        anonymise_account(user=member, area=area, actor=admin)
    member.refresh_from_db()
    assert member.email == EMAIL


def test_who_was_never_here_is_not_there(signed_in: SignIn, admin: User, other_area: Area) -> None:
    stranger = make_member(Role.INTERVIEWER, other_area)
    assert signed_in(admin).get(f"{ROOT}{stranger.pk}/").status_code == 404


def test_page_asks_for_a_tick(signed_in: SignIn, member: User, admin: User) -> None:
    client = signed_in(admin)
    page = client.post(f"{ROOT}{member.pk}/anonimiseren/")
    assert (page.status_code, "Vink aan" in page.text) == (422, True)
    assert client.post(f"{ROOT}{member.pk}/anonimiseren/", {"zeker": "ja"}).status_code == 302
    assert "Gespreksvoerder, Provincie" in client.get("/gebieden/zuid-limburg/privacy/").text
