"""Addresses of what keeps personal data no longer than needed, and of handing over a role."""

from novex_portal.records.handover.urls import urlpatterns as handover
from novex_portal.records.inzage.urls import urlpatterns as inzage
from novex_portal.records.retention.urls import urlpatterns as retention

urlpatterns = [
    *handover,
    *inzage,
    *retention,
]
