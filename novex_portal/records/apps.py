from django.apps import AppConfig


class RecordsConfig(AppConfig):
    name = "novex_portal.records"
    label = "records"
    verbose_name = "Archief en privacy"
