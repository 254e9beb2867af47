from django.urls import path

from deliverables.agenda.reports import views

urlpatterns = [
    path(
        "gebieden/<slug:slug>/uitvoeringsagenda/maatregelen/<uuid:pk>/stand/",
        views.measure_report,
        name="measure-report",
    ),
]
