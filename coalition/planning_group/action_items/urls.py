from django.urls import path

from coalition.planning_group.action_items import views

_HERE = "gebieden/<slug:slug>/planningsgroep/acties/"

urlpatterns = [
    path(_HERE, views.action_items, name="action-items"),
    path(_HERE + "afspraken.csv", views.action_items_export, name="action-items-export"),
    path(_HERE + "nieuw/", views.action_item_new, name="action-item-new"),
    path(_HERE + "<uuid:pk>/", views.action_item_edit, name="action-item-edit"),
    path(_HERE + "<uuid:pk>/status/", views.action_item_status, name="action-item-status"),
]
