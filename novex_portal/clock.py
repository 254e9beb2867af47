"""The clock's own Celery application: it asks for tasks by their names, and needs no models for that.

It spares every start a second, and the machine the memory of a process that only looks at the time.
"""

from celery import Celery

app = Celery("novex_portal", fixups=[])
app.config_from_object("novex_portal.settings", namespace="CELERY")
