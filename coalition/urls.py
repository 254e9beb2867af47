"""Addresses of the coalition app, wing by wing. One address per action."""

from coalition.agreement.urls import urlpatterns as agreement
from coalition.analysis.urls import urlpatterns as analysis
from coalition.conversations.urls import urlpatterns as conversations
from coalition.merging.urls import urlpatterns as merging
from coalition.planning_group.urls import urlpatterns as planning_group
from coalition.trail.urls import urlpatterns as trail

urlpatterns = [*conversations, *planning_group, *analysis, *agreement, *trail, *merging]
