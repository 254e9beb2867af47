"""All addresses. Dutch and stable: people keep them in mails and bookmarks."""

from django.conf import settings
from django.urls import include, path

from novex_portal.health import healthz, livez, readyz

urlpatterns = [
    path("livez", livez, name="livez"),
    path("readyz", readyz, name="readyz"),
    path("healthz", healthz, name="healthz"),
    path("", include("novex_portal.dashboards.urls")),
    path("", include("areas.urls")),
    path("", include("coalition.urls")),
    path("", include("deliverables.urls")),
    path("", include("novex_portal.records.urls")),
    path("accounts/", include("allauth.urls")),
]

handler400 = "novex_portal.errors.bad_request"
handler403 = "novex_portal.errors.forbidden"
handler404 = "novex_portal.errors.not_found"
handler500 = "novex_portal.errors.server_error"

if settings.ADMIN_ENABLED:
    from areas.admin import administration

    urlpatterns.append(path("beheer/", administration.urls))
