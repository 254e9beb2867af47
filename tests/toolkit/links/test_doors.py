"""Every kind of link that lets an outsider in, attacked the same way."""

import re
from collections.abc import Callable
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.db.models import Model
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from areas.accounts.actions.invitations import give_role
from areas.accounts.queries import INVITATIONS
from areas.enums import Role
from areas.models import Area, User
from coalition.agreement.consultations.access import CONSULTATIONS
from coalition.agreement.consultations.actions import make_link, open_consultation
from coalition.agreement.document.actions.parties import add_party
from coalition.agreement.versions.actions import freeze_version
from coalition.analysis.scan.access import SCANS
from coalition.analysis.scan.actions.scans import renew_link
from coalition.conversations.right_of_reply.queries import REPLIES
from novex_portal.toolkit.links.door import LinkDoor
from novex_portal.toolkit.links.pages import SENDS_A_MINUTE
from novex_portal.toolkit.links.tokens import fingerprint, new_token
from tests.coalition.agreement.ambitions.test_ambitions import make_article
from tests.factories import (
    make_conversation,
    make_organisation,
    make_right_of_reply,
    make_scan,
    make_scan_invitation,
    make_statement,
)
from tests.matrix import routes


def invitation(area: Area, planner: User) -> str:
    return give_role(email="nieuw@example.org", role=Role.EXECUTIVE, area=area).link


def wederhoor(area: Area, planner: User) -> str:
    statement = make_statement(make_conversation(planner, area))
    return make_right_of_reply(statement.conversation, statement.organisation).link


def scan(area: Area, planner: User) -> str:
    asked = make_scan_invitation(make_scan(planner, area))
    return renew_link(invitation=asked, actor=planner, today=timezone.localdate())


def consultation(area: Area, planner: User) -> str:
    party, agreement = make_organisation(area=area), make_article(area, planner).chapter.agreement
    add_party(agreement=agreement, actor=planner, organisation=party)
    made = open_consultation(
        version=freeze_version(agreement=agreement, actor=planner),
        actor=planner,
        question="Wat vindt u?",
        deadline=timezone.localdate() + timedelta(days=9),
        organisations=[party],
    )
    return make_link(reply=made.replies.get(), actor=planner)


KINDS: dict[LinkDoor, Callable[[Area, User], str]] = {
    INVITATIONS: invitation,
    REPLIES: wederhoor,
    SCANS: scan,
    CONSULTATIONS: consultation,
}
every_kind = pytest.mark.parametrize("door", KINDS, ids=lambda door: door.page)


def sent(door: LinkDoor, area: Area, planner: User) -> tuple[str, str, Model]:
    """Send somebody a link; return its path, its token and the row behind it."""
    path = urlsplit(KINDS[door](area, planner)).path
    token = path.strip("/").split("/")[1]
    row = door.behind(token)
    assert row
    return path, token, row


def test_every_page_with_a_token_is_a_page_of_one_of_these_doors() -> None:
    with_token = {name for name, pattern in routes().items() if "token" in pattern.pattern.converters}
    assert {re.sub("-(part|file)$", "", name) for name in with_token} == {door.page for door in KINDS}


@every_kind
@pytest.mark.parametrize("method", ["get", "head"])
def test_opening_a_link_changes_nothing(
    door: LinkDoor, method: str, area: Area, planner: User, client: Client
) -> None:
    path, token, row = sent(door, area, planner)
    before = door.rows().values().get(pk=row.pk)
    assert getattr(client, method)(path).status_code == 200
    assert door.rows().values().get(pk=row.pk) == before
    assert door.behind(token) == row


@every_kind
def test_a_link_is_kept_nowhere_and_told_to_nobody(door: LinkDoor, area: Area, planner: User, client: Client) -> None:
    path, token, row = sent(door, area, planner)
    page = client.get(path)
    assert "no-store" in page["Cache-Control"]
    assert (page["X-Robots-Tag"], page["Referrer-Policy"]) == ("noindex, nofollow", "same-origin")
    assert token.split(":")[0] not in str(door.rows().values().get(pk=row.pk))
    assert not re.search(r'(?:href|src)="https?://(?!127\.0\.0\.1)', page.content.decode())


@every_kind
def test_a_token_of_another_door_opens_nothing(door: LinkDoor, area: Area, planner: User, client: Client) -> None:
    others = [
        urlsplit(make(area, planner)).path.strip("/").split("/")[1] for key, make in KINDS.items() if key != door
    ]
    pages = [client.get(reverse(door.page, args=[token])) for token in others]
    assert {page.status_code for page in pages} == {404}
    assert {page["X-Robots-Tag"] for page in pages} == {"noindex, nofollow"}


@every_kind
@pytest.mark.parametrize("token", ["onzin", "abc:def", "a" * 500, "%00", "a:b:c", "é"])
def test_a_guess_asks_the_database_nothing(
    door: LinkDoor, token: str, db: None, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(0):
        assert door.behind(token) is None


@every_kind
def test_a_signed_token_that_was_never_sent_says_what_to_do(door: LinkDoor, db: None, client: Client) -> None:
    page = client.get(reverse(door.page, args=[new_token(door.purpose)]))
    assert page.status_code == 404
    assert re.search(r"<h1[^>]*>Deze link klopt niet</h1>", page.content.decode())
    assert "Wat kunt u doen?" in page.content.decode()
    assert "Hoofdmenu" not in page.content.decode()


@every_kind
def test_a_mark_that_leaked_is_no_link(door: LinkDoor, area: Area, planner: User, client: Client) -> None:
    _, token, _ = sent(door, area, planner)
    assert client.get(reverse(door.page, args=[fingerprint(token, door.purpose)])).status_code == 404


@every_kind
def test_sending_faster_than_people_do_is_refused_and_keeps_what_was_typed(
    door: LinkDoor, area: Area, planner: User
) -> None:
    path, _, _ = sent(door, area, planner)
    browser = Client(headers={"Sec-Fetch-Site": "same-origin"})
    target = f"{path}1/" if door == SCANS else path
    pages = [browser.post(target, {"remark": "Dit typte ik zelf."}) for _ in range(SENDS_A_MINUTE + 1)]
    assert 429 not in {page.status_code for page in pages[:-1]}
    assert (pages[-1].status_code, "Dit typte ik zelf." in pages[-1].content.decode()) == (429, True)


@pytest.mark.parametrize(
    ("door", "past"),
    [(INVITATIONS, "expires_at"), (REPLIES, "expires_at")],
    ids=["invitation", "right-of-reply"],
)
def test_an_expired_link_says_so_in_the_frame_of_guests(
    door: LinkDoor, past: str, area: Area, planner: User, client: Client
) -> None:
    path, _, row = sent(door, area, planner)
    door.rows().filter(pk=row.pk).update(**{past: timezone.now()})
    page = client.get(path)
    assert (page.status_code, "Wat kunt u doen?" in page.content.decode()) == (410, True)
    assert re.search(r"<h1[^>]*>Deze (link|uitnodiging) is verlopen</h1>", page.content.decode())
    assert "Hoofdmenu" not in page.content.decode()
