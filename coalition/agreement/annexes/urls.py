from django.urls import path

from coalition.agreement.annexes import views

_HERE = "gebieden/<slug:slug>/akkoord/bijlagen/"

urlpatterns = [
    path(_HERE + "<uuid:pk>/", views.annex, name="annex"),
    path(_HERE + "<uuid:pk>/nieuw/", views.exhibit_new, name="exhibit-new"),
    path(_HERE + "stukken/<uuid:pk>/wijzigen/", views.exhibit_edit, name="exhibit-edit"),
    path(_HERE + "stukken/<uuid:pk>/verplaatsen/", views.exhibit_move, name="exhibit-move"),
    path(_HERE + "stukken/<uuid:pk>/verwijderen/", views.exhibit_remove, name="exhibit-remove"),
    path(_HERE + "stukken/<uuid:pk>/bestand/", views.exhibit_file, name="exhibit-file"),
    path(_HERE + "stukken/<uuid:pk>/bladzijden/<int:number>/", views.exhibit_page, name="exhibit-page"),
]
