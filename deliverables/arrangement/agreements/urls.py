from django.urls import path

from deliverables.arrangement.agreements import views

_HERE = "gebieden/<slug:slug>/arrangement/"

urlpatterns = [
    path(_HERE + "nieuw/", views.agreement_new, name="arrangement-agreement-new"),
    path(_HERE + "stand/<uuid:pk>/", views.arrangement_state, name="arrangement-state"),
    path(_HERE + "<uuid:pk>/bewerken/", views.agreement_edit, name="arrangement-agreement-edit"),
    path(_HERE + "<uuid:pk>/verwijderen/", views.agreement_remove, name="arrangement-agreement-remove"),
]
