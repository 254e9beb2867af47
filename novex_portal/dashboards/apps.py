from django.apps import AppConfig


class DashboardsConfig(AppConfig):
    name = "novex_portal.dashboards"
    label = "dashboards"
    verbose_name = "Dashboards"
