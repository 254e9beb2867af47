"""The portal's addresses with the technical administration switched on."""

from django.urls import path

from areas.admin import administration
from novex_portal.urls import urlpatterns as portal

urlpatterns = [*portal, path("beheer/", administration.urls)]
