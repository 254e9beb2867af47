from django.urls import path

from deliverables.photos.views import factsheets, photos

_HERE = "gebieden/<slug:slug>/factsheet/fotos/"

urlpatterns = [
    path(_HERE, photos.photos, name="photos"),
    path(_HERE + "maken/", photos.photo_take, name="photo-take"),
    path(_HERE + "verschil/", photos.photo_compare, name="photo-compare"),
    path(_HERE + "<int:number>/", photos.photo, name="photo"),
    path("overzicht/factsheets/", factsheets.factsheets, name="factsheets"),
    path("overzicht/factsheets/verschil/", factsheets.factsheets_compare, name="factsheets-compare"),
    path("overzicht/factsheets/fotos/", factsheets.photos_take, name="photos-take"),
]
