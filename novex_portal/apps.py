from django.apps import AppConfig


class PortalConfig(AppConfig):
    """Here only so that Django finds the management commands."""

    name = "novex_portal"
    label = "portal"
    verbose_name = "Portaal"
