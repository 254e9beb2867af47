from importlib import import_module

from django.apps import AppConfig


class AreasConfig(AppConfig):
    name = "areas"
    label = "areas"
    verbose_name = "Gebieden en partijen"

    def ready(self) -> None:
        import_module("areas.accounts.receivers")
        import_module("areas.imports.party_kind")
