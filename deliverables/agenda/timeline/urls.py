from django.urls import path

from deliverables.agenda.timeline import views

urlpatterns = [
    path("gebieden/<slug:slug>/uitvoeringsagenda/tijdlijn/", views.agenda_timeline, name="agenda-timeline"),
]
