from django.urls import path

from deliverables.perspective.overview import views

urlpatterns = [
    path("gebieden/<slug:slug>/ontwikkelperspectief/", views.perspective, name="perspective"),
]
