"""How somebody gets in: the invitation, its link and what it opens."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from areas.access import active_memberships
from areas.accounts.actions.invitations import accept_as_new_user, accept_as_user, give_role, invite, revoke_invitation
from areas.accounts.queries import INVITATIONS
from areas.enums import Role
from areas.models import Area, Invitation, Membership, User
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.models import OutgoingMail
from novex_portal.toolkit.problems import Problem
from tests.factories import make_organisation, make_user

PASSWORD = "dakgoot-pinda-7-zeilboot"
SignIn = Callable[[User], Client]


def _invited(area: Area, admin: User, email: str = "nieuw@example.org", role: str = Role.INTERVIEWER) -> str:
    """Invite somebody and return the link's path, as it stands in the mail."""
    invitation = invite(area=area, actor=admin, email=email, role=role, name="Beleidsmedewerker water")
    text = OutgoingMail.objects.get(dedupe_key=f"invitation:{invitation.pk}").text
    return next(line for line in text.splitlines() if "/uitnodiging/" in line).partition("8000")[2]


def _token(path: str) -> str:
    return path.split("/")[2]


def test_invitation_is_mailed_with_a_link(area: Area, admin: User) -> None:
    invite(area=area, actor=admin, email="Nieuw@Example.org", role=Role.INTERVIEWER)
    mail = OutgoingMail.objects.get()
    assert (mail.to, mail.wipe_after_sending) == ("nieuw@example.org", True)
    assert "http://127.0.0.1:8000/uitnodiging/" in mail.text


def test_link_itself_is_not_kept(area: Area, admin: User) -> None:
    token = _token(_invited(area, admin))
    invitation = Invitation.objects.get()
    assert INVITATIONS.behind(token) == invitation
    assert token not in str(vars(invitation))


def test_opening_the_link_changes_nothing(client: Client, area: Area, admin: User) -> None:
    path = _invited(area, admin)
    assert client.get(path).status_code == 200
    assert Invitation.objects.get().accepted_at is None
    assert not User.objects.filter(email="nieuw@example.org").exists()


def test_newcomer_makes_an_account_and_is_signed_in(client: Client, area: Area, admin: User) -> None:
    response = client.post(_invited(area, admin), {"name": "Beleidsmedewerker", "password": PASSWORD})
    user = User.objects.get(email="nieuw@example.org")
    assert response.status_code == 302
    assert client.session["_auth_user_id"] == str(user.pk)
    assert [(held.area, held.role) for held in active_memberships(user)] == [(area, Role.INTERVIEWER)]


def test_accepting_proves_the_address(client: Client, area: Area, admin: User) -> None:
    client.post(_invited(area, admin), {"name": "Beleidsmedewerker", "password": PASSWORD})
    address = User.objects.get(email="nieuw@example.org").emailaddress_set.get()
    assert (address.verified, address.primary) == (True, True)


@pytest.mark.parametrize("password", ["kort", "Welkom2026!!", "novex-limburg-2026", "123456789012"])
def test_easy_password_is_refused_with_a_reason(client: Client, area: Area, admin: User, password: str) -> None:
    response = client.post(_invited(area, admin), {"name": "Beleidsmedewerker", "password": password})
    assert response.status_code == 422
    assert 'id="id_password_error"' in response.content.decode()
    assert not User.objects.filter(email="nieuw@example.org").exists()


def test_used_link_says_so(client: Client, area: Area, admin: User) -> None:
    path = _invited(area, admin)
    accept_as_new_user(token=_token(path), password=PASSWORD)
    response = client.get(path)
    assert response.status_code == 410
    assert "al aangenomen" in response.content.decode()


def test_used_link_makes_no_second_account(area: Area, admin: User) -> None:
    token = _token(_invited(area, admin))
    accept_as_new_user(token=token, password=PASSWORD)
    with pytest.raises(Problem):
        accept_as_new_user(token=token, password=PASSWORD)
    assert Membership.objects.filter(user__email="nieuw@example.org").count() == 1


def test_expired_link_says_so(client: Client, area: Area, admin: User) -> None:
    path = _invited(area, admin)
    Invitation.objects.update(expires_at=timezone.now() - timedelta(minutes=1))
    response = client.get(path)
    assert response.status_code == 410
    assert "verlopen" in response.content.decode()


def test_revoked_link_opens_nothing(client: Client, area: Area, admin: User) -> None:
    path = _invited(area, admin)
    revoke_invitation(invitation=Invitation.objects.get(), actor=admin)
    assert client.post(path, {"name": "Iemand", "password": PASSWORD}).status_code == 410
    assert not User.objects.filter(email="nieuw@example.org").exists()


@pytest.mark.parametrize("token", ["onzin", "abc:def", "a" * 500, "%00"])
def test_link_that_is_not_ours_does_not_exist(client: Client, db: None, token: str) -> None:
    assert client.get(f"/uitnodiging/{token}/").status_code == 404


def test_tampered_link_does_not_exist(client: Client, area: Area, admin: User) -> None:
    path = _invited(area, admin)
    assert client.get(path[:-2] + ("A/" if path[-2] != "A" else "B/")).status_code == 404


def test_who_has_an_account_is_asked_to_sign_in(client: Client, area: Area, admin: User) -> None:
    make_user(email="bekend@example.org")
    path = _invited(area, admin, "bekend@example.org")
    assert f"/accounts/login/?next={path.replace(':', '%3A')}" in client.get(path).content.decode()


def test_newcomers_form_cannot_take_over_an_account(client: Client, area: Area, admin: User) -> None:
    user = make_user(email="bekend@example.org", password="oud-wachtwoord-blijft")
    client.post(_invited(area, admin, "bekend@example.org"), {"name": "Ik", "password": PASSWORD})
    user.refresh_from_db()
    assert user.check_password("oud-wachtwoord-blijft")


def test_who_is_signed_in_takes_the_role_with_one_button(area: Area, admin: User, signed_in: SignIn) -> None:
    user = make_user(email="bekend@example.org")
    path = _invited(area, admin, "bekend@example.org", Role.EXECUTIVE)
    assert signed_in(user).post(path).status_code == 302
    assert Membership.objects.filter(user=user, area=area, role=Role.EXECUTIVE).exists()


def test_link_of_somebody_else_gives_no_role(area: Area, admin: User, stranger: User, signed_in: SignIn) -> None:
    path = _invited(area, admin)
    assert "voor iemand anders" in signed_in(stranger).post(path).content.decode()
    assert not Membership.objects.filter(user=stranger, area=area).exists()
    with pytest.raises(Problem):
        accept_as_user(token=_token(path), actor=stranger)


def test_same_person_twice_in_one_role_is_refused(area: Area, admin: User, interviewer: User) -> None:
    with pytest.raises(Problem, match="is al gespreksvoerder"):
        invite(area=area, actor=admin, email=interviewer.email.upper(), role=Role.INTERVIEWER)


def test_second_invitation_for_one_role_is_refused(area: Area, admin: User) -> None:
    _invited(area, admin)
    with pytest.raises(Problem, match="staat al een uitnodiging open"):
        _invited(area, admin)


def test_expired_invitation_does_not_stand_in_the_way(area: Area, admin: User) -> None:
    _invited(area, admin)
    Invitation.objects.update(expires_at=timezone.now() - timedelta(days=1))
    _invited(area, admin)
    assert Invitation.objects.filter(revoked_at__isnull=True).count() == 1


def test_double_click_gives_one_invitation_and_one_mail(area: Area, admin: User, signed_in: SignIn) -> None:
    form = {"token": str(uuid7()), "email": "nieuw@example.org", "name": "Water", "role": Role.INTERVIEWER}
    client = signed_in(admin)
    statuses = [client.post(reverse("invite", args=[area.slug]), form).status_code for _ in range(2)]
    assert statuses == [302, 302]
    assert (Invitation.objects.count(), OutgoingMail.objects.count()) == (1, 1)


@pytest.mark.parametrize("role", [Role.PROGRAMME_TEAM, Role.AUDITOR])
def test_area_admin_cannot_give_a_role_across_areas(area: Area, admin: User, role: str, signed_in: SignIn) -> None:
    form = {"token": str(uuid7()), "email": "nieuw@example.org", "name": "Water", "role": role}
    assert signed_in(admin).post(reverse("invite", args=[area.slug]), form).status_code == 422
    with pytest.raises(Problem):
        invite(area=area, actor=admin, email="nieuw@example.org", role=role)


def test_organisation_of_another_area_is_refused(area: Area, other_area: Area, admin: User, signed_in: SignIn) -> None:
    foreign = make_organisation(area=other_area)
    form = {"token": str(uuid7()), "email": "a@example.org", "name": "Water", "role": "deelnemer"}
    response = signed_in(admin).post(reverse("invite", args=[area.slug]), {**form, "organisation": str(foreign.pk)})
    assert response.status_code == 422
    assert not Invitation.objects.exists()


def test_invitation_of_another_area_cannot_be_taken_back(
    area: Area, other_area: Area, admin: User, stranger: User, signed_in: SignIn
) -> None:
    foreign = invite(area=other_area, actor=stranger, email="a@example.org", role=Role.PARTICIPANT)
    url = reverse("invitation-revoke", args=[area.slug, foreign.pk])
    assert signed_in(admin).post(url).status_code == 404
    foreign.refresh_from_db()
    assert foreign.revoked_at is None


def test_administrator_gives_the_first_role_by_a_link(client: Client, area: Area) -> None:
    given = give_role(email="eerste@example.org", role=Role.AREA_ADMIN, area=area)
    assert (given.membership, OutgoingMail.objects.count()) == (None, 0)
    client.post(given.link.partition("8000")[2], {"name": "Beheerder", "password": PASSWORD})
    assert Membership.objects.get().role == Role.AREA_ADMIN


def test_administrator_gives_an_account_a_role_across_areas(db: None) -> None:
    user = make_user()
    given = give_role(email=user.email, role=Role.PROGRAMME_TEAM)
    assert given.link == ""
    assert [(held.area, held.role) for held in active_memberships(user)] == [(None, Role.PROGRAMME_TEAM)]


def test_role_across_areas_takes_no_area(area: Area) -> None:
    with pytest.raises(Problem):
        give_role(email="a@example.org", role=Role.AUDITOR, area=area)
    with pytest.raises(Problem):
        give_role(email="a@example.org", role=Role.PARTICIPANT)
