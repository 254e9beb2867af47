"""Addresses of checkpoints and reminders."""

from django.urls import path

from deliverables.views import checkpoints as views
from deliverables.views import reminders

urlpatterns = [
    path("gebieden/<slug:slug>/ijkmomenten/", views.checkpoints, name="checkpoints"),
    path("gebieden/<slug:slug>/ijkmomenten/nieuw/", views.checkpoint_new, name="checkpoint-new"),
    path("gebieden/<slug:slug>/ijkmomenten/<uuid:pk>/", views.checkpoint, name="checkpoint"),
    path("gebieden/<slug:slug>/ijkmomenten/<uuid:pk>/bewerken/", views.checkpoint_edit, name="checkpoint-edit"),
    path("gebieden/<slug:slug>/ijkmomenten/<uuid:pk>/verwijderen/", views.checkpoint_remove, name="checkpoint-remove"),
    path("gebieden/<slug:slug>/klaar/<uuid:pk>/", views.requirement_status, name="requirement-status"),
    path("ijkmomenten/", views.all_checkpoints, name="all-checkpoints"),
    path("ijkmomenten/nieuw/", views.shared_checkpoint_new, name="checkpoint-new-shared"),
    path("herinneringen/", reminders.reminders, name="reminders"),
    path("herinneringen/<uuid:pk>/opnieuw/", reminders.reminder_retry, name="reminder-retry"),
]
