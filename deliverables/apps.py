from importlib import import_module

from django.apps import AppConfig


class DeliverablesConfig(AppConfig):
    name = "deliverables"
    label = "deliverables"
    verbose_name = "Producten en ijkmomenten"

    def ready(self) -> None:
        import_module("deliverables.agenda.exchange.agenda_kind")
        import_module("deliverables.money.funding.queries.last_days")
