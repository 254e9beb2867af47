from django.urls import path

from deliverables.perspective.sections import views

_HERE = "gebieden/<slug:slug>/ontwikkelperspectief/onderdelen/"

urlpatterns = [
    path(_HERE, views.perspective_sections, name="perspective-sections"),
    path(_HERE + "beginnen/", views.perspective_begin, name="perspective-begin"),
    path(_HERE + "<uuid:pk>/", views.perspective_section, name="perspective-section"),
    path(_HERE + "<uuid:pk>/bewerken/", views.perspective_section_edit, name="perspective-section-edit"),
    path(_HERE + "<uuid:pk>/verplaatsen/", views.perspective_section_move, name="perspective-section-move"),
    path(_HERE + "<uuid:pk>/verwijderen/", views.perspective_section_remove, name="perspective-section-remove"),
    path(_HERE + "<uuid:pk>/geschiedenis/", views.perspective_section_history, name="perspective-section-history"),
]
