from django.urls import path

from coalition.agreement.versions.views import proof, versions

_HERE = "gebieden/<slug:slug>/akkoord/versies/"

urlpatterns = [
    path("akkoord-controleren/", proof.verify_agreement, name="verify-agreement"),
    path(_HERE, versions.version_list, name="versions"),
    path(_HERE + "nieuw/", versions.version_new, name="version-new"),
    path(_HERE + "nieuw/nagaan/", versions.version_gate, name="version-gate"),
    path(_HERE + "<int:number>/vervallen/", versions.version_void, name="version-void"),
    path(_HERE + "<int:number>/", versions.version, name="version"),
    path(_HERE + "<int:number>/verschil/<int:other>/", versions.version_compare, name="version-compare"),
    path(_HERE + "<int:number>/werkexemplaar/", versions.version_print, name="version-print"),
    path(
        _HERE + "<int:number>/verschil/<int:other>/afdrukken/",
        versions.version_compare_print,
        name="version-compare-print",
    ),
    path(_HERE + "<int:number>/stand/", versions.version_status, name="version-status"),
    path(_HERE + "<int:number>/opnieuw/", versions.version_retry, name="version-retry"),
    path(_HERE + "<int:number>/bestanden/<str:sha256>/", versions.version_file, name="version-file"),
    path(_HERE + "<int:number>.pdf", versions.version_pdf, name="version-pdf"),
]
