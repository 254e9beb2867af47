"""The Celery application: the portal's clock and its worker."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "novex_portal.settings")

app = Celery("novex_portal")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
