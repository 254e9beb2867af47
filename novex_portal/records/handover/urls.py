from django.urls import path

from novex_portal.records.handover import views

_HERE = "gebieden/<slug:slug>/rollen/"

urlpatterns = [
    path(_HERE, views.roles, name="roles"),
    path(_HERE + "<uuid:pk>/overdracht/", views.handover, name="handover"),
    path(_HERE + "<uuid:pk>/overdracht/pdf/", views.handover_print, name="handover-print"),
]
