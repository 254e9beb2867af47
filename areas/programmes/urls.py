from django.urls import path

from areas.programmes import views

urlpatterns = [
    path("overzicht/programmas/", views.programmes, name="programmes"),
    path("overzicht/programmas/nieuw/", views.programme_new, name="programme-new"),
    path("overzicht/programmas/<uuid:pk>/", views.programme_edit, name="programme-edit"),
]
