"""How Django finds the portal's own commands and collects the static files."""

from django.apps import AppConfig
from django.contrib.staticfiles.apps import StaticFilesConfig


class PortalConfig(AppConfig):
    """Here only so that Django finds the management commands."""

    name = "novex_portal"
    label = "portal"
    verbose_name = "Portaal"


class OwnStaticFilesConfig(StaticFilesConfig):
    """Collects no files of packages that no page of ours asks for: a hundred scripts to compress."""

    ignore_patterns = [*StaticFilesConfig.ignore_patterns, "django_htmx*", "facebook*", "telegram*"]
