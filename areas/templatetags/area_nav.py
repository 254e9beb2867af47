"""The frame of the pages of an area: only what this person may open."""

from typing import Any

from django import template

from areas.access import permissions
from areas.models import Area
from areas.navigation import Navigation, navigation

register = template.Library()


@register.simple_tag(takes_context=True)
def area_navigation(context: dict[str, Any], area: Area) -> Navigation:
    """Return the two rows of the frame for the page that is open; costs no query after the door to the area."""
    request = context["request"]
    return navigation(f"/gebieden/{area.slug}/", request.path, permissions(request.user, area))
