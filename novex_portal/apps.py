"""How Django finds the portal's own commands and collects the static files."""

from importlib import import_module

from django.apps import AppConfig
from django.contrib.staticfiles.apps import StaticFilesConfig


class PortalConfig(AppConfig):
    """Finds the management commands, and gives every process the portal's own Celery app."""

    name = "novex_portal"
    label = "portal"
    verbose_name = "Portaal"

    def ready(self) -> None:
        # Without it a web process would hand its tasks to a broker that is nobody's.
        import_module("novex_portal.celery")


class OwnStaticFilesConfig(StaticFilesConfig):
    """Collects no files that no page asks for: a hundred scripts of packages, and the parts of our own sheets."""

    ignore_patterns = [*StaticFilesConfig.ignore_patterns, "django_htmx*", "facebook*", "telegram*", "css/*/*"]
