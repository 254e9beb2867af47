"""Addresses of checkpoints, reminders and photos of factsheets."""

from deliverables.checkpoints.urls import urlpatterns as checkpoints
from deliverables.photos.urls import urlpatterns as photos
from deliverables.reminders.urls import urlpatterns as reminders

urlpatterns = [
    *checkpoints,
    *photos,
    *reminders,
]
