from django.urls import path

from coalition.analysis.overview import views

urlpatterns = [path("gebieden/<slug:slug>/analyse/", views.analysis, name="analysis")]
