from django.urls import path

from novex_portal.dashboards.funds import views

urlpatterns = [path("overzicht/fondsen/", views.fund_overview, name="fund-overview")]
