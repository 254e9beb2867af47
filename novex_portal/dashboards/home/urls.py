from django.urls import path

from novex_portal.dashboards.home import views

urlpatterns = [
    path("", views.home, name="home"),
]
