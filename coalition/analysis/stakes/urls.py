from django.urls import path

from coalition.analysis.stakes import views

_HERE = "gebieden/<slug:slug>/krachtenveld/"

urlpatterns = [
    path(_HERE, views.stake_field, name="stakes"),
    path(_HERE + "krachtenveld.csv", views.stake_export, name="stakes-export"),
    path(_HERE + "nieuw/", views.stake_new, name="stake-new"),
    path(_HERE + "<uuid:pk>/", views.stake_edit, name="stake-edit"),
]
