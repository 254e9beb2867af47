from django.urls import path

from areas.parties.views import edit, new

_HERE = "gebieden/<slug:slug>/partijen/"

urlpatterns = [
    path(_HERE + "nieuw/", new.party_new, name="party-new"),
    path(_HERE + "lijkt-op/", new.party_similar, name="party-similar"),
    path(_HERE + "<uuid:pk>/bewerken/", edit.party_edit, name="party-edit"),
    path(_HERE + "<uuid:pk>/koepels/", edit.umbrella_add, name="umbrella-add"),
    path(_HERE + "<uuid:pk>/koepels/<uuid:umbrella_link>/weghalen/", edit.umbrella_remove, name="umbrella-remove"),
]
