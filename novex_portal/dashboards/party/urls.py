from django.urls import path

from novex_portal.dashboards.party import views

_HERE = "gebieden/<slug:slug>/partijen/<uuid:pk>/"

urlpatterns = [
    path(_HERE, views.party, name="party"),
    path(_HERE + "geschiedenis/", views.party_history, name="party-history"),
    path(_HERE + "weg/", views.party_leave, name="party-leave"),
]
