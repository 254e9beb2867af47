from django.urls import path

from coalition.conversations.readers import views

urlpatterns = [
    path("leeslog/", views.all_readings, name="read-log"),
    path("gebieden/<slug:slug>/leeslog/", views.area_readings, name="area-read-log"),
]
