from django.urls import path

from deliverables.perspective.versions import views

_HERE = "gebieden/<slug:slug>/ontwikkelperspectief/versies/"

urlpatterns = [
    path(_HERE, views.perspective_versions, name="perspective-versions"),
    path(_HERE + "nieuw/", views.perspective_version_new, name="perspective-version-new"),
    path(_HERE + "<int:number>/", views.perspective_version, name="perspective-version"),
    path(_HERE + "<int:number>.pdf", views.perspective_version_pdf, name="perspective-version-pdf"),
    path(_HERE + "<int:number>/stand/", views.perspective_version_status, name="perspective-version-status"),
    path(_HERE + "<int:number>/opnieuw/", views.perspective_version_retry, name="perspective-version-retry"),
    path(
        _HERE + "<int:number>/bestanden/<str:sha256>/", views.perspective_version_file, name="perspective-version-file"
    ),
    path(
        _HERE + "<int:number>/verschil/<int:other>/",
        views.perspective_version_difference,
        name="perspective-version-difference",
    ),
]
