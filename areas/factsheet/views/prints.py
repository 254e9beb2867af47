"""The buttons "PDF" of one factsheet and of all of them."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponseBase
from django.utils import timezone
from django.views.decorators.http import require_POST

from areas.access import area_for, areas_where
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from areas.factsheet.actions.prints import print_factsheet, print_factsheets
from novex_portal.toolkit.forms.base import posted_token
from novex_portal.toolkit.fragments import go_to


@require_POST
def factsheet_print(request: SignedInRequest, slug: str) -> HttpResponseBase:
    area = area_for(request.user, slug, Permission.VIEW_FACTSHEET)
    token = posted_token(request)
    printout = print_factsheet(area=area, actor=request.user, moment=timezone.localtime(), token=token)
    return go_to(request, "printout", printout.pk)


@require_POST
def factsheets_print(request: SignedInRequest) -> HttpResponseBase:
    areas = areas_where(request.user, Permission.VIEW_FACTSHEET)
    if not areas:
        raise PermissionDenied("Uw rol mag factsheets niet zien.")
    token = posted_token(request)
    printout = print_factsheets(areas=areas, actor=request.user, moment=timezone.localtime(), token=token)
    return go_to(request, "printout", printout.pk)
