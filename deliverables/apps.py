from django.apps import AppConfig


class DeliverablesConfig(AppConfig):
    name = "deliverables"
    label = "deliverables"
    verbose_name = "Producten en ijkmomenten"
