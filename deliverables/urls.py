"""Addresses of the uitvoeringsagenda, checkpoints, reminders and photos of factsheets."""

from deliverables.agenda.chance.urls import urlpatterns as chance
from deliverables.agenda.exchange.urls import urlpatterns as exchange
from deliverables.agenda.measures.urls import urlpatterns as measures
from deliverables.agenda.moving.urls import urlpatterns as moving
from deliverables.agenda.plan.urls import urlpatterns as plan
from deliverables.agenda.reports.urls import urlpatterns as reports
from deliverables.agenda.timeline.urls import urlpatterns as timeline
from deliverables.agenda.versions.urls import urlpatterns as agenda_versions
from deliverables.checkpoints.urls import urlpatterns as checkpoints
from deliverables.photos.urls import urlpatterns as photos
from deliverables.reminders.urls import urlpatterns as reminders

urlpatterns = [
    *measures,
    *chance,
    *reports,
    *timeline,
    *agenda_versions,
    *moving,
    *plan,
    *exchange,
    *checkpoints,
    *photos,
    *reminders,
]
