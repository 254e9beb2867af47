"""Makers for the actions of the top floor."""

from django.utils import timezone

from areas.models import Province
from novex_portal.dashboards.province.access import province_for
from novex_portal.dashboards.province.actions import print_province
from tests.makers.ground import Ground, Makers


def _province(ground: Ground) -> dict[str, object]:
    slug = Province.objects.get(areas=ground.area, name__startswith="Provincie ").slug
    province, links = province_for(ground.actor, slug)
    return {"province": province, "links": links, "moment": timezone.now(), "token": None}


MAKERS: Makers = {print_province: _province}
