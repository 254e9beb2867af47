from django.urls import path

from novex_portal.dashboards.area import views

urlpatterns = [
    path("gebieden/<slug:slug>/", views.area, name="area"),
]
