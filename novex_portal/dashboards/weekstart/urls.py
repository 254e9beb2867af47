from django.urls import path

from novex_portal.dashboards.weekstart import views

urlpatterns = [
    path("gebieden/<slug:slug>/planningsgroep/weekstart/", views.weekstart, name="weekstart"),
]
