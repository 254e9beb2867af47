"""Who gets through the door to an area."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404

from areas.access import PERMISSIONS, area_for, areas_visible_to, door
from areas.enums import Permission, Role
from areas.models import Area, Challenge, Membership, User
from tests.factories import make_challenge, make_user


def test_every_role_has_a_row_in_the_table() -> None:
    assert set(PERMISSIONS) == set(Role)


def test_area_for_gives_the_area_to_who_may(area: Area, interviewer: User) -> None:
    assert area_for(interviewer, area.slug, Permission.LOG_CONVERSATION) == area


def test_area_for_hides_the_area_from_a_stranger(area: Area, stranger: User) -> None:
    with pytest.raises(Http404):
        area_for(stranger, area.slug, Permission.VIEW_AREA)


def test_area_for_refuses_a_member_without_the_right(area: Area, executive: User) -> None:
    with pytest.raises(PermissionDenied):
        area_for(executive, area.slug, Permission.VIEW_CONVERSATIONS)


def test_membership_that_ended_yesterday_opens_nothing(area: Area) -> None:
    user = make_user()
    Membership.objects.create(
        user=user, area=area, role=Role.PLANNING_GROUP, valid_from=date(2020, 1, 1), valid_until=date(2020, 12, 31)
    )
    with pytest.raises(Http404):
        area_for(user, area.slug, Permission.VIEW_AREA)


def test_superuser_without_membership_sees_nothing(area: Area) -> None:
    user = make_user(is_superuser=True, is_staff=True)
    assert list(areas_visible_to(user)) == []


def test_programme_team_sees_all_areas(area: Area, other_area: Area, programme_team: User) -> None:
    assert set(areas_visible_to(programme_team)) == {area, other_area}


def test_auditor_sees_the_read_log_and_no_content(area: Area, auditor: User) -> None:
    assert area_for(auditor, area.slug, Permission.VIEW_READ_LOG) == area
    with pytest.raises(PermissionDenied):
        area_for(auditor, area.slug, Permission.VIEW_CONVERSATIONS)


challenge_for = door(
    Challenge.objects,
    need=Permission.VIEW_AREA,
    only=lambda user, area: ~Q(title="Verborgen"),
    missing="Deze opgave is er niet.",
)


def test_door_gives_the_row_with_its_area(area: Area, interviewer: User) -> None:
    found = challenge_for(interviewer, area.slug, make_challenge(area).pk)

    assert "area" in found._state.fields_cache


def test_row_of_another_area_does_not_exist(area: Area, other_area: Area, interviewer: User) -> None:
    with pytest.raises(Http404, match="Deze opgave is er niet"):
        challenge_for(interviewer, area.slug, make_challenge(other_area).pk)


def test_row_that_a_door_hides_does_not_exist(area: Area, interviewer: User) -> None:
    with pytest.raises(Http404):
        challenge_for(interviewer, area.slug, make_challenge(area, "Verborgen").pk)


def test_door_asks_more_of_who_needs_more(area: Area, interviewer: User) -> None:
    with pytest.raises(PermissionDenied):
        challenge_for(interviewer, area.slug, make_challenge(area).pk, Permission.MANAGE_MEMBERS)
