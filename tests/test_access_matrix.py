"""Who gets what at which address: every route, every persona, own area and another one.

One table. A route that is not in it fails, and so does a row without a route. Add a row for each
method of a new URL in the section of your app; `tests/matrix.py` makes the people and the objects.
"""

import logging
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from django.apps import apps
from django.db import connection, transaction
from django.db.models import TextField
from django.test import Client
from lxml import html as parser
from pytest_django import DjangoDbBlocker

from novex_portal.toolkit.models import PdfJob
from tests.matrix import (
    COLUMNS,
    OWN,
    PERSONAS,
    Row,
    World,
    anonymous,
    everybody_tries,
    routes,
    send,
    somebody_who_may,
    undone,
    wanted,
)

pytestmark = pytest.mark.django_db

# Open to everybody, signed in or not: route → status of a GET.
OPEN = {
    "about": 200,
    "accessibility": 200,
    "contact": 200,
    "cookies": 200,
    "disclosure": 200,
    "healthz": 503,  # no worker runs in a test
    "help": 200,
    "livez": 200,
    "readyz": 200,
    "house-style": 404,  # only where a deployer mounted one; see tests/dashboards/pages/test_pages.py
    "practice-mail": 404,
    "practice": 404,  # only in the practice environment; see tests/dashboards/practice/test_practice.py
    "privacy": 200,
    "security-txt": 200,
    "session-state": 200,
    "verify-agreement": 200,
}
# Open, and tried in tests of their own: the link of an invitation, and the sign-in pages of allauth.
OPEN_ELSEWHERE = {
    "invitation",
    "right-of-reply",  # see tests/coalition/conversations/right_of_reply/test_right_of_reply.py
    "consultation-link-file",  # see the same tests
    "consultation-link",  # see tests/coalition/agreement/consultations/test_consultations.py
    "scan-open",
    "scan-open-part",
    "account_confirm_email",
    "account_confirm_login_code",
    "account_email_verification_sent",
    "account_inactive",
    "account_login",
    "account_logout",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
    "account_signup",
    "mfa_authenticate",
    "mfa_login_webauthn",
    "openid_connect_callback",
    "openid_connect_login",
    "socialaccount_login_cancelled",
    "socialaccount_signup",
}
# One's own account: everybody who is signed in, about themselves alone. Old addresses of allauth among them.
ACCOUNT = {
    "account_change_password",
    "account_email",
    "account_reauthenticate",
    "account_set_password",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "mfa_deactivate_totp",
    "mfa_download_recovery_codes",
    "mfa_edit_webauthn",
    "mfa_generate_recovery_codes",
    "mfa_index",
    "mfa_list_webauthn",
    "mfa_reauthenticate",
    "mfa_reauthenticate_webauthn",
    "mfa_remove_webauthn",
    "mfa_view_recovery_codes",
    "socialaccount_connections",
    "socialaccount_login_error",
    "usersessions_list",
    "accounts/social/connections/",
    "accounts/social/login/cancelled/",
    "accounts/social/login/error/",
    "accounts/social/signup/",
}


AN_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}")
SAID_ON_THE_PAGE = {"proposal-take-over": 422, "proposal-leave": 422}  # a colleague may have handled it meanwhile
NOWHERE = "01890000-0000-7000-8000-000000000000"


def get(route: str, *columns: int, thing: str = "", in_area: bool = True) -> Row:
    return Row(route, "GET", columns, thing, in_area=in_area)


def post(route: str, *columns: int, thing: str = "", in_area: bool = True, **data: str) -> Row:
    return Row(route, "POST", columns, thing, tuple(data.items()), in_area)


# fmt: off
TABLE = [
    #                              deelnemer
    #                                   gespreksvoerder
    #                                        planningsgroep
    #                                             bestuurder
    #                                                  gebiedsbeheerder
    #                                                       regieteam
    #                                                            auditor
    # --- areas: members
    get("members",                 403, 403, 403, 403, 200, 403, 403),
    get("invite",                  403, 403, 403, 403, 200, 403, 403),
    post("invite",                 403, 403, 403, 403, 422, 403, 403),
    post("invitation-revoke",      403, 403, 403, 403, 302, 403, 403, thing="invitation"),
    get("membership-end",          403, 403, 403, 403, 200, 403, 403, thing="membership"),
    post("membership-end",         403, 403, 403, 403, 302, 403, 403, thing="membership"),
    # --- areas: the areas themselves and their parties
    get("areas",                   200, 200, 200, 200, 200, 200, 200, in_area=False),
    get("party-new",               403, 200, 200, 403, 200, 403, 403),
    post("party-new",              403, 422, 422, 403, 422, 403, 403),
    get("party-similar",           403, 200, 200, 403, 200, 403, 403),
    get("party-edit",              403, 200, 200, 403, 200, 200, 403, thing="organisation"),
    post("party-edit",             403, 422, 422, 403, 422, 422, 403, thing="organisation"),
    get("umbrella-add",            403, 200, 200, 403, 200, 200, 403, thing="organisation"),
    post("umbrella-add",           403, 422, 422, 403, 422, 422, 403, thing="organisation"),
    post("umbrella-remove",        403, 302, 302, 403, 302, 302, 403, thing="organisation"),
    get("party-import",            403, 200, 200, 403, 200, 403, 403),
    post("party-import",           403, 422, 422, 403, 422, 403, 403),
    get("party-import-example",    403, 200, 200, 403, 200, 403, 403),
    get("party-import-one",        403, 200, 200, 403, 200, 403, 403, thing="import"),
    get("party-import-status",     403, 302, 302, 403, 302, 403, 403, thing="import"),
    post("party-import-correct",   403, 302, 302, 403, 302, 403, 403, thing="import", version="1"),
    post("party-import-confirm",   403, 302, 302, 403, 302, 403, 403, thing="import", version="1"),
    post("party-import-cancel",    403, 302, 302, 403, 302, 403, 403, thing="import", version="1"),
    # --- areas: persons in roles, and mandates
    get("person-new",              403, 200, 200, 403, 200, 403, 403, thing="twin"),
    post("person-new",             403, 422, 422, 403, 422, 403, 403, thing="twin"),
    get("person-edit",             403, 200, 200, 403, 200, 403, 403, thing="twin_person"),
    post("person-edit",            403, 422, 422, 403, 422, 403, 403, thing="twin_person"),
    get("mandates",                200, 200, 200, 200, 200, 200, 403),
    get("mandate-export",          200, 200, 200, 200, 200, 200, 403),
    get("mandate-new",             403, 200, 200, 403, 200, 403, 403),
    post("mandate-new",            403, 422, 422, 403, 422, 403, 403),
    get("mandate-edit",            403, 200, 200, 403, 200, 403, 403, thing="mandate"),
    post("mandate-edit",           403, 422, 422, 403, 422, 403, 403, thing="mandate"),
    # --- areas: the factsheet
    get("factsheet",               200, 200, 200, 200, 200, 200, 403),
    get("factsheet-edit",          403, 403, 200, 403, 200, 403, 403),
    post("factsheet-edit",         403, 403, 302, 403, 302, 403, 403),
    get("factsheet-history",       200, 200, 200, 200, 200, 200, 403),
    get("frictions",               200, 200, 200, 200, 200, 200, 403),
    get("duo-change",              403, 403, 200, 403, 200, 403, 403),
    post("duo-change",             403, 403, 422, 403, 422, 403, 403),
    get("duo-edit",                403, 403, 200, 403, 200, 403, 403, thing="duo"),
    post("duo-edit",               403, 403, 422, 403, 422, 403, 403, thing="duo"),
    get("perspective-template",    403, 403, 403, 403, 403, 200, 403, in_area=False),
    post("perspective-template",   403, 403, 403, 403, 403, 422, 403, in_area=False),
    post("perspective-template-begin", 403, 403, 403, 403, 403, 302, 403, in_area=False),
    get("perspective-template-edit", 403, 403, 403, 403, 403, 200, 403, thing="template_row", in_area=False),
    post("perspective-template-edit", 403, 403, 403, 403, 403, 422, 403, thing="template_row", in_area=False),
    post("perspective-template-move", 403, 403, 403, 403, 403, 302, 403, thing="template_row", in_area=False),
    post("perspective-template-remove", 403, 403, 403, 403, 403, 302, 403, thing="template_row", in_area=False),
    get("programmes",              200, 200, 200, 200, 200, 200, 403, in_area=False),
    get("programme-new",           403, 403, 403, 403, 403, 200, 403, in_area=False),
    post("programme-new",          403, 403, 403, 403, 403, 422, 403, in_area=False),
    get("programme-edit",          403, 403, 403, 403, 403, 200, 403, thing="programme", in_area=False),
    post("programme-edit",         403, 403, 403, 403, 403, 422, 403, thing="programme", in_area=False),
    # --- coalition: meetings
    get("meetings",                403, 403, 200, 403, 200, 403, 403),
    get("meeting-new",             403, 403, 200, 403, 200, 403, 403),
    post("meeting-new",            403, 403, 422, 403, 422, 403, 403),
    get("meeting",                 403, 403, 200, 403, 200, 403, 403, thing="meeting"),
    get("meeting-edit",            403, 403, 200, 403, 200, 403, 403, thing="meeting"),
    post("meeting-edit",           403, 403, 422, 403, 422, 403, 403, thing="meeting"),
    get("meeting-notes",           403, 403, 200, 403, 200, 403, 403, thing="meeting"),
    post("meeting-notes",          403, 403, 422, 403, 422, 403, 403, thing="meeting", **{"afspraak-what": "Bellen"}),
    post("meeting-status",         403, 403, 422, 403, 422, 403, 403, thing="meeting"),
    post("meeting-print",          403, 403, 302, 403, 302, 403, 403, thing="meeting"),
    get("weekstart",               403, 403, 200, 403, 200, 403, 403),
    # --- coalition: merging
    get("organisation-merge",      403, 403, 200, 403, 200, 200, 403, thing="twin"),
    post("organisation-merge",     403, 403, 422, 403, 422, 422, 403, thing="twin"),
    get("person-merge",            403, 403, 200, 403, 200, 200, 403, thing="twin_person"),
    post("person-merge",           403, 403, 422, 403, 422, 422, 403, thing="twin_person"),
    get("merges",                  200, 200, 200, 200, 200, 200, 403),
    post("merge-undo",             403, 403, 302, 403, 302, 302, 403, thing="merge"),
    # --- areas: documents on paper: who asked for one, nobody else
    get("printouts",               200, 200, 200, 200, 200, 200, 200, in_area=False),
    get("printout",                404, 200, 404, 404, 404, 404, 404, thing="printout"),
    get("printout-status",         404, 302, 404, 404, 404, 404, 404, thing="printout"),
    get("printout-pdf",            404, 404, 404, 404, 404, 404, 404, thing="printout"),
    post("printout-retry",         404, 302, 404, 404, 404, 404, 404, thing="printout"),
    post("factsheet-print",        302, 302, 302, 302, 302, 302, 403),
    post("factsheets-print",       302, 302, 302, 302, 302, 302, 403, in_area=False),
    # --- coalition: conversations
    get("conversations",           200, 200, 200, 403, 200, 403, 403),
    get("conversation-export",     200, 200, 200, 403, 200, 403, 403),
    get("conversation-new",        403, 200, 200, 403, 200, 403, 403),
    post("conversation-new",       403, 422, 422, 403, 422, 403, 403),
    get("conversation-quick",      403, 200, 200, 403, 200, 403, 403),
    post("conversation-quick",     403, 422, 422, 403, 422, 403, 403),
    post("quick-reading",          403, 200, 200, 403, 200, 403, 403),
    get("rounds",                  403, 200, 200, 403, 200, 403, 403),
    get("round",                   403, 200, 200, 403, 200, 403, 403, thing="round"),
    get("round-new",               403, 403, 200, 403, 200, 403, 403),
    post("round-new",              403, 403, 422, 403, 422, 403, 403),
    get("round-edit",              403, 403, 200, 403, 200, 403, 403, thing="round"),
    post("round-edit",             403, 403, 422, 403, 422, 403, 403, thing="round"),
    get("target-plan",             403, 200, 200, 403, 200, 403, 403, thing="target"),
    post("target-plan",            403, 422, 422, 403, 422, 403, 403, thing="target"),
    post("target-sheet",           403, 302, 302, 403, 302, 403, 403, thing="target"),
    get("conversation-readers",    403, 200, 200, 403, 200, 403, 403),
    get("organisation-search",     403, 200, 200, 403, 200, 403, 403),
    get("conversation",            404, 200, 200, 403, 200, 403, 403, thing="conversation"),
    get("conversation-history",    404, 200, 200, 403, 200, 403, 403, thing="conversation"),
    get("right-of-reply-new",      404, 200, 200, 403, 200, 403, 403, thing="conversation"),
    post("right-of-reply-new",     404, 422, 422, 403, 422, 403, 403, thing="conversation"),
    post("right-of-reply-revoke",  404, 302, 302, 403, 302, 403, 403, thing="right_of_reply"),
    post("right-of-reply-seen",    404, 302, 302, 403, 302, 403, 403, thing="right_of_reply"),
    get("right-of-reply-answer",   404, 200, 200, 403, 200, 403, 403, thing="right_of_reply"),
    post("proposal-take-over",     403, 422, 403, 403, 403, 403, 403, thing="right_of_reply"),
    post("proposal-leave",         403, 422, 403, 403, 403, 403, 403, thing="right_of_reply"),
    get("passage-new",             404, 200, 200, 403, 200, 403, 403, thing="conversation"),
    post("passage-new",            404, 422, 422, 403, 422, 403, 403, thing="conversation"),
    get("passage-edit",            404, 200, 200, 403, 200, 403, 403, thing="passage"),
    post("passage-edit",           404, 422, 422, 403, 422, 403, 403, thing="passage"),
    post("passage-remove",         404, 302, 302, 403, 302, 403, 403, thing="passage"),
    get("feedback",                403, 200, 200, 403, 200, 403, 403),
    get("feedback-edit",           404, 200, 200, 403, 200, 403, 403, thing="conversation"),
    post("feedback-edit",          404, 409, 409, 403, 409, 403, 403, thing="conversation"),
    get("feedback-letter-new",     404, 200, 200, 403, 200, 403, 403, thing="conversation"),
    post("feedback-letter-new",    404, 422, 422, 403, 422, 403, 403, thing="conversation"),
    get("feedback-letter",         404, 200, 200, 403, 200, 403, 403, thing="feedback_letter"),
    post("feedback-letter-print",  404, 302, 302, 403, 302, 403, 403, thing="feedback_letter"),
    get("conversation-edit",       403, 200, 403, 403, 403, 403, 403, thing="conversation"),
    post("conversation-edit",      403, 422, 403, 403, 403, 403, 403, thing="conversation"),
    post("draft-save",             403, 200, 200, 403, 200, 403, 403),
    post("draft-discard",          403, 302, 404, 403, 404, 403, 403, thing="draft"),
    # --- personal data: what is held, inzage, anonymising, retention
    get("personal-data",           403, 403, 403, 403, 200, 403, 403),
    get("privacy-register",        403, 403, 403, 403, 200, 403, 403),
    get("privacy-person",          403, 403, 403, 403, 200, 403, 403, thing="known"),
    post("privacy-archive",        403, 403, 403, 403, 200, 403, 403, thing="known"),
    get("privacy-anonymise",       403, 403, 403, 403, 200, 403, 403, thing="known"),
    post("privacy-anonymise",      403, 403, 403, 403, 422, 403, 403, thing="known"),
    get("privacy-account",         403, 403, 403, 403, 200, 403, 403, thing="member"),
    post("privacy-account-archive", 403, 403, 403, 403, 200, 403, 403, thing="member"),
    get("privacy-account-anonymise", 403, 403, 403, 403, 200, 403, 403, thing="member"),
    post("privacy-account-anonymise", 403, 403, 403, 403, 422, 403, 403, thing="member"),
    get("privacy-report",          403, 403, 403, 403, 200, 403, 403, thing="anonymisation"),
    get("retention",               403, 403, 403, 403, 200, 403, 403),
    post("destruction-propose",    403, 403, 403, 403, 302, 403, 403),
    get("destruction",             403, 403, 403, 403, 200, 403, 403, thing="destruction"),
    post("destruction-carry-out",  403, 403, 403, 403, 302, 403, 403, thing="destruction"),
    post("destruction-withdraw",   403, 403, 403, 403, 302, 403, 403, thing="destruction"),
    get("read-log",                403, 403, 403, 403, 403, 403, 200, in_area=False),
    get("area-read-log",           403, 403, 403, 403, 403, 403, 200),
    # --- coalition: the planning group, its actions and decisions
    get("planning-group",          200, 200, 200, 200, 200, 200, 403),
    get("seat-new",                403, 403, 200, 403, 200, 403, 403),
    post("seat-new",               403, 403, 422, 403, 422, 403, 403),
    get("seat-edit",               403, 403, 200, 403, 200, 403, 403, thing="seat"),
    post("seat-edit",              403, 403, 422, 403, 422, 403, 403, thing="seat"),
    post("seat-end",               403, 403, 422, 403, 422, 403, 403, thing="seat"),
    get("action-items",            200, 200, 200, 200, 200, 200, 403),
    get("action-items-export",     200, 200, 200, 200, 200, 200, 403),
    get("action-item-new",         403, 403, 200, 403, 200, 403, 403),
    post("action-item-new",        403, 403, 422, 403, 422, 403, 403),
    get("action-item-edit",        403, 403, 200, 403, 200, 403, 403, thing="action_item"),
    post("action-item-edit",       403, 403, 422, 403, 422, 403, 403, thing="action_item"),
    post("action-item-status",     403, 302, 302, 403, 302, 403, 403, thing="action_item", status="gedaan"),
    get("decisions",               200, 200, 200, 200, 200, 200, 403),
    get("decision",                200, 200, 200, 200, 200, 200, 403, thing="decision"),
    get("decision-new",            403, 403, 200, 403, 200, 403, 403),
    post("decision-new",           403, 403, 422, 403, 422, 403, 403),
    get("decision-edit",           403, 403, 200, 403, 200, 403, 403, thing="decision"),
    post("decision-edit",          403, 403, 422, 403, 422, 403, 403, thing="decision"),
    get("decision-position",       403, 403, 200, 403, 200, 403, 403, thing="position"),
    post("decision-position",      403, 403, 422, 403, 422, 403, 403, thing="position"),
    # --- coalition: analysis
    get("analysis",                403, 200, 200, 403, 200, 403, 403),
    get("silence",                 403, 200, 200, 403, 200, 403, 403),
    get("silence-export",          403, 200, 200, 403, 200, 403, 403),
    get("themes",                  403, 200, 200, 403, 200, 403, 403),
    get("themes-export",           403, 200, 200, 403, 200, 403, 403),
    get("stakes",                  403, 200, 200, 403, 200, 403, 403),
    get("stakes-export",           403, 200, 200, 403, 200, 403, 403),
    get("stake-new",               403, 403, 200, 403, 200, 403, 403),
    post("stake-new",              403, 403, 422, 403, 422, 403, 403),
    get("stake-edit",              403, 403, 200, 403, 200, 403, 403, thing="stake"),
    post("stake-edit",             403, 403, 422, 403, 422, 403, 403, thing="stake"),
    get("network",                 403, 200, 200, 403, 200, 403, 403),
    get("network-parties-export",  403, 200, 200, 403, 200, 403, 403),
    get("network-relations-export", 403, 200, 200, 403, 200, 403, 403),
    get("relation-new",            403, 200, 200, 403, 200, 403, 403),
    post("relation-new",           403, 422, 422, 403, 422, 403, 403),
    get("relation-edit",           403, 200, 200, 403, 200, 403, 403, thing="relation"),
    post("relation-edit",          403, 422, 422, 403, 422, 403, 403, thing="relation"),
    get("relation-end",            403, 200, 200, 403, 200, 403, 403, thing="relation"),
    post("relation-end",           403, 422, 422, 403, 422, 403, 403, thing="relation"),
    # --- coalition: the samenwerkingsscan; every member reads what it tells, filling in takes an invited party
    get("scans",                   200, 200, 200, 200, 200, 200, 403),
    get("scan",                    200, 200, 200, 200, 200, 200, 403, thing="scan"),
    get("scan-export",             200, 200, 200, 200, 200, 200, 403, thing="scan"),
    get("scan-new",                403, 403, 200, 403, 200, 403, 403),
    post("scan-new",               403, 403, 422, 403, 422, 403, 403),
    post("scan-close",             403, 403, 302, 403, 302, 403, 403, thing="scan"),
    get("scan-parties",            403, 403, 200, 403, 200, 403, 403, thing="scan"),
    post("scan-parties",           403, 403, 422, 403, 422, 403, 403, thing="scan"),
    get("scan-improve",            403, 403, 200, 403, 200, 403, 403, thing="scan"),
    post("scan-improve",           403, 403, 422, 403, 422, 403, 403, thing="scan"),
    post("scan-link-new",          403, 403, 200, 403, 200, 403, 403, thing="scan_invitation"),
    post("scan-invitation-revoke", 403, 403, 302, 403, 302, 403, 403, thing="scan_invitation"),
    get("scan-fill",               403, 403, 403, 403, 403, 403, 403, thing="scan"),
    get("scan-fill-part",          403, 403, 403, 403, 403, 403, 403, thing="scan"),
    post("scan-fill-part",         403, 403, 403, 403, 403, 403, 403, thing="scan"),
    get("scan-questionnaire",      403, 403, 200, 403, 200, 403, 403),
    post("scan-questionnaire",     403, 403, 302, 403, 302, 403, 403),
    get("scan-questionnaire-edit", 403, 403, 200, 403, 200, 403, 403, thing="scan_questionnaire"),
    post("scan-questionnaire-edit", 403, 403, 422, 403, 422, 403, 403, thing="scan_questionnaire"),
    post("scan-questionnaire-use", 403, 403, 302, 403, 302, 403, 403, thing="scan_questionnaire"),
    # --- coalition: ambitions, akkoord, versions
    get("ambitions",               200, 200, 200, 200, 200, 200, 403),
    get("ambition",                200, 200, 200, 200, 200, 200, 403, thing="ambition"),
    get("ambition-new",            403, 403, 200, 403, 200, 403, 403),
    post("ambition-new",           403, 403, 422, 403, 422, 403, 403),
    get("ambition-edit",           403, 403, 200, 403, 200, 403, 403, thing="ambition"),
    post("ambition-edit",          403, 403, 422, 403, 422, 403, 403, thing="ambition"),
    get("ambitions-export",        200, 200, 200, 200, 200, 200, 403),
    get("ambition-support",        403, 403, 200, 403, 200, 403, 403, thing="ambition"),
    post("ambition-support",       403, 403, 422, 403, 422, 403, 403, thing="ambition"),
    post("ambition-status",        403, 403, 422, 403, 422, 403, 403, thing="ambition"),
    get("agreement",               200, 200, 200, 200, 200, 200, 403),
    post("agreement-open",         403, 403, 302, 403, 302, 403, 403),
    get("agreement-rename",        403, 403, 200, 403, 200, 403, 403),
    post("agreement-rename",       403, 403, 422, 403, 422, 403, 403),
    get("agreement-chapters",      403, 403, 200, 403, 200, 403, 403),
    post("agreement-chapters",     403, 403, 422, 403, 422, 403, 403),
    get("chapter-rename",          403, 403, 200, 403, 200, 403, 403, thing="chapter"),
    post("chapter-rename",         403, 403, 422, 403, 422, 403, 403, thing="chapter"),
    post("chapter-move",           403, 403, 302, 403, 302, 403, 403, thing="chapter"),
    post("chapter-remove",         403, 403, 422, 403, 422, 403, 403, thing="chapter"),
    get("annex",                   200, 200, 200, 200, 200, 200, 403, thing="annex"),
    get("exhibit-new",             403, 403, 200, 403, 200, 403, 403, thing="annex"),
    post("exhibit-new",            403, 403, 422, 403, 422, 403, 403, thing="annex"),
    get("exhibit-edit",            403, 403, 200, 403, 200, 403, 403, thing="exhibit"),
    post("exhibit-edit",           403, 403, 422, 403, 422, 403, 403, thing="exhibit"),
    post("exhibit-move",           403, 403, 302, 403, 302, 403, 403, thing="exhibit"),
    get("exhibit-remove",          403, 403, 200, 403, 200, 403, 403, thing="exhibit"),
    post("exhibit-remove",         403, 403, 302, 403, 302, 403, 403, thing="exhibit"),
    get("exhibit-file",            200, 200, 200, 200, 200, 200, 403, thing="exhibit"),
    get("exhibit-page",            200, 200, 200, 200, 200, 200, 403, thing="document"),
    get("article",                 200, 200, 200, 200, 200, 200, 403, thing="article"),
    get("article-new",             403, 403, 200, 403, 200, 403, 403),
    post("article-new",            403, 403, 422, 403, 422, 403, 403),
    get("article-edit",            403, 403, 200, 403, 200, 403, 403, thing="article"),
    post("article-edit",           403, 403, 422, 403, 422, 403, 403, thing="article"),
    post("article-move",           403, 403, 302, 403, 302, 403, 403, thing="article"),
    get("article-remove",          403, 403, 200, 403, 200, 403, 403, thing="article"),
    post("article-remove",         403, 403, 422, 403, 422, 403, 403, thing="article"),
    post("article-restore",        403, 403, 302, 403, 302, 403, 403, thing="article"),
    get("articles-removed",        200, 200, 200, 200, 200, 200, 403),
    get("article-history",         200, 200, 200, 200, 200, 200, 403, thing="article"),
    get("version-compare",         200, 200, 200, 200, 200, 200, 403),
    get("amendments",              200, 200, 200, 200, 200, 200, 403),
    get("amendment-new",           200, 200, 200, 200, 200, 200, 403, thing="article"),
    post("amendment-new",          422, 422, 422, 422, 422, 422, 403, thing="article"),
    get("amendment-propose",       200, 200, 200, 200, 200, 200, 403),
    post("amendment-propose",      200, 200, 200, 200, 200, 200, 403),
    get("amendment",               200, 200, 200, 200, 200, 200, 403, thing="amendment"),
    post("amendment-handle",       403, 403, 422, 403, 422, 403, 403, thing="amendment"),
    post("amendment-answer",       403, 403, 422, 403, 422, 403, 403, thing="amendment"),
    post("amendment-withdraw",     403, 403, 403, 403, 403, 403, 403, thing="amendment"),
    get("amendment-take-over",     403, 403, 302, 403, 302, 403, 403, thing="amendment"),
    get("positions-in-bulk",       403, 403, 200, 403, 200, 403, 403),
    post("positions-in-bulk",      403, 403, 422, 403, 422, 403, 403),
    get("to-confirm",              403, 403, 403, 403, 403, 403, 403),
    post("to-confirm",             403, 403, 403, 403, 403, 403, 403),
    post("amendment-take-over",    403, 403, 302, 403, 302, 403, 403, thing="amendment"),
    get("agreement-reading",       403, 403, 403, 403, 200, 403, 403),
    post("agreement-reading",      403, 403, 403, 403, 302, 403, 403),
    get("agreement-rules",         403, 403, 200, 403, 200, 403, 403),
    post("agreement-rules",        403, 403, 302, 403, 302, 403, 403),
    post("article-keep",           403, 403, 200, 403, 200, 403, 403, thing="article"),
    post("article-let-go",         403, 403, 302, 403, 302, 403, 403, thing="article"),
    post("comment-new",            422, 422, 422, 422, 422, 422, 403, thing="article"),
    post("comment-resolve",        403, 302, 302, 403, 302, 403, 403, thing="comment"),
    get("golden-thread",           200, 200, 200, 200, 200, 200, 403),
    get("packages",                403, 403, 200, 403, 200, 403, 403),
    get("package-weights",         403, 403, 403, 403, 403, 403, 403),
    post("package-weights",        403, 403, 403, 403, 403, 403, 403),
    get("open-points",             200, 200, 200, 200, 200, 200, 403),
    get("open-point-new",          403, 403, 200, 403, 200, 403, 403),
    post("open-point-new",         403, 403, 422, 403, 422, 403, 403),
    get("open-point-edit",         403, 403, 200, 403, 200, 403, 403, thing="open_point"),
    post("open-point-edit",        403, 403, 422, 403, 422, 403, 403, thing="open_point"),
    get("open-point-stand",        403, 403, 200, 403, 200, 403, 403, thing="open_point"),
    post("open-point-stand",       403, 403, 422, 403, 422, 403, 403, thing="open_point"),
    get("terms",                   200, 200, 200, 200, 200, 200, 403),
    post("terms",                  403, 403, 422, 403, 422, 403, 403),
    get("term-edit",               403, 403, 200, 403, 200, 403, 403, thing="term"),
    post("term-edit",              403, 403, 422, 403, 422, 403, 403, thing="term"),
    post("term-remove",            403, 403, 302, 403, 302, 403, 403, thing="term"),
    get("thermometer",             200, 200, 200, 200, 200, 200, 403),
    get("thermometer-export",      200, 200, 200, 200, 200, 200, 403),
    post("thermometer-print",      302, 302, 302, 302, 302, 302, 403),
    get("article-position",        403, 403, 200, 403, 200, 403, 403, thing="article"),
    post("article-position",       403, 403, 422, 403, 422, 403, 403, thing="article"),
    get("agreement-parties",       200, 200, 200, 200, 200, 200, 403),
    get("agreement-party-new",     403, 403, 200, 403, 200, 403, 403),
    post("agreement-party-new",    403, 403, 422, 403, 422, 403, 403),
    get("agreement-party-order",   403, 403, 200, 403, 200, 403, 403),
    post("agreement-party-order",  403, 403, 422, 403, 422, 403, 403),
    post("agreement-party-move",   403, 403, 302, 403, 302, 403, 403, thing="party"),
    get("agreement-party-edit",    403, 403, 200, 403, 200, 403, 403, thing="party"),
    post("agreement-party-edit",   403, 403, 422, 403, 422, 403, 403, thing="party"),
    post("agreement-party-status", 403, 403, 422, 403, 422, 403, 403, thing="party"),
    post("agreement-party-remove", 403, 403, 302, 403, 302, 403, 403, thing="party"),
    get("versions",                200, 200, 200, 200, 200, 200, 403),
    get("version-new",             403, 403, 200, 403, 200, 403, 403),
    post("version-new",            403, 403, 302, 403, 302, 403, 403),
    get("version-gate",            403, 403, 200, 403, 200, 403, 403),
    post("version-gate",           403, 403, 422, 403, 422, 403, 403),
    get("version-void",            403, 403, 200, 403, 200, 403, 403),
    post("version-void",           403, 403, 422, 403, 422, 403, 403),
    get("version",                 200, 200, 200, 200, 200, 200, 403),
    get("consultation",            200, 200, 200, 200, 200, 200, 403),
    post("consultation",           403, 403, 200, 403, 200, 403, 403),
    post("consultation-close",     403, 403, 302, 403, 302, 403, 403),
    get("consultation-reply",      403, 403, 403, 403, 403, 403, 403),
    post("consultation-reply",     403, 403, 403, 403, 403, 403, 403),
    post("consultation-link-new",  403, 403, 200, 403, 200, 403, 403),
    post("version-print",          302, 302, 302, 302, 302, 302, 403),
    post("version-compare-print",  302, 302, 302, 302, 302, 302, 403),
    get("version-status",          302, 302, 302, 302, 302, 302, 403),
    post("version-retry",          403, 403, 302, 403, 302, 403, 403),
    get("version-file",            200, 200, 200, 200, 200, 200, 403),
    get("version-pdf",             404, 404, 404, 404, 404, 404, 403),
    # --- deliverables: the ontwikkelperspectief
    get("perspective",             200, 200, 200, 200, 200, 200, 403),
    get("perspective-sections",    403, 403, 200, 403, 200, 403, 403),
    post("perspective-sections",   403, 403, 422, 403, 422, 403, 403),
    post("perspective-begin",      403, 403, 302, 403, 302, 403, 403),
    get("perspective-section",     200, 200, 200, 200, 200, 200, 403, thing="section"),
    get("perspective-section-edit", 403, 403, 200, 403, 200, 403, 403, thing="section"),
    post("perspective-section-edit", 403, 403, 422, 403, 422, 403, 403, thing="section"),
    post("perspective-section-move", 403, 403, 302, 403, 302, 403, 403, thing="section"),
    get("perspective-section-remove", 403, 403, 200, 403, 200, 403, 403, thing="section"),
    post("perspective-section-remove", 403, 403, 302, 403, 302, 403, 403, thing="section"),
    get("perspective-section-history", 200, 200, 200, 200, 200, 200, 403, thing="section"),
    get("main-choice",             200, 200, 200, 200, 200, 200, 403, thing="choice"),
    get("main-choice-new",         403, 403, 200, 403, 200, 403, 403),
    post("main-choice-new",        403, 403, 422, 403, 422, 403, 403),
    get("main-choice-edit",        403, 403, 200, 403, 200, 403, 403, thing="choice"),
    post("main-choice-edit",       403, 403, 422, 403, 422, 403, 403, thing="choice"),
    get("main-choice-remove",      403, 403, 200, 403, 200, 403, 403, thing="choice"),
    post("main-choice-remove",     403, 403, 302, 403, 302, 403, 403, thing="choice"),
    get("main-choice-history",     200, 200, 200, 200, 200, 200, 403, thing="choice"),
    get("perspective-figure-new",  403, 403, 200, 403, 200, 403, 403),
    post("perspective-figure-new", 403, 403, 422, 403, 422, 403, 403),
    get("perspective-figure-edit", 403, 403, 200, 403, 200, 403, 403, thing="figure"),
    post("perspective-figure-edit", 403, 403, 422, 403, 422, 403, 403, thing="figure"),
    get("perspective-figure-remove", 403, 403, 200, 403, 200, 403, 403, thing="figure"),
    post("perspective-figure-remove", 403, 403, 302, 403, 302, 403, 403, thing="figure"),
    get("perspective-figure-file", 200, 200, 200, 200, 200, 200, 403, thing="figure"),
    get("perspective-versions",    200, 200, 200, 200, 200, 200, 403),
    get("perspective-version-new", 403, 403, 200, 403, 200, 403, 403),
    post("perspective-version-new", 403, 403, 302, 403, 302, 403, 403),
    get("perspective-version",     200, 200, 200, 200, 200, 200, 403),
    get("perspective-version-difference", 200, 200, 200, 200, 200, 200, 403),
    get("perspective-version-status", 302, 302, 302, 302, 302, 302, 403),
    post("perspective-version-retry", 403, 403, 302, 403, 302, 403, 403),
    get("perspective-version-pdf", 404, 404, 404, 404, 404, 404, 403),
    get("perspective-version-file", 200, 200, 200, 200, 200, 200, 403),
    get("perspective-approve",     403, 403, 200, 403, 200, 403, 403),
    post("perspective-approve",    403, 403, 422, 403, 422, 403, 403),
    get("approval-withdraw",       403, 403, 200, 403, 200, 403, 403, thing="approval"),
    post("approval-withdraw",      403, 403, 422, 403, 422, 403, 403, thing="approval"),
    get("perspective-endorse",     403, 403, 200, 403, 200, 403, 403),
    post("perspective-endorse",    403, 403, 422, 403, 422, 403, 403),
    get("perspective-adopt",       403, 403, 200, 403, 200, 403, 403),
    post("perspective-adopt",      403, 403, 422, 403, 422, 403, 403),
    post("endorsement-remove",     403, 403, 302, 403, 302, 403, 403, thing="endorsement"),
    post("adoption-remove",        403, 403, 302, 403, 302, 403, 403, thing="adoption"),
    get("exchange",                200, 200, 200, 200, 200, 200, 403),
    get("proposal-state",          403, 403, 200, 403, 200, 403, 403),
    post("proposal-state",         403, 403, 422, 403, 422, 403, 403),
    get("exchange-new",            403, 403, 200, 403, 200, 403, 403),
    post("exchange-new",           403, 403, 422, 403, 422, 403, 403),
    get("exchange-edit",           403, 403, 200, 403, 200, 403, 403, thing="exchange"),
    post("exchange-edit",          403, 403, 422, 403, 422, 403, 403, thing="exchange"),
    post("exchange-remove",        403, 403, 302, 403, 302, 403, 403, thing="exchange"),
    get("exchange-moment-new",     403, 403, 200, 403, 200, 403, 403),
    post("exchange-moment-new",    403, 403, 422, 403, 422, 403, 403),
    get("exchange-moment-edit",    403, 403, 200, 403, 200, 403, 403, thing="exchange_moment"),
    post("exchange-moment-edit",   403, 403, 422, 403, 422, 403, 403, thing="exchange_moment"),
    post("exchange-moment-remove", 403, 403, 302, 403, 302, 403, 403, thing="exchange_moment"),
    get("involvement-new",         403, 403, 200, 403, 200, 403, 403),
    post("involvement-new",        403, 403, 422, 403, 422, 403, 403),
    get("involvement-edit",        403, 403, 200, 403, 200, 403, 403, thing="involvement"),
    post("involvement-edit",       403, 403, 422, 403, 422, 403, 403, thing="involvement"),
    post("involvement-remove",     403, 403, 302, 403, 302, 403, 403, thing="involvement"),
    # --- deliverables: the uitvoeringsagenda and its versions
    get("agenda-timeline",         200, 200, 200, 200, 200, 200, 403),
    get("agenda-versions",         200, 200, 200, 200, 200, 200, 403),
    get("agenda-version-new",      403, 403, 200, 403, 200, 403, 403),
    post("agenda-version-new",     403, 403, 302, 403, 302, 403, 403),
    get("agenda-version",          200, 200, 200, 200, 200, 200, 403),
    get("agenda-version-difference", 200, 200, 200, 200, 200, 200, 403),
    get("agenda-version-status",   302, 302, 302, 302, 302, 302, 403),
    post("agenda-version-retry",   403, 403, 302, 403, 302, 403, 403),
    get("agenda-version-pdf",      404, 404, 404, 404, 404, 404, 403),
    get("agenda-memory",           200, 200, 200, 200, 200, 200, 403),
    get("agenda-memory-csv",       200, 200, 200, 200, 200, 200, 403),
    # --- deliverables: checkpoints and reminders
    get("checkpoints",             200, 200, 200, 200, 200, 200, 403),
    get("checkpoint",              200, 200, 200, 200, 200, 200, 403, thing="checkpoint"),
    get("checkpoint-new",          403, 403, 403, 403, 200, 200, 403),
    post("checkpoint-new",         403, 403, 403, 403, 422, 422, 403),
    get("checkpoint-edit",         403, 403, 403, 403, 200, 200, 403, thing="checkpoint"),
    post("checkpoint-edit",        403, 403, 403, 403, 422, 422, 403, thing="checkpoint"),
    get("checkpoint-remove",       403, 403, 403, 403, 200, 200, 403, thing="checkpoint"),
    post("checkpoint-remove",      403, 403, 403, 403, 302, 302, 403, thing="checkpoint"),
    post("requirement-status",     403, 403, 403, 403, 302, 302, 403, thing="requirement", status="klaar"),
    get("all-checkpoints",         200, 200, 200, 200, 200, 200, 403, in_area=False),
    get("checkpoint-new-shared",   403, 403, 403, 403, 200, 200, 403, in_area=False),
    post("checkpoint-new-shared",  403, 403, 403, 403, 422, 422, 403, in_area=False),
    # --- deliverables: bestuurlijke overleggen and what was agreed there
    get("board-meetings",          200, 200, 200, 200, 200, 200, 403),
    get("area-board-meeting",      200, 200, 200, 200, 200, 200, 403, thing="board_meeting"),
    post("board-meeting-print",    302, 302, 302, 302, 302, 302, 403, thing="board_meeting"),
    get("board-table",             403, 403, 200, 403, 200, 200, 403, thing="board_meeting"),
    post("board-table",            403, 403, 302, 403, 302, 302, 403, thing="board_meeting"),
    get("board-outcome-new",       403, 403, 200, 403, 200, 200, 403, thing="board_meeting"),
    post("board-outcome-new",      403, 403, 422, 403, 422, 422, 403, thing="board_meeting"),
    get("board-outcome",           200, 200, 200, 200, 200, 200, 403, thing="outcome"),
    get("board-outcome-edit",      403, 403, 200, 403, 200, 200, 403, thing="outcome"),
    post("board-outcome-edit",     403, 403, 422, 403, 422, 422, 403, thing="outcome"),
    get("board-outcome-report",    403, 403, 200, 403, 200, 200, 403, thing="outcome"),
    post("board-outcome-report",   403, 403, 422, 403, 422, 422, 403, thing="outcome"),
    get("board-outcome-continue",  403, 403, 200, 403, 200, 200, 403, thing="outcome"),
    post("board-outcome-continue", 403, 403, 422, 403, 422, 422, 403, thing="outcome"),
    get("all-board-outcomes",      200, 200, 200, 200, 200, 200, 403, in_area=False),
    get("board-outcomes-csv",      200, 200, 200, 200, 200, 200, 403, in_area=False),
    get("board-outcomes-xlsx",     200, 200, 200, 200, 200, 200, 403, in_area=False),
    get("board-meeting",           200, 200, 200, 200, 200, 200, 403, thing="board_meeting", in_area=False),
    get("reminders",               200, 200, 200, 200, 200, 200, 200, in_area=False),
    post("reminder-retry",         403, 403, 403, 403, 302, 302, 403, thing="reminder", in_area=False),
    get("photos",                  200, 200, 200, 200, 200, 200, 403),
    post("photo-take",             403, 403, 422, 403, 422, 422, 403),
    get("photo",                   200, 200, 200, 200, 200, 200, 403),
    get("photo-compare",           200, 200, 200, 200, 200, 200, 403),
    get("factsheets",              200, 200, 200, 200, 200, 200, 403, in_area=False),
    get("factsheets-compare",      200, 200, 200, 200, 200, 200, 403, in_area=False),
    post("photos-take",            403, 403, 403, 403, 403, 422, 403, in_area=False),
    # --- deliverables: the uitvoeringsagenda
    get("agenda",                  200, 200, 200, 200, 200, 200, 403),
    get("agenda-csv",              200, 200, 200, 200, 200, 200, 403),
    get("measure",                 200, 200, 200, 200, 200, 200, 403, thing="measure"),
    get("agenda-chance",           200, 200, 200, 200, 200, 200, 403),
    get("measure-estimate",        403, 403, 200, 403, 200, 403, 403, thing="measure"),
    post("measure-estimate",       403, 403, 302, 403, 302, 403, 403, thing="measure", version="1"),
    get("agenda-xlsx",             200, 200, 200, 200, 200, 200, 403),
    get("agenda-import",           403, 403, 200, 403, 200, 403, 403),
    post("agenda-import",          403, 403, 422, 403, 422, 403, 403),
    get("agenda-import-example",   403, 403, 200, 403, 200, 403, 403),
    get("agenda-import-one",       403, 403, 200, 403, 200, 403, 403, thing="agenda_import"),
    get("agenda-import-status",    403, 403, 302, 403, 302, 403, 403, thing="agenda_import"),
    post("agenda-import-correct",  403, 403, 302, 403, 302, 403, 403, thing="agenda_import", version="1"),
    post("agenda-import-confirm",  403, 403, 302, 403, 302, 403, 403, thing="agenda_import", version="1"),
    post("agenda-import-cancel",   403, 403, 302, 403, 302, 403, 403, thing="agenda_import", version="1"),
    get("measure-report",          403, 403, 200, 403, 200, 403, 403, thing="measure"),
    post("measure-report",         403, 403, 422, 403, 422, 403, 403, thing="measure"),
    # --- deliverables: what measures wait for, and moving them; who has the lead of a measure may propose dates
    get("plan-rules",              200, 200, 200, 200, 200, 200, 403),
    get("dependency-new",          403, 403, 200, 403, 200, 403, 403, thing="measure"),
    post("dependency-new",         403, 403, 422, 403, 422, 403, 403, thing="measure"),
    get("dependency-edit",         403, 403, 200, 403, 200, 403, 403, thing="dependency"),
    post("dependency-edit",        403, 403, 422, 403, 422, 403, 403, thing="dependency"),
    get("dependency-remove",       403, 403, 200, 403, 200, 403, 403, thing="dependency"),
    post("dependency-remove",      403, 403, 302, 403, 302, 403, 403, thing="dependency"),
    get("dependency-answer",       403, 403, 200, 403, 200, 403, 403, thing="asked_dependency"),
    post("dependency-answer",      403, 403, 302, 403, 302, 403, 403, thing="asked_dependency", antwoord="ja"),
    get("deadline-new",            403, 403, 200, 403, 200, 403, 403, thing="measure"),
    post("deadline-new",           403, 403, 422, 403, 422, 403, 403, thing="measure"),
    get("deadline-edit",           403, 403, 200, 403, 200, 403, 403, thing="deadline"),
    post("deadline-edit",          403, 403, 422, 403, 422, 403, 403, thing="deadline"),
    get("deadline-remove",         403, 403, 200, 403, 200, 403, 403, thing="deadline"),
    post("deadline-remove",        403, 403, 302, 403, 302, 403, 403, thing="deadline"),
    get("conditions",              200, 200, 200, 200, 200, 200, 403),
    get("condition",               200, 200, 200, 200, 200, 200, 403, thing="condition"),
    post("condition",              403, 403, 422, 403, 422, 403, 403, thing="condition"),
    get("condition-new",           403, 403, 200, 403, 200, 200, 403),
    post("condition-new",          403, 403, 422, 403, 422, 422, 403),
    get("condition-edit",          403, 403, 200, 403, 200, 403, 403, thing="condition"),
    post("condition-edit",         403, 403, 422, 403, 422, 403, 403, thing="condition"),
    post("condition-state",        403, 403, 302, 403, 302, 403, 403, thing="condition", stand="vervuld"),
    post("condition-unlink",       403, 403, 302, 403, 302, 403, 403, thing="condition"),
    get("measure-move",            403, 403, 200, 403, 200, 403, 403, thing="measure"),
    post("measure-move",           403, 403, 422, 403, 422, 403, 403, thing="measure"),
    get("plan-batch",              200, 200, 200, 200, 200, 200, 403, thing="batch"),
    post("plan-batch",             403, 403, 302, 403, 302, 403, 403, thing="batch"),
    get("date-proposal",           200, 200, 200, 200, 200, 200, 403, thing="date_proposal"),
    post("date-proposal",          403, 403, 422, 403, 422, 403, 403, thing="date_proposal"),
    get("measure-history",         200, 200, 200, 200, 200, 200, 403, thing="measure"),
    get("measure-new",             200, 403, 200, 200, 200, 403, 403),
    post("measure-new",            422, 403, 422, 422, 422, 403, 403),
    get("measure-edit",            403, 403, 200, 403, 200, 403, 403, thing="measure"),
    post("measure-edit",           403, 403, 422, 403, 422, 403, 403, thing="measure"),
    get("measure-status",          403, 403, 200, 403, 200, 403, 403, thing="measure"),
    post("measure-status",         403, 403, 422, 403, 422, 403, 403, thing="measure"),
    get("agenda-chapters",         403, 403, 200, 403, 200, 403, 403),
    post("agenda-chapters",        403, 403, 422, 403, 422, 403, 403),
    get("agenda-chapter",          403, 403, 200, 403, 200, 403, 403, thing="agendachapter"),
    post("agenda-chapter",         403, 403, 422, 403, 422, 403, 403, thing="agendachapter"),
    # --- deliverables: the money of an area
    get("investments",             200, 200, 200, 200, 200, 200, 403),
    get("investments-xlsx",        200, 200, 200, 200, 200, 200, 403),
    post("investments-print",      302, 302, 302, 302, 302, 302, 403),
    get("measure-money",           200, 200, 200, 200, 200, 200, 403, thing="measure"),
    get("measure-money-history",   200, 200, 200, 200, 200, 200, 403, thing="measure"),
    get("estimate-new",            403, 403, 200, 403, 200, 403, 403, thing="measure"),
    post("estimate-new",           403, 403, 422, 403, 422, 403, 403, thing="measure"),
    get("contribution-new",        403, 403, 200, 403, 200, 403, 403),
    post("contribution-new",       403, 403, 422, 403, 422, 403, 403),
    get("contribution-edit",       403, 403, 200, 403, 200, 403, 403, thing="contribution"),
    post("contribution-edit",      403, 403, 422, 403, 422, 403, 403, thing="contribution"),
    get("contribution-spending",   403, 403, 200, 403, 200, 403, 403, thing="contribution"),
    post("contribution-spending",  403, 403, 409, 403, 409, 403, 403, thing="contribution"),
    post("contribution-remove",    403, 403, 302, 403, 302, 403, 403, thing="contribution"),
    get("balance-rule",            403, 403, 200, 403, 200, 403, 403),
    post("balance-rule",           403, 403, 422, 403, 422, 403, 403),
    get("funds",                   200, 200, 200, 200, 200, 200, 403),
    get("fund-new",                403, 403, 200, 403, 200, 200, 403),
    post("fund-new",               403, 403, 422, 403, 422, 422, 403),
    get("fund-edit",               403, 403, 200, 403, 200, 403, 403, thing="fund"),
    post("fund-edit",              403, 403, 422, 403, 422, 403, 403, thing="fund"),
    get("fund-remove",             403, 403, 200, 403, 200, 403, 403, thing="fund"),
    post("fund-remove",            403, 403, 302, 403, 302, 403, 403, thing="fund"),
    get("price-series",            200, 200, 200, 200, 200, 200, 403),
    get("price-series-new",        403, 403, 403, 403, 403, 200, 403),
    post("price-series-new",       403, 403, 403, 403, 403, 422, 403),
    get("price-series-edit",       403, 403, 403, 403, 403, 200, 403, thing="price_series"),
    post("price-series-edit",      403, 403, 403, 403, 403, 422, 403, thing="price_series"),
    post("price-series-remove",    403, 403, 403, 403, 403, 302, 403, thing="price_series"),
    get("process-money",           200, 200, 200, 200, 200, 200, 403),
    get("process-money-new",       403, 403, 200, 403, 200, 403, 403),
    post("process-money-new",      403, 403, 422, 403, 422, 403, 403),
    get("process-money-edit",      403, 403, 200, 403, 200, 403, 403, thing="process_money"),
    post("process-money-edit",     403, 403, 422, 403, 422, 403, 403, thing="process_money"),
    post("process-money-remove",   403, 403, 302, 403, 302, 403, 403, thing="process_money"),
    # --- deliverables: the arrangement of a province
    get("arrangement",             200, 200, 200, 200, 200, 200, 403),
    get("arrangement-xlsx",        200, 200, 200, 200, 200, 200, 403),
    get("arrangement-letter",      200, 200, 200, 200, 200, 200, 403),
    post("arrangement-print",      302, 302, 302, 302, 302, 302, 403),
    get("arrangement-agreement",   200, 200, 200, 200, 200, 200, 403, thing="agreement"),
    get("arrangement-agreement-history",  200, 200, 200, 200, 200, 200, 403, thing="agreement"),
    get("arrangement-agreement-new",      403, 403, 200, 403, 200, 403, 403),
    post("arrangement-agreement-new",     403, 403, 422, 403, 422, 403, 403),
    get("arrangement-agreement-edit",     403, 403, 200, 403, 200, 403, 403, thing="agreement"),
    post("arrangement-agreement-edit",    403, 403, 422, 403, 422, 403, 403, thing="agreement"),
    get("arrangement-agreement-remove",   403, 403, 200, 403, 200, 403, 403, thing="agreement"),
    post("arrangement-agreement-remove",  403, 403, 302, 403, 302, 403, 403, thing="agreement"),
    get("arrangement-state",       403, 403, 200, 403, 200, 200, 403, thing="arrangement"),
    post("arrangement-state",      403, 403, 422, 403, 422, 422, 403, thing="arrangement"),
    get("commitment-new",          403, 403, 200, 403, 200, 403, 403, thing="agreement"),
    post("commitment-new",         403, 403, 422, 403, 422, 403, 403, thing="agreement"),
    get("commitment-edit",         403, 403, 200, 403, 200, 403, 403, thing="commitment"),
    post("commitment-edit",        403, 403, 422, 403, 422, 403, 403, thing="commitment"),
    get("commitment-state",        403, 403, 200, 403, 200, 403, 403, thing="commitment"),
    post("commitment-state",       403, 403, 422, 403, 422, 403, 403, thing="commitment"),
    get("commitment-quantity",     403, 403, 200, 403, 200, 403, 403, thing="commitment"),
    post("commitment-quantity",    403, 403, 422, 403, 422, 403, 403, thing="commitment"),
    post("commitment-remove",      403, 403, 302, 403, 302, 403, 403, thing="commitment"),
    get("agreement-stance-new",    403, 403, 200, 403, 200, 403, 403, thing="agreement"),
    post("agreement-stance-new",   403, 403, 422, 403, 422, 403, 403, thing="agreement"),
    get("agreement-stance-edit",   403, 403, 200, 403, 200, 403, 403, thing="stance"),
    post("agreement-stance-edit",  403, 403, 422, 403, 422, 403, 403, thing="stance"),
    post("agreement-stance-remove",  403, 403, 302, 403, 302, 403, 403, thing="stance"),
    get("agreement-stance-letter",  200, 200, 200, 200, 200, 200, 403, thing="agreement"),
    # --- dashboards
    get("home",                    200, 200, 200, 302, 200, 302, 302, in_area=False),
    get("overview",                200, 200, 200, 200, 200, 200, 200, in_area=False),
    get("province",                200, 200, 200, 200, 200, 200, 403),
    post("province-print",         302, 302, 302, 302, 302, 302, 403),
    get("fund-overview",           200, 200, 200, 200, 200, 200, 403, in_area=False),
    get("overview-export",         200, 200, 200, 200, 200, 200, 200, in_area=False),
    get("area",                    200, 200, 200, 200, 200, 200, 403),
    get("parties",                 200, 200, 200, 200, 200, 200, 403),
    get("party-export",            200, 200, 200, 200, 200, 200, 403),
    get("party",                   200, 200, 200, 200, 200, 200, 403, thing="organisation"),
    get("party-history",           200, 200, 200, 200, 200, 200, 403, thing="organisation"),
    get("party-leave",             403, 200, 200, 403, 200, 403, 403, thing="organisation"),
    post("party-leave",            403, 302, 302, 403, 302, 403, 403, thing="organisation"),
    get("roles",                   403, 403, 200, 403, 200, 403, 403),
    get("handover",                403, 403, 200, 403, 200, 403, 403, thing="twin_person"),
    post("handover",               403, 403, 422, 403, 422, 403, 403, thing="twin_person"),
    post("handover-print",         403, 403, 302, 403, 302, 403, 403, thing="twin_person"),
]
# fmt: on
BY_NAME = {row.name: row for row in TABLE}


@pytest.fixture(scope="module")
def world(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[World]:
    """Build people and objects once; every request is undone, and in the end all of it."""
    logging.disable(logging.WARNING)  # refusing is what is tried here
    with django_db_blocker.unblock(), transaction.atomic():
        yield World()
        transaction.set_rollback(True)
    logging.disable(logging.NOTSET)


def test_every_route_is_in_the_table() -> None:
    assert set(routes()) - {row.route for row in TABLE} - OPEN.keys() - OPEN_ELSEWHERE - ACCOUNT == set()


def test_every_row_has_a_route() -> None:
    assert {row.route for row in TABLE} | OPEN.keys() | OPEN_ELSEWHERE | ACCOUNT <= set(routes())


def test_only_the_listed_routes_do_without_signing_in() -> None:
    public = {name for name, pattern in routes().items() if not getattr(pattern.callback, "login_required", True)}
    assert public == OPEN.keys() | OPEN_ELSEWHERE


@pytest.mark.parametrize("name", BY_NAME)
def test_everybody_gets_what_the_table_says_and_asking_changes_nothing(world: World, name: str) -> None:
    tried = everybody_tries(world, BY_NAME[name])
    assert tried.statuses == wanted(BY_NAME[name])
    assert BY_NAME[name].method == "POST" or tried.writes == []


@pytest.mark.parametrize("name", BY_NAME)
def test_who_is_not_signed_in_is_asked_to(world: World, name: str) -> None:
    response = anonymous(world, BY_NAME[name])
    assert response.status_code == 302
    assert response["Location"].startswith("/accounts/login/?next=/")


@pytest.mark.parametrize("route", sorted({row.route for row in TABLE}))
def test_method_that_is_not_in_the_table_is_refused(world: World, route: str) -> None:
    rows = {row.method: row for row in TABLE if row.route == route}
    for method in {"GET", "POST"} - rows.keys():
        other = next(iter(rows.values()))
        missing = replace(other, method=method, data=())
        assert somebody_who_may(world, other, missing) == 405


def test_what_is_nowhere_is_no_page_for_who_may_open_what_is_there(world: World) -> None:
    found = {}
    for row in TABLE:
        persona = next((key for key in COLUMNS if row.expected(key, OWN) not in {403, 404}), None)
        address = world.address(row, OWN)
        for key in sorted(set(AN_ID.findall(address))) if persona else ():
            with undone():
                answer = send(world.clients[persona], row, address.replace(key, NOWHERE))
            if answer.status_code not in {404, SAID_ON_THE_PAGE.get(row.route, 404)}:
                found[f"{row.name}: {address}"] = answer.status_code
    assert found == {}


@pytest.mark.parametrize("route", sorted(OPEN))
def test_open_page_is_the_same_for_everybody(world: World, route: str) -> None:
    address = world.address(Row(route, "GET", ()), OWN)
    found = set()
    for client in (Client(), *world.clients.values()):
        with undone():
            found.add(client.get(address).status_code)
    assert found == {OPEN[route]}


def test_people_of_the_practice_environment_are_the_columns(world: World) -> None:
    assert tuple(sorted(world.people)) == tuple(sorted(PERSONAS))


LINES = "Eerste regel zus.\n3. Derde regel zo."
KEEPS_LINES = {"report", "source-text", "sources__words", "said__what", "letter__plain", "clash__text", "differences"}
"""Classes whose style shows every line of a text on a line of its own."""
NO_LINES = {"own_formula", "signatories"}
"""One sentence of a document, however it was typed, and functions of which each has a line and commas stand between."""


def test_no_line_of_a_text_runs_into_the_next(world: World) -> None:
    found: dict[str, str] = {}
    with undone():
        write_everywhere(LINES)
        for row in (row for row in TABLE if row.method == "GET"):
            persona = next((key for key in reversed(COLUMNS) if row.expected(key, OWN) == 200), None)
            if persona is None:
                continue
            answer = world.clients[persona].get(world.address(row, OWN))
            if (
                answer.status_code == 200
                and answer.get("Content-Type", "").startswith("text/html")
                and answer.content.strip()
            ):
                found |= {f"{row.route}: {words}": words for words in run_together(answer.content.decode())}
    assert "\n".join(sorted(found)) == ""


def write_everywhere(words: str) -> None:
    """Put these words in every text of several lines that is not frozen."""
    for model in apps.get_models():
        fields = [
            field.column
            for field in model._meta.local_fields
            if type(field) is TextField and field.name not in NO_LINES
        ]
        if model.__module__.split(".")[0] not in {"areas", "coalition", "deliverables"} or not fields:
            continue
        if issubclass(model, PdfJob) or "pgh_id" in {field.name for field in model._meta.fields}:
            continue
        changes = ", ".join(f'"{column}" = %s' for column in fields)
        with connection.cursor() as cursor:
            cursor.execute(f'UPDATE "{model._meta.db_table}" SET {changes}', [words] * len(fields))  # noqa: S608


def run_together(page: str) -> Iterator[str]:
    """Name the elements in which both lines stand as one."""
    for element in parser.fromstring(page.encode()).iter():
        for text in (element.text, *(child.tail for child in element)):
            if (
                text
                and all(line in text for line in LINES.split("\n"))
                and element.tag not in {"textarea", "pre", "option"}
            ):
                around = [element, *element.iterancestors()]
                if not any(KEEPS_LINES & set((up.get("class") or "").split()) for up in around):
                    yield f"{element.tag} {element.get('class') or ''} {' '.join(text.split())[:60]}"
