from django.urls import path

from novex_portal.dashboards.province import views

_HERE = "overzicht/provincies/<slug:province>/"

urlpatterns = [
    path(_HERE, views.province, name="province"),
    path(_HERE + "afdrukken/", views.province_print, name="province-print"),
]
