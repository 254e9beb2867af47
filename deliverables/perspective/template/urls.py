from django.urls import path

from deliverables.perspective.template import views

_HERE = "overzicht/perspectiefsjabloon/"

urlpatterns = [
    path(_HERE, views.perspective_template, name="perspective-template"),
    path(_HERE + "beginnen/", views.perspective_template_begin, name="perspective-template-begin"),
    path(_HERE + "<uuid:pk>/", views.perspective_template_edit, name="perspective-template-edit"),
    path(_HERE + "<uuid:pk>/verplaatsen/", views.perspective_template_move, name="perspective-template-move"),
    path(_HERE + "<uuid:pk>/verwijderen/", views.perspective_template_remove, name="perspective-template-remove"),
]
