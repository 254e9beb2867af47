from django.urls import path

from coalition.agreement.document.views import agreements, parties

_HERE = "gebieden/<slug:slug>/akkoord/"

urlpatterns = [
    path(_HERE, agreements.agreement, name="agreement"),
    path(_HERE + "beginnen/", agreements.agreement_open, name="agreement-open"),
    path(_HERE + "titel/", agreements.agreement_rename, name="agreement-rename"),
    path(_HERE + "regels/", agreements.agreement_rules, name="agreement-rules"),
    path(_HERE + "hoofdstukken/", agreements.agreement_chapters, name="agreement-chapters"),
    path(_HERE + "hoofdstukken/<uuid:pk>/", agreements.chapter_rename, name="chapter-rename"),
    path(_HERE + "hoofdstukken/<uuid:pk>/verplaatsen/", agreements.chapter_move, name="chapter-move"),
    path(_HERE + "hoofdstukken/<uuid:pk>/verwijderen/", agreements.chapter_remove, name="chapter-remove"),
    path(_HERE + "partijen/", parties.agreement_parties, name="agreement-parties"),
    path(_HERE + "partijen/nieuw/", parties.agreement_party_new, name="agreement-party-new"),
    path(_HERE + "partijen/volgorde/", parties.agreement_party_order, name="agreement-party-order"),
    path(_HERE + "partijen/<uuid:pk>/", parties.agreement_party_edit, name="agreement-party-edit"),
    path(_HERE + "partijen/<uuid:pk>/verplaatsen/", parties.agreement_party_move, name="agreement-party-move"),
    path(_HERE + "partijen/<uuid:pk>/status/", parties.agreement_party_status, name="agreement-party-status"),
    path(_HERE + "partijen/<uuid:pk>/verwijderen/", parties.agreement_party_remove, name="agreement-party-remove"),
]
