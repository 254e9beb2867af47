from django.urls import path

from deliverables.arrangement.commitments import views

_HERE = "gebieden/<slug:slug>/arrangement/"
_ONE = _HERE + "toezeggingen/<uuid:pk>/"

urlpatterns = [
    path(_HERE + "<uuid:pk>/toezeggingen/nieuw/", views.commitment_new, name="commitment-new"),
    path(_ONE, views.commitment_edit, name="commitment-edit"),
    path(_ONE + "stand/", views.commitment_state, name="commitment-state"),
    path(_ONE + "hoeveelheid/", views.commitment_quantity, name="commitment-quantity"),
    path(_ONE + "verwijderen/", views.commitment_remove, name="commitment-remove"),
]
