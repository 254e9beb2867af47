"""Addresses of what is worked out from conversations."""

from coalition.analysis.network.urls import urlpatterns as network
from coalition.analysis.overview.urls import urlpatterns as overview
from coalition.analysis.scan.urls import urlpatterns as scan
from coalition.analysis.silence.urls import urlpatterns as silence
from coalition.analysis.stakes.urls import urlpatterns as stakes
from coalition.analysis.themes.urls import urlpatterns as themes

urlpatterns = [
    *network,
    *overview,
    *scan,
    *silence,
    *stakes,
    *themes,
]
