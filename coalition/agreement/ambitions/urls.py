from django.urls import path

from coalition.agreement.ambitions import views

_HERE = "gebieden/<slug:slug>/ambities/"

urlpatterns = [
    path(_HERE, views.ambition_list, name="ambitions"),
    path(_HERE + "nieuw/", views.ambition_new, name="ambition-new"),
    path(_HERE + "<uuid:pk>/", views.ambition, name="ambition"),
    path(_HERE + "<uuid:pk>/bewerken/", views.ambition_edit, name="ambition-edit"),
    path(_HERE + "ambities.csv", views.ambitions_export, name="ambitions-export"),
    path(_HERE + "<uuid:pk>/steun/<uuid:party>/", views.ambition_support, name="ambition-support"),
    path(_HERE + "<uuid:pk>/status/", views.ambition_status, name="ambition-status"),
]
