from django.urls import path

from areas.mandates import views

_HERE = "gebieden/<slug:slug>/partijen/mandaten/"

urlpatterns = [
    path(_HERE, views.mandates, name="mandates"),
    path(_HERE + "mandaten.csv", views.mandate_export, name="mandate-export"),
    path(_HERE + "nieuw/", views.mandate_new, name="mandate-new"),
    path(_HERE + "<uuid:pk>/", views.mandate_edit, name="mandate-edit"),
]
