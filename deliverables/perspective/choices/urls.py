from django.urls import path

from deliverables.perspective.choices import views

_HERE = "gebieden/<slug:slug>/ontwikkelperspectief/keuzes/"

urlpatterns = [
    path(_HERE + "nieuw/", views.main_choice_new, name="main-choice-new"),
    path(_HERE + "<uuid:pk>/", views.main_choice, name="main-choice"),
    path(_HERE + "<uuid:pk>/bewerken/", views.main_choice_edit, name="main-choice-edit"),
    path(_HERE + "<uuid:pk>/verwijderen/", views.main_choice_remove, name="main-choice-remove"),
    path(_HERE + "<uuid:pk>/geschiedenis/", views.main_choice_history, name="main-choice-history"),
]
