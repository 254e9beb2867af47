from django.urls import path

from deliverables.money.funding import views

_HERE = "gebieden/<slug:slug>/investeringen/"
_MEASURE = _HERE + "maatregelen/<uuid:pk>/"
_LINE = _HERE + "bijdragen/"

urlpatterns = [
    path(_MEASURE + "raming/", views.estimate_new, name="estimate-new"),
    path(_MEASURE + "geschiedenis/", views.measure_money_history, name="measure-money-history"),
    path(_LINE + "nieuw/", views.contribution_new, name="contribution-new"),
    path(_LINE + "<uuid:pk>/", views.contribution_edit, name="contribution-edit"),
    path(_LINE + "<uuid:pk>/besteding/", views.spending, name="contribution-spending"),
    path(_LINE + "<uuid:pk>/verwijderen/", views.contribution_remove, name="contribution-remove"),
]
