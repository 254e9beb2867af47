from django.apps import AppConfig


class ToolkitConfig(AppConfig):
    name = "novex_portal.toolkit"
    label = "toolkit"
    verbose_name = "Gereedschap"
