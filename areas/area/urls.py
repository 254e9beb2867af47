from django.urls import path

from areas.area import views

urlpatterns = [
    path("gebieden/", views.area_list, name="areas"),
]
