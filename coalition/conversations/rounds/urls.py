from django.urls import path

from coalition.conversations.rounds import views

_HERE = "gebieden/<slug:slug>/gesprekken/rondes/"

urlpatterns = [
    path(_HERE, views.round_list, name="rounds"),
    path(_HERE + "nieuw/", views.round_new, name="round-new"),
    path(_HERE + "<uuid:pk>/", views.round_board, name="round"),
    path(_HERE + "<uuid:pk>/bewerken/", views.round_edit, name="round-edit"),
    path(_HERE + "partijen/<uuid:pk>/", views.target_plan, name="target-plan"),
    path(_HERE + "partijen/<uuid:pk>/blad/", views.target_sheet, name="target-sheet"),
]
