from django.urls import path

from coalition.agreement.thermometer import views

_HERE = "gebieden/<slug:slug>/akkoord/thermometer/"

urlpatterns = [
    path(_HERE, views.thermometer, name="thermometer"),
    path(_HERE + "thermometer.csv", views.thermometer_export, name="thermometer-export"),
    path(_HERE + "afdrukken/", views.thermometer_print, name="thermometer-print"),
]
