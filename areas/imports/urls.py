from django.urls import path

from areas.imports.views import parties as views

_HERE = "gebieden/<slug:slug>/partijen/invoer/"

urlpatterns = [
    path(_HERE, views.party_import, name="party-import"),
    path(_HERE + "voorbeeld.<slug:kind>", views.party_import_example, name="party-import-example"),
    path(_HERE + "<uuid:pk>/", views.party_import_one, name="party-import-one"),
    path(_HERE + "<uuid:pk>/stand/", views.party_import_status, name="party-import-status"),
    path(_HERE + "<uuid:pk>/verbeteren/", views.party_import_correct, name="party-import-correct"),
    path(_HERE + "<uuid:pk>/invoeren/", views.party_import_confirm, name="party-import-confirm"),
    path(_HERE + "<uuid:pk>/weggooien/", views.party_import_cancel, name="party-import-cancel"),
]
