"""Words for what only machines say."""

import re

from django import template

register = template.Library()

_BROWSERS = (("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari"))
_SYSTEMS = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS", "Mac"),
    ("CrOS", "Chromebook"),
    ("Linux", "Linux"),
)


@register.filter
def browser(user_agent: str) -> str:
    """Firefox op Windows; what is not recognised is "onbekende browser"."""
    name = next((word for sign, word in _BROWSERS if re.search(rf"{sign}\w*/", user_agent)), "Onbekende browser")
    system = next((word for sign, word in _SYSTEMS if sign in user_agent), "")
    return f"{name} op {system}" if system else name
