"""Addresses of the trail from conversation to article."""

from coalition.trail.golden_thread.urls import urlpatterns as golden_thread

urlpatterns = [
    *golden_thread,
]
