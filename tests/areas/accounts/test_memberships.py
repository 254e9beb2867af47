"""Ending what somebody may do."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from areas.access import active_memberships, memberships_on
from areas.accounts.actions.invitations import give_role
from areas.accounts.actions.memberships import end_membership
from areas.enums import Role
from areas.models import Area, Membership, User
from novex_portal.toolkit.problems import Problem
from tests.factories import make_member

SignIn = Callable[[User], Client]


def test_ended_membership_opens_nothing_from_that_moment(area: Area, admin: User, interviewer: User) -> None:
    end_membership(membership=interviewer.memberships.get(), actor=admin)
    assert active_memberships(User.objects.get(pk=interviewer.pk)) == []


def test_ended_membership_held_until_yesterday(area: Area, admin: User, interviewer: User) -> None:
    end_membership(membership=interviewer.memberships.get(), actor=admin)
    yesterday = timezone.localdate() - timezone.timedelta(days=1)
    assert memberships_on(yesterday).filter(user=interviewer).exists()


def test_membership_that_began_today_can_end_today(area: Area, admin: User) -> None:
    user = make_member(Role.PARTICIPANT, area)
    Membership.objects.filter(user=user).update(valid_from=timezone.localdate())
    ended = end_membership(membership=user.memberships.get(), actor=admin)
    assert ended.valid_until == timezone.localdate()


def test_role_can_be_given_again_on_the_day_it_ended(area: Area, admin: User, interviewer: User) -> None:
    end_membership(membership=interviewer.memberships.get(), actor=admin)
    assert give_role(email=interviewer.email, role=Role.INTERVIEWER, area=area).membership is not None


def test_ending_signs_the_user_out_everywhere(area: Area, admin: User, interviewer: User, signed_in: SignIn) -> None:
    laptop, phone = signed_in(interviewer), signed_in(interviewer)
    end_membership(membership=interviewer.memberships.get(), actor=admin)
    for client in (laptop, phone):
        assert client.get(reverse("account_email")).url.startswith("/accounts/login/")


def test_ending_leaves_the_sessions_of_others(area: Area, admin: User, interviewer: User, signed_in: SignIn) -> None:
    client = signed_in(admin)
    end_membership(membership=interviewer.memberships.get(), actor=admin)
    assert client.get(reverse("members", args=[area.slug])).status_code == 200


def test_last_area_admin_stays(area: Area, admin: User) -> None:
    with pytest.raises(Problem, match="laatste gebiedsbeheerder"):
        end_membership(membership=admin.memberships.get(), actor=admin)


def test_area_admin_may_go_when_another_stays(area: Area, admin: User) -> None:
    other = make_member(Role.AREA_ADMIN, area)
    end_membership(membership=admin.memberships.get(), actor=other)
    assert active_memberships(User.objects.get(pk=admin.pk)) == []


def test_ending_twice_changes_nothing(area: Area, admin: User, interviewer: User) -> None:
    first = end_membership(membership=interviewer.memberships.get(), actor=admin)
    again = end_membership(membership=interviewer.memberships.get(), actor=admin)
    assert again.ended_at == first.ended_at


def test_ending_asks_first(area: Area, admin: User, interviewer: User, signed_in: SignIn) -> None:
    membership = interviewer.memberships.get()
    page = signed_in(admin).get(reverse("membership-end", args=[area.slug, membership.pk]))
    assert "Lidmaatschap beëindigen?" in page.content.decode()
    membership.refresh_from_db()
    assert membership.ended_at is None


def test_membership_of_another_area_is_out_of_reach(
    area: Area, admin: User, stranger: User, signed_in: SignIn
) -> None:
    foreign = stranger.memberships.get()
    assert signed_in(admin).post(reverse("membership-end", args=[area.slug, foreign.pk])).status_code == 404
    foreign.refresh_from_db()
    assert foreign.ended_at is None


def test_change_is_recorded_with_who_made_it(area: Area, admin: User, interviewer: User, signed_in: SignIn) -> None:
    membership = interviewer.memberships.get()
    signed_in(admin).post(reverse("membership-end", args=[area.slug, membership.pk]))
    event = Membership.pgh_event_model.objects.filter(pgh_obj_id=membership.pk, pgh_label="update").get()
    assert event.pgh_context["user"] == str(admin.pk)
    assert event.pgh_context["url"] == reverse("membership-end", args=[area.slug, membership.pk])


@pytest.mark.parametrize("others", [1, 3])
def test_members_page_takes_a_fixed_number_of_queries(
    area: Area, admin: User, signed_in: SignIn, django_assert_num_queries: Callable, others: int
) -> None:
    for _ in range(others):
        make_member(Role.PARTICIPANT, area)
    client = signed_in(admin)
    with django_assert_num_queries(7):
        client.get(reverse("members", args=[area.slug]))
