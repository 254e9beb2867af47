from django.urls import path

from deliverables.perspective.approval import views

_HERE = "gebieden/<slug:slug>/ontwikkelperspectief/"
_VERSION = _HERE + "versies/<int:number>/"

urlpatterns = [
    path(_VERSION + "goedkeuren/", views.perspective_approve, name="perspective-approve"),
    path(_VERSION + "overleg/", views.perspective_endorse, name="perspective-endorse"),
    path(_VERSION + "vaststelling/", views.perspective_adopt, name="perspective-adopt"),
    path(_HERE + "goedkeuringen/<uuid:pk>/intrekken/", views.approval_withdraw, name="approval-withdraw"),
    path(_HERE + "uitspraken/<uuid:pk>/verwijderen/", views.endorsement_remove, name="endorsement-remove"),
    path(_HERE + "vaststellingen/<uuid:pk>/verwijderen/", views.adoption_remove, name="adoption-remove"),
]
