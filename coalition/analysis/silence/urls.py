from django.urls import path

from coalition.analysis.silence import views

_HERE = "gebieden/<slug:slug>/analyse/stiltekaart/"

urlpatterns = [
    path(_HERE, views.silence, name="silence"),
    path(_HERE + "stiltekaart.csv", views.silence_export, name="silence-export"),
]
