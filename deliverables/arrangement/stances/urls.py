from django.urls import path

from deliverables.arrangement.stances import views

_HERE = "gebieden/<slug:slug>/arrangement/"
_ONE = _HERE + "partijen/<uuid:pk>/"

urlpatterns = [
    path(_HERE + "<uuid:pk>/partijen/nieuw/", views.stance_new, name="agreement-stance-new"),
    path(_HERE + "<uuid:pk>/brieven/<uuid:stance>/", views.stance_letter, name="agreement-stance-letter"),
    path(_ONE, views.stance_edit, name="agreement-stance-edit"),
    path(_ONE + "verwijderen/", views.stance_remove, name="agreement-stance-remove"),
]
