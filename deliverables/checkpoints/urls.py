from django.urls import path

from deliverables.checkpoints import views

_HERE = "gebieden/<slug:slug>/"

urlpatterns = [
    path(_HERE + "ijkmomenten/", views.checkpoints, name="checkpoints"),
    path(_HERE + "ijkmomenten/nieuw/", views.checkpoint_new, name="checkpoint-new"),
    path(_HERE + "ijkmomenten/<uuid:pk>/", views.checkpoint, name="checkpoint"),
    path(_HERE + "ijkmomenten/<uuid:pk>/bewerken/", views.checkpoint_edit, name="checkpoint-edit"),
    path(_HERE + "ijkmomenten/<uuid:pk>/verwijderen/", views.checkpoint_remove, name="checkpoint-remove"),
    path(_HERE + "klaar/<uuid:pk>/", views.requirement_status, name="requirement-status"),
    path("ijkmomenten/", views.all_checkpoints, name="all-checkpoints"),
    path("ijkmomenten/nieuw/", views.shared_checkpoint_new, name="checkpoint-new-shared"),
]
