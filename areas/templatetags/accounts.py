"""Words for what only machines say."""

import re

from django import template

register = template.Library()

_BROWSERS = (("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari"))
_BROWSER = re.compile(rf"({'|'.join(sign for sign, _ in _BROWSERS)})(?:A|iOS)?/")
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
    signs = {found[1] for found in _BROWSER.finditer(user_agent)}
    name = next((word for sign, word in _BROWSERS if sign in signs), "Onbekende browser")
    system = next((word for sign, word in _SYSTEMS if sign in user_agent), "")
    return f"{name} op {system}" if system else name
