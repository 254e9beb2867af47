from django.urls import path

from deliverables.agenda.plan.views import conditions, deadlines, dependencies

_HERE = "gebieden/<slug:slug>/uitvoeringsagenda/"
_MEASURE = _HERE + "maatregelen/<uuid:pk>/"
_TIE = _HERE + "afhankelijkheden/<uuid:pk>/"
_CONDITION = _HERE + "voorwaarden/<uuid:pk>/"
_DEADLINE = _HERE + "uiterste-datums/<uuid:pk>/"

urlpatterns = [
    path(_MEASURE + "afhankelijkheid/", dependencies.dependency_new, name="dependency-new"),
    path(_TIE + "bewerken/", dependencies.dependency_edit, name="dependency-edit"),
    path(_TIE + "verwijderen/", dependencies.dependency_remove, name="dependency-remove"),
    path(_TIE + "antwoord/", dependencies.dependency_answer, name="dependency-answer"),
    path(_HERE + "rekenregels/", dependencies.plan_rules, name="plan-rules"),
    path(_HERE + "voorwaarden/", conditions.conditions, name="conditions"),
    path(_HERE + "voorwaarden/nieuw/", conditions.condition_new, name="condition-new"),
    path(_CONDITION, conditions.condition, name="condition"),
    path(_CONDITION + "bewerken/", conditions.condition_edit, name="condition-edit"),
    path(_CONDITION + "stand/", conditions.condition_state, name="condition-state"),
    path(_CONDITION + "maatregelen/<uuid:measure>/los/", conditions.condition_unlink, name="condition-unlink"),
    path(_MEASURE + "uiterste-datum/", deadlines.deadline_new, name="deadline-new"),
    path(_DEADLINE + "bewerken/", deadlines.deadline_edit, name="deadline-edit"),
    path(_DEADLINE + "verwijderen/", deadlines.deadline_remove, name="deadline-remove"),
]
