"""Addresses of the coalition app: conversations, ambitions, the akkoord. One URL per action."""

from django.urls import path

from coalition.agreement.ambitions import views as ambitions
from coalition.agreement.ambitions import views as support
from coalition.agreement.amendments import views as amendments
from coalition.agreement.articles import views as articles
from coalition.agreement.consent import views as consent
from coalition.agreement.consultations import views as consultations
from coalition.agreement.document.views import agreements
from coalition.agreement.document.views import parties as agreement_parties
from coalition.agreement.editing import views as article_work
from coalition.agreement.open_points import views as open_points
from coalition.agreement.packages import views as packages
from coalition.agreement.versions.views import proof, versions
from coalition.analysis import views as analysis
from coalition.analysis.network import views as network
from coalition.analysis.network import views as relations
from coalition.analysis.scan.views import filling as scan_filling
from coalition.analysis.scan.views import questionnaires as scan_questionnaires
from coalition.analysis.scan.views import scans
from coalition.analysis.silence import views as silence
from coalition.analysis.stakes import views as stakes
from coalition.analysis.themes import views as themes
from coalition.conversations.drafts import views as drafts
from coalition.conversations.feedback import views as feedback
from coalition.conversations.passages import views as passages
from coalition.conversations.quick_notes import views as quick_notes
from coalition.conversations.readers import views as read_log
from coalition.conversations.recording.views import conversations
from coalition.conversations.recording.views import exports as conversation_exports
from coalition.conversations.right_of_reply import views as right_of_reply
from coalition.conversations.rounds import views as rounds
from coalition.merging import views as merging
from coalition.planning_group.action_items import views as action_items
from coalition.planning_group.decisions import views as decisions
from coalition.planning_group.meetings import views as meetings
from coalition.planning_group.seats import views as backbone
from coalition.trail.golden_thread import views as golden_thread

_AREA = "gebieden/<slug:slug>/"
_CONVERSATIONS = _AREA + "gesprekken/"
_ROUNDS = _CONVERSATIONS + "rondes/"
_FEEDBACK = _AREA + "terugkoppeling/"
_DRAFTS = _CONVERSATIONS + "concept/"
_AMBITIONS = _AREA + "ambities/"
_AGREEMENT = _AREA + "akkoord/"
_CHAPTERS = _AGREEMENT + "hoofdstukken/"
_ARTICLES = _AGREEMENT + "artikelen/"
_AMENDMENTS = _AGREEMENT + "wijzigingen/"
_POINTS = _AGREEMENT + "geen-overeenstemming/"
_TERMS = _AGREEMENT + "begrippen/"
_PARTIES = _AGREEMENT + "partijen/"
_MEETINGS = _AREA + "planningsgroep/overleggen/"
_VERSIONS = _AGREEMENT + "versies/"
_CONSULTATION = _VERSIONS + "<int:number>/consultatie/"
_NETWORK = _AREA + "netwerk/"
_BACKBONE = _AREA + "planningsgroep/"
_ACTIONS = _BACKBONE + "acties/"
_DECISIONS = _BACKBONE + "besluiten/"

_conversations = [
    path(_CONVERSATIONS, conversations.conversation_list, name="conversations"),
    path(_CONVERSATIONS + "nieuw/", conversations.conversation_new, name="conversation-new"),
    path(_CONVERSATIONS + "snel/", quick_notes.conversation_quick, name="conversation-quick"),
    path(_CONVERSATIONS + "snel/indeling/", quick_notes.quick_reading, name="quick-reading"),
    path(_ROUNDS, rounds.round_list, name="rounds"),
    path(_ROUNDS + "nieuw/", rounds.round_new, name="round-new"),
    path(_ROUNDS + "<uuid:pk>/", rounds.round_board, name="round"),
    path(_ROUNDS + "<uuid:pk>/bewerken/", rounds.round_edit, name="round-edit"),
    path(_ROUNDS + "partijen/<uuid:pk>/", rounds.target_plan, name="target-plan"),
    path(_ROUNDS + "partijen/<uuid:pk>/blad/", rounds.target_sheet, name="target-sheet"),
    path(_CONVERSATIONS + "lezers/", drafts.conversation_readers, name="conversation-readers"),
    path(_CONVERSATIONS + "organisaties/", drafts.organisation_search, name="organisation-search"),
    path(_CONVERSATIONS + "bestand/<str:kind>/", conversation_exports.conversation_export, name="conversation-export"),
    path(_CONVERSATIONS + "<uuid:pk>/", conversations.conversation_detail, name="conversation"),
    path(_CONVERSATIONS + "<uuid:pk>/bewerken/", conversations.conversation_edit, name="conversation-edit"),
    path(_CONVERSATIONS + "<uuid:pk>/geschiedenis/", conversations.conversation_history, name="conversation-history"),
    path(_CONVERSATIONS + "<uuid:pk>/wederhoor/", right_of_reply.right_of_reply_new, name="right-of-reply-new"),
    path(
        _CONVERSATIONS + "wederhoor/<uuid:pk>/intrekken/",
        right_of_reply.right_of_reply_revoke,
        name="right-of-reply-revoke",
    ),
    path(
        _CONVERSATIONS + "wederhoor/<uuid:pk>/gezien/",
        right_of_reply.right_of_reply_seen,
        name="right-of-reply-seen",
    ),
    path(_CONVERSATIONS + "<uuid:pk>/terugkoppeling/", feedback.feedback_edit, name="feedback-edit"),
    path(_CONVERSATIONS + "<uuid:pk>/terugkoppeling/brief/", feedback.letter_new, name="feedback-letter-new"),
    path(_CONVERSATIONS + "<uuid:pk>/passages/nieuw/", passages.passage_new, name="passage-new"),
    path(_CONVERSATIONS + "passages/<uuid:pk>/", passages.passage_edit, name="passage-edit"),
    path(_CONVERSATIONS + "passages/<uuid:pk>/weghalen/", passages.passage_remove, name="passage-remove"),
    path(_FEEDBACK, feedback.feedback_list, name="feedback"),
    path(_FEEDBACK + "<uuid:pk>/", feedback.letter, name="feedback-letter"),
    path(_FEEDBACK + "<uuid:pk>/pdf/", feedback.letter_print, name="feedback-letter-print"),
    path("wederhoor/<str:token>/", right_of_reply.right_of_reply, name="right-of-reply"),
    path(_DRAFTS, drafts.draft_save, name="draft-save"),
    path(_DRAFTS + "<uuid:pk>/weggooien/", drafts.draft_discard, name="draft-discard"),
    path("sessie/", drafts.session_state, name="session-state"),
    path("leeslog/", read_log.all_readings, name="read-log"),
    path(_AREA + "leeslog/", read_log.area_readings, name="area-read-log"),
]

_ambitions = [
    path(_AMBITIONS, ambitions.ambition_list, name="ambitions"),
    path(_AMBITIONS + "nieuw/", ambitions.ambition_new, name="ambition-new"),
    path(_AMBITIONS + "<uuid:pk>/", ambitions.ambition, name="ambition"),
    path(_AMBITIONS + "<uuid:pk>/bewerken/", ambitions.ambition_edit, name="ambition-edit"),
    path(_AMBITIONS + "ambities.csv", support.ambitions_export, name="ambitions-export"),
    path(_AMBITIONS + "<uuid:pk>/steun/<uuid:party>/", support.ambition_support, name="ambition-support"),
    path(_AMBITIONS + "<uuid:pk>/status/", ambitions.ambition_status, name="ambition-status"),
]

_analysis = [
    path(_AREA + "analyse/stiltekaart/", silence.silence, name="silence"),
    path(_AREA + "analyse/stiltekaart/stiltekaart.csv", silence.silence_export, name="silence-export"),
    path(_AREA + "analyse/themas/", themes.themes, name="themes"),
    path(_AREA + "analyse/themas/themas.csv", themes.themes_export, name="themes-export"),
    path(_AREA + "krachtenveld/", stakes.stake_field, name="stakes"),
    path(_AREA + "krachtenveld/krachtenveld.csv", stakes.stake_export, name="stakes-export"),
    path(_AREA + "krachtenveld/nieuw/", stakes.stake_new, name="stake-new"),
    path(_AREA + "krachtenveld/<uuid:pk>/", stakes.stake_edit, name="stake-edit"),
    path(_AREA + "analyse/", analysis.analysis, name="analysis"),
]

_agreement = [
    path(_AGREEMENT, agreements.agreement, name="agreement"),
    path(_AGREEMENT + "beginnen/", agreements.agreement_open, name="agreement-open"),
    path(_AGREEMENT + "titel/", agreements.agreement_rename, name="agreement-rename"),
    path(_AGREEMENT + "regels/", agreements.agreement_rules, name="agreement-rules"),
    path(_AREA + "gouden-draad/", golden_thread.golden_thread, name="golden-thread"),
    path(_AGREEMENT + "pakket/", packages.packages, name="packages"),
    path(_AGREEMENT + "pakket/<uuid:party>/", packages.weigh, name="package-weights"),
    path(_CHAPTERS, agreements.agreement_chapters, name="agreement-chapters"),
    path(_CHAPTERS + "<uuid:pk>/", agreements.chapter_rename, name="chapter-rename"),
    path(_CHAPTERS + "<uuid:pk>/verplaatsen/", agreements.chapter_move, name="chapter-move"),
    path(_CHAPTERS + "<uuid:pk>/verwijderen/", agreements.chapter_remove, name="chapter-remove"),
    path(_ARTICLES + "nieuw/", articles.article_new, name="article-new"),
    path(_ARTICLES + "<uuid:pk>/", articles.article, name="article"),
    path(_ARTICLES + "<uuid:pk>/bewerken/", articles.article_edit, name="article-edit"),
    path(_ARTICLES + "<uuid:pk>/verplaatsen/", articles.article_move, name="article-move"),
    path(_ARTICLES + "<uuid:pk>/verwijderen/", articles.article_remove, name="article-remove"),
    path(_ARTICLES + "<uuid:pk>/concept/", article_work.article_keep, name="article-keep"),
    path(_ARTICLES + "<uuid:pk>/concept/weggooien/", article_work.article_let_go, name="article-let-go"),
    path(_ARTICLES + "<uuid:pk>/opmerkingen/", article_work.comment_new, name="comment-new"),
    path(_ARTICLES + "opmerkingen/<uuid:pk>/", article_work.comment_resolve, name="comment-resolve"),
    path(_ARTICLES + "<uuid:pk>/standpunt/<uuid:party>/", consent.article_position, name="article-position"),
    path(_ARTICLES + "<uuid:pk>/wijziging/", amendments.amendment_new, name="amendment-new"),
    path(_AMENDMENTS, amendments.amendments, name="amendments"),
    path(_AMENDMENTS + "<uuid:pk>/", amendments.amendment, name="amendment"),
    path(_AMENDMENTS + "<uuid:pk>/behandelen/", amendments.amendment_handle, name="amendment-handle"),
    path(_AMENDMENTS + "<uuid:pk>/antwoord/", amendments.amendment_answer, name="amendment-answer"),
    path(_AMENDMENTS + "<uuid:pk>/intrekken/", amendments.amendment_withdraw, name="amendment-withdraw"),
    path(_AMENDMENTS + "<uuid:pk>/overnemen/", amendments.amendment_take_over, name="amendment-take-over"),
    path(_POINTS, open_points.open_points, name="open-points"),
    path(_POINTS + "nieuw/", open_points.open_point_new, name="open-point-new"),
    path(_POINTS + "<uuid:pk>/", open_points.open_point_edit, name="open-point-edit"),
    path(_POINTS + "<uuid:pk>/standpunt/<uuid:party>/", open_points.open_point_stand, name="open-point-stand"),
    path(_TERMS, open_points.terms, name="terms"),
    path(_TERMS + "<uuid:pk>/", open_points.term_edit, name="term-edit"),
    path(_TERMS + "<uuid:pk>/verwijderen/", open_points.term_remove, name="term-remove"),
    path(_AGREEMENT + "thermometer/", consent.thermometer, name="thermometer"),
    path(_AGREEMENT + "thermometer/thermometer.csv", consent.thermometer_export, name="thermometer-export"),
    path(_PARTIES, agreement_parties.agreement_parties, name="agreement-parties"),
    path(_PARTIES + "nieuw/", agreement_parties.agreement_party_new, name="agreement-party-new"),
    path(_PARTIES + "<uuid:pk>/", agreement_parties.agreement_party_edit, name="agreement-party-edit"),
    path(_PARTIES + "<uuid:pk>/status/", agreement_parties.agreement_party_status, name="agreement-party-status"),
    path(_PARTIES + "<uuid:pk>/verwijderen/", agreement_parties.agreement_party_remove, name="agreement-party-remove"),
    path("akkoord-controleren/", proof.verify_agreement, name="verify-agreement"),
    path(_VERSIONS, versions.version_list, name="versions"),
    path(_VERSIONS + "nieuw/", versions.version_new, name="version-new"),
    path(_VERSIONS + "<int:number>/", versions.version, name="version"),
    path(_VERSIONS + "<int:number>/verschil/<int:other>/", versions.version_compare, name="version-compare"),
    path(_VERSIONS + "<int:number>/werkexemplaar/", versions.version_print, name="version-print"),
    path(
        _VERSIONS + "<int:number>/verschil/<int:other>/afdrukken/",
        versions.version_compare_print,
        name="version-compare-print",
    ),
    path(_VERSIONS + "<int:number>/stand/", versions.version_status, name="version-status"),
    path(_VERSIONS + "<int:number>/opnieuw/", versions.version_retry, name="version-retry"),
    path(_CONSULTATION, consultations.consultation, name="consultation"),
    path(_CONSULTATION + "sluiten/", consultations.consultation_close, name="consultation-close"),
    path(_CONSULTATION + "<uuid:party>/", consultations.consultation_reply, name="consultation-reply"),
    path(_CONSULTATION + "<uuid:party>/link/", consultations.consultation_link_new, name="consultation-link-new"),
    path("consultatie/<str:token>/", consultations.consultation_link, name="consultation-link"),
    path(_VERSIONS + "<int:number>.pdf", versions.version_pdf, name="version-pdf"),
]

_SCANS = _AREA + "scan/"
_QUESTIONNAIRES = _SCANS + "vragenlijst/"

_scan = [
    path(_SCANS, scans.scans, name="scans"),
    path(_SCANS + "nieuw/", scans.scan_new, name="scan-new"),
    path(_QUESTIONNAIRES, scan_questionnaires.scan_questionnaire, name="scan-questionnaire"),
    path(_QUESTIONNAIRES + "<uuid:pk>/", scan_questionnaires.scan_questionnaire_edit, name="scan-questionnaire-edit"),
    path(
        _QUESTIONNAIRES + "<uuid:pk>/gebruiken/",
        scan_questionnaires.scan_questionnaire_use,
        name="scan-questionnaire-use",
    ),
    path(_SCANS + "uitnodigingen/<uuid:pk>/link/", scans.scan_link_new, name="scan-link-new"),
    path(_SCANS + "uitnodigingen/<uuid:pk>/intrekken/", scans.scan_invitation_revoke, name="scan-invitation-revoke"),
    path(_SCANS + "<uuid:pk>/", scans.scan, name="scan"),
    path(_SCANS + "<uuid:pk>/scan.csv", scans.scan_export, name="scan-export"),
    path(_SCANS + "<uuid:pk>/sluiten/", scans.scan_close, name="scan-close"),
    path(_SCANS + "<uuid:pk>/partijen/", scans.scan_parties, name="scan-parties"),
    path(_SCANS + "<uuid:pk>/verbeteren/", scans.scan_improve, name="scan-improve"),
    path(_SCANS + "<uuid:pk>/invullen/", scan_filling.scan_fill, name="scan-fill"),
    path(_SCANS + "<uuid:pk>/invullen/<int:part>/", scan_filling.scan_fill_part, name="scan-fill-part"),
    path("scan/<str:token>/", scan_filling.scan_open, name="scan-open"),
    path("scan/<str:token>/<int:part>/", scan_filling.scan_open_part, name="scan-open-part"),
]

_meetings = [
    path(_MEETINGS, meetings.meetings, name="meetings"),
    path(_MEETINGS + "nieuw/", meetings.meeting_new, name="meeting-new"),
    path(_MEETINGS + "<uuid:pk>/", meetings.meeting, name="meeting"),
    path(_MEETINGS + "<uuid:pk>/bewerken/", meetings.meeting_edit, name="meeting-edit"),
    path(_MEETINGS + "<uuid:pk>/notuleren/", meetings.meeting_notes, name="meeting-notes"),
    path(_MEETINGS + "<uuid:pk>/stand/", meetings.meeting_status, name="meeting-status"),
    path(_MEETINGS + "<uuid:pk>/afdrukken/", meetings.meeting_print, name="meeting-print"),
]

_merging = [
    path(_AREA + "partijen/<uuid:pk>/samenvoegen/", merging.organisation_merge, name="organisation-merge"),
    path(_AREA + "rollen/<uuid:pk>/samenvoegen/", merging.person_merge, name="person-merge"),
    path(_AREA + "partijen/samenvoegingen/", merging.merges, name="merges"),
    path(_AREA + "partijen/samenvoegingen/<uuid:pk>/ongedaan/", merging.merge_undo, name="merge-undo"),
]

_backbone = [
    path(_BACKBONE, backbone.planning_group_page, name="planning-group"),
    path(_BACKBONE + "plekken/nieuw/", backbone.seat_new, name="seat-new"),
    path(_BACKBONE + "plekken/<uuid:pk>/", backbone.seat_edit, name="seat-edit"),
    path(_BACKBONE + "plekken/<uuid:pk>/beeindigen/", backbone.seat_end, name="seat-end"),
    path(_ACTIONS, action_items.action_items, name="action-items"),
    path(_ACTIONS + "afspraken.csv", action_items.action_items_export, name="action-items-export"),
    path(_ACTIONS + "nieuw/", action_items.action_item_new, name="action-item-new"),
    path(_ACTIONS + "<uuid:pk>/", action_items.action_item_edit, name="action-item-edit"),
    path(_ACTIONS + "<uuid:pk>/status/", action_items.action_item_status, name="action-item-status"),
    path(_DECISIONS, decisions.decisions, name="decisions"),
    path(_DECISIONS + "nieuw/", decisions.decision_new, name="decision-new"),
    path(_DECISIONS + "standen/<uuid:pk>/", decisions.decision_position, name="decision-position"),
    path(_DECISIONS + "<uuid:pk>/", decisions.decision, name="decision"),
    path(_DECISIONS + "<uuid:pk>/bewerken/", decisions.decision_edit, name="decision-edit"),
]

_network = [
    path(_NETWORK, network.network, name="network"),
    path(_NETWORK + "partijen.csv", network.network_parties_export, name="network-parties-export"),
    path(_NETWORK + "relaties.csv", network.network_relations_export, name="network-relations-export"),
    path(_NETWORK + "relaties/nieuw/", relations.relation_new, name="relation-new"),
    path(_NETWORK + "relaties/<uuid:pk>/", relations.relation_edit, name="relation-edit"),
    path(_NETWORK + "relaties/<uuid:pk>/beeindigen/", relations.relation_end, name="relation-end"),
]

urlpatterns = [
    *_network,
    *_backbone,
    *_conversations,
    *_analysis,
    *_ambitions,
    *_scan,
    *_meetings,
    *_merging,
    *_agreement,
]
