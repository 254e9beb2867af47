"""The portal itself: settings, the frame around the apps, and what starts it all."""

from importlib import import_module

__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    """Give `celery -A novex_portal` its app without importing Celery for the supervisor."""
    if name in {"celery", "app"}:
        return import_module("novex_portal.celery").app
    raise AttributeError(name)
