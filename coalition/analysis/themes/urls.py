from django.urls import path

from coalition.analysis.themes import views

_HERE = "gebieden/<slug:slug>/analyse/themas/"

urlpatterns = [
    path(_HERE, views.themes, name="themes"),
    path(_HERE + "themas.csv", views.themes_export, name="themes-export"),
]
