"""Addresses of the top floor: home, overview, pages of an area that read from every room."""

from novex_portal.dashboards.area.urls import urlpatterns as area
from novex_portal.dashboards.funds.urls import urlpatterns as funds
from novex_portal.dashboards.home.urls import urlpatterns as home
from novex_portal.dashboards.overview.urls import urlpatterns as overview
from novex_portal.dashboards.pages.urls import urlpatterns as pages
from novex_portal.dashboards.parties.urls import urlpatterns as parties
from novex_portal.dashboards.party.urls import urlpatterns as party
from novex_portal.dashboards.practice.urls import urlpatterns as practice
from novex_portal.dashboards.province.urls import urlpatterns as province
from novex_portal.dashboards.weekstart.urls import urlpatterns as weekstart

urlpatterns = [
    *area,
    *funds,
    *home,
    *overview,
    *pages,
    *parties,
    *party,
    *practice,
    *province,
    *weekstart,
]
