"""What the web server calls for every request."""

import os
import signal

from django.core.wsgi import get_wsgi_application

from novex_portal.runtime.children import die_with_parent
from novex_portal.runtime.upkeep.stuck import end_when_stuck

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "novex_portal.settings")

if os.environ.get("PORTAL_SUPERVISED"):
    # The server's worker process would outlive a server that is killed.
    die_with_parent(signal.SIGKILL, os.getppid())

end_when_stuck()
application = get_wsgi_application()
