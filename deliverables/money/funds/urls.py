from django.urls import path

from deliverables.money.funds import views

_FUNDS = "gebieden/<slug:slug>/investeringen/fondsen/"

urlpatterns = [
    path(_FUNDS, views.funds, name="funds"),
    path(_FUNDS + "nieuw/", views.fund_new, name="fund-new"),
    path(_FUNDS + "<uuid:pk>/", views.fund_edit, name="fund-edit"),
    path(_FUNDS + "<uuid:pk>/verwijderen/", views.fund_remove, name="fund-remove"),
]
