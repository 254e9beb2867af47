from django.urls import path

from coalition.planning_group.decisions import views

_HERE = "gebieden/<slug:slug>/planningsgroep/besluiten/"

urlpatterns = [
    path(_HERE, views.decisions, name="decisions"),
    path(_HERE + "nieuw/", views.decision_new, name="decision-new"),
    path(_HERE + "standen/<uuid:pk>/", views.decision_position, name="decision-position"),
    path(_HERE + "<uuid:pk>/", views.decision, name="decision"),
    path(_HERE + "<uuid:pk>/bewerken/", views.decision_edit, name="decision-edit"),
]
