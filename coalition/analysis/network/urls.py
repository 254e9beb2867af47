from django.urls import path

from coalition.analysis.network import views

_HERE = "gebieden/<slug:slug>/netwerk/"

urlpatterns = [
    path(_HERE, views.network, name="network"),
    path(_HERE + "partijen.csv", views.network_parties_export, name="network-parties-export"),
    path(_HERE + "relaties.csv", views.network_relations_export, name="network-relations-export"),
    path(_HERE + "relaties/nieuw/", views.relation_new, name="relation-new"),
    path(_HERE + "relaties/<uuid:pk>/", views.relation_edit, name="relation-edit"),
    path(_HERE + "relaties/<uuid:pk>/beeindigen/", views.relation_end, name="relation-end"),
]
