from django.urls import path

from deliverables.agenda.moving.views import answers, moves

_HERE = "gebieden/<slug:slug>/uitvoeringsagenda/"

urlpatterns = [
    path(_HERE + "maatregelen/<uuid:pk>/verplaatsen/", moves.measure_move, name="measure-move"),
    path(_HERE + "verschuivingen/<uuid:pk>/", answers.plan_batch, name="plan-batch"),
    path(_HERE + "datumvoorstellen/<uuid:pk>/", answers.date_proposal, name="date-proposal"),
]
