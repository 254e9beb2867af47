"""Addresses of what is worked out from conversations."""

from django.urls import path

from coalition.analysis import views
from coalition.analysis.network.urls import urlpatterns as network
from coalition.analysis.scan.urls import urlpatterns as scan
from coalition.analysis.silence.urls import urlpatterns as silence
from coalition.analysis.stakes.urls import urlpatterns as stakes
from coalition.analysis.themes.urls import urlpatterns as themes

urlpatterns = [
    path("gebieden/<slug:slug>/analyse/", views.analysis, name="analysis"),
    *network,
    *scan,
    *silence,
    *stakes,
    *themes,
]
