from django.urls import path

from deliverables.perspective.figures import views

_HERE = "gebieden/<slug:slug>/ontwikkelperspectief/figuren/"

urlpatterns = [
    path(_HERE + "nieuw/", views.perspective_figure_new, name="perspective-figure-new"),
    path(_HERE + "<uuid:pk>/wijzigen/", views.perspective_figure_edit, name="perspective-figure-edit"),
    path(_HERE + "<uuid:pk>/verwijderen/", views.perspective_figure_remove, name="perspective-figure-remove"),
    path(_HERE + "<uuid:pk>/bestand/", views.perspective_figure_file, name="perspective-figure-file"),
]
