from django.urls import path

from coalition.planning_group.meetings import views

_HERE = "gebieden/<slug:slug>/planningsgroep/overleggen/"

urlpatterns = [
    path(_HERE, views.meetings, name="meetings"),
    path(_HERE + "nieuw/", views.meeting_new, name="meeting-new"),
    path(_HERE + "<uuid:pk>/", views.meeting, name="meeting"),
    path(_HERE + "<uuid:pk>/bewerken/", views.meeting_edit, name="meeting-edit"),
    path(_HERE + "<uuid:pk>/notuleren/", views.meeting_notes, name="meeting-notes"),
    path(_HERE + "<uuid:pk>/stand/", views.meeting_status, name="meeting-status"),
    path(_HERE + "<uuid:pk>/afdrukken/", views.meeting_print, name="meeting-print"),
]
