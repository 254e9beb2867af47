from django.urls import path

from coalition.trail.golden_thread import views

urlpatterns = [
    path("gebieden/<slug:slug>/gouden-draad/", views.golden_thread, name="golden-thread"),
]
