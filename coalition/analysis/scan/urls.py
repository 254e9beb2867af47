from django.urls import path

from coalition.analysis.scan.views import filling, questionnaires, scans

_HERE = "gebieden/<slug:slug>/scan/"

urlpatterns = [
    path(_HERE, scans.scans, name="scans"),
    path(_HERE + "nieuw/", scans.scan_new, name="scan-new"),
    path(_HERE + "vragenlijst/", questionnaires.scan_questionnaire, name="scan-questionnaire"),
    path(_HERE + "vragenlijst/<uuid:pk>/", questionnaires.scan_questionnaire_edit, name="scan-questionnaire-edit"),
    path(
        _HERE + "vragenlijst/<uuid:pk>/gebruiken/",
        questionnaires.scan_questionnaire_use,
        name="scan-questionnaire-use",
    ),
    path(_HERE + "uitnodigingen/<uuid:pk>/link/", scans.scan_link_new, name="scan-link-new"),
    path(_HERE + "uitnodigingen/<uuid:pk>/intrekken/", scans.scan_invitation_revoke, name="scan-invitation-revoke"),
    path(_HERE + "<uuid:pk>/", scans.scan, name="scan"),
    path(_HERE + "<uuid:pk>/scan.csv", scans.scan_export, name="scan-export"),
    path(_HERE + "<uuid:pk>/sluiten/", scans.scan_close, name="scan-close"),
    path(_HERE + "<uuid:pk>/partijen/", scans.scan_parties, name="scan-parties"),
    path(_HERE + "<uuid:pk>/verbeteren/", scans.scan_improve, name="scan-improve"),
    path(_HERE + "<uuid:pk>/invullen/", filling.scan_fill, name="scan-fill"),
    path(_HERE + "<uuid:pk>/invullen/<int:part>/", filling.scan_fill_part, name="scan-fill-part"),
    path("scan/<str:token>/", filling.scan_open, name="scan-open"),
    path("scan/<str:token>/<int:part>/", filling.scan_open_part, name="scan-open-part"),
]
