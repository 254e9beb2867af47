from django.urls import path

from novex_portal.dashboards.parties import views

_HERE = "gebieden/<slug:slug>/partijen/"

urlpatterns = [
    path(_HERE, views.parties, name="parties"),
    path(_HERE + "bestand/<str:kind>/", views.party_export, name="party-export"),
]
