"""Addresses of the planning group."""

from coalition.planning_group.action_items.urls import urlpatterns as action_items
from coalition.planning_group.decisions.urls import urlpatterns as decisions
from coalition.planning_group.meetings.urls import urlpatterns as meetings
from coalition.planning_group.seats.urls import urlpatterns as seats

urlpatterns = [
    *action_items,
    *decisions,
    *meetings,
    *seats,
]
