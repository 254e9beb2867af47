"""Who gets through the door to an area."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404

from areas.access import PERMISSIONS, area_for, areas_visible_to
from areas.enums import Permission, Role
from areas.models import Area, Membership, User
from tests.factories import make_user


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
