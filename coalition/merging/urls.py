from django.urls import path

from coalition.merging import views

_HERE = "gebieden/<slug:slug>/"

urlpatterns = [
    path(_HERE + "partijen/<uuid:pk>/samenvoegen/", views.organisation_merge, name="organisation-merge"),
    path(_HERE + "rollen/<uuid:pk>/samenvoegen/", views.person_merge, name="person-merge"),
    path(_HERE + "partijen/samenvoegingen/", views.merges, name="merges"),
    path(_HERE + "partijen/samenvoegingen/<uuid:pk>/ongedaan/", views.merge_undo, name="merge-undo"),
]
