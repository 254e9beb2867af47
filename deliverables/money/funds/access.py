"""Doors to funds: every member reads those of the area and of all areas, the planning group keeps its own."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404

from areas.access import area_for, may
from areas.enums import Permission
from areas.models import Area, User
from deliverables.money.funds.models import Fund


def may_keep_fund(user: User, area: Area, fund: Fund | None) -> bool:
    """Tell whether the user may change a fund, or make one (None): one of all areas is the regieteam's."""
    national, own = may(user, area, Permission.MANAGE_FUNDS), may(user, area, Permission.EDIT_INVESTMENTS)
    if fund is None:
        return national or own
    return own if fund.area_id else national


def kept_fund_for(user: User, slug: str, pk: UUID) -> tuple[Area, Fund]:
    """Return the area and a fund it may draw on, for who may change that fund; PermissionDenied for all others."""
    area = area_for(user, slug, Permission.VIEW_INVESTMENTS)
    fund = Fund.objects.select_related("owner", "area").filter(Q(area=area) | Q(area=None), pk=pk).first()
    if fund is None:
        raise Http404("Dit fonds is er niet, of niet meer.")
    if not may_keep_fund(user, area, fund):
        raise PermissionDenied(
            "Uw rol mag dit fonds niet wijzigen."
            if fund.area_id
            else "Dit fonds geldt voor alle gebieden. Het regieteam wijzigt het."
        )
    return area, fund


def keeping_funds(user: User, slug: str) -> Area:
    """Return the area for who may add a fund there."""
    area = area_for(user, slug, Permission.VIEW_INVESTMENTS)
    if not may_keep_fund(user, area, None):
        raise PermissionDenied("Uw rol mag geen fondsen toevoegen.")
    return area
