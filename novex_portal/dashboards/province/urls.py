from django.urls import path

from novex_portal.dashboards.province import views

urlpatterns = [path("overzicht/provincies/<slug:province>/", views.province, name="province")]
