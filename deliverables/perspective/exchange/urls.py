from django.urls import path

from deliverables.perspective.exchange import views

_HERE = "gebieden/<slug:slug>/wisselwerking/"

urlpatterns = [
    path(_HERE, views.exchange, name="exchange"),
    path(_HERE + "voorstel/<slug:province>/", views.proposal_state, name="proposal-state"),
    path(_HERE + "bouwstenen/nieuw/", views.exchange_new, name="exchange-new"),
    path(_HERE + "bouwstenen/<uuid:pk>/", views.exchange_edit, name="exchange-edit"),
    path(_HERE + "bouwstenen/<uuid:pk>/verwijderen/", views.exchange_remove, name="exchange-remove"),
    path(_HERE + "gesprekken/nieuw/", views.exchange_moment_new, name="exchange-moment-new"),
    path(_HERE + "gesprekken/<uuid:pk>/", views.exchange_moment_edit, name="exchange-moment-edit"),
    path(_HERE + "gesprekken/<uuid:pk>/verwijderen/", views.exchange_moment_remove, name="exchange-moment-remove"),
    path(_HERE + "betrokken/nieuw/", views.involvement_new, name="involvement-new"),
    path(_HERE + "betrokken/<uuid:pk>/", views.involvement_edit, name="involvement-edit"),
    path(_HERE + "betrokken/<uuid:pk>/verwijderen/", views.involvement_remove, name="involvement-remove"),
]
