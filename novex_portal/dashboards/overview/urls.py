from django.urls import path

from novex_portal.dashboards.overview import views

urlpatterns = [
    path("overzicht/", views.overview, name="overview"),
    path("overzicht/overzicht.csv", views.overview_export, name="overview-export"),
]
