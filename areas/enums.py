"""Roles, and the permissions that the one door to an area asks for."""

from enum import StrEnum

from django.db.models import TextChoices


class Role(TextChoices):
    PARTICIPANT = "deelnemer", "Deelnemer"
    INTERVIEWER = "gespreksvoerder", "Gespreksvoerder"
    PLANNING_GROUP = "planningsgroep", "Planningsgroep"
    EXECUTIVE = "bestuurder", "Bestuurder"
    AREA_ADMIN = "gebiedsbeheerder", "Gebiedsbeheerder"
    PROGRAMME_TEAM = "regieteam", "Regieteam"
    AUDITOR = "auditor", "Auditor"


# Roles across areas: a membership without an area.
NATIONAL_ROLES = frozenset({Role.PROGRAMME_TEAM, Role.AUDITOR})


class Permission(StrEnum):
    """What one may need to do in an area; `areas.access.PERMISSIONS` says which role may."""

    VIEW_AREA = "view_area"  # dashboard of the area
    VIEW_FACTSHEET = "view_factsheet"
    EDIT_FACTSHEET = "edit_factsheet"
    TAKE_PHOTO = "take_photo"  # freeze the factsheet at a moment
    VIEW_PARTIES = "view_parties"
    EDIT_PARTIES = "edit_parties"  # organisations, persons in roles, mandates, import; sees the area's notes
    CORRECT_PARTIES = "correct_parties"  # what areas share of an organisation, also where it takes part elsewhere
    VIEW_CONTACT_DATA = "view_contact_data"  # e-mail addresses and telephone numbers of persons
    MERGE_PARTIES = "merge_parties"
    HAND_OVER_ROLES = "hand_over_roles"
    VIEW_CONVERSATIONS = "view_conversations"  # the list, of what one may read
    LOG_CONVERSATION = "log_conversation"
    READ_PLANNING_LEVEL = "read_planning_level"  # conversations on level planningsgroep
    VIEW_PLANNING_GROUP = "view_backbone"  # who is in the planning group, and its decisions
    WORK_IN_PLANNING_GROUP = "work_in_backbone"  # seats, actions, decisions, meetings, weekstart
    STATE_OWN_POSITION = "state_own_position"  # where one's own organisation stands on a decision
    VIEW_ANALYSIS = "view_analysis"  # who was heard, common ground, influence, network; no confidential words
    EDIT_ANALYSIS = "edit_analysis"  # scores of organisations, relations, cooperation scans
    VIEW_AMBITIONS = "view_ambitions"
    EDIT_AMBITIONS = "edit_ambitions"
    VIEW_AGREEMENT = "view_agreement"
    EDIT_AGREEMENT = "edit_agreement"
    TAKE_OVER_READING = "take_over_reading"  # texts of an akkoord from before are read as they were typed
    VIEW_PERSPECTIVE = "view_perspective"  # the ontwikkelperspectief: sections, main choices, versions, wisselwerking
    EDIT_PERSPECTIVE = "edit_perspective"
    MANAGE_PERSPECTIVE_TEMPLATE = "manage_perspective_template"  # the parts every area may begin its perspective with
    VIEW_AGENDA = "view_agenda"  # the uitvoeringsagenda: measures, what waits for what, versions
    PROPOSE_MEASURE = "propose_measure"
    EDIT_AGENDA = "edit_agenda"
    VIEW_INVESTMENTS = "view_investments"  # what measures cost, who contributes what, and process money
    EDIT_INVESTMENTS = "edit_investments"
    MANAGE_FUNDS = "manage_funds"  # the funds that every area may draw on
    VIEW_ARRANGEMENT = "view_arrangement"  # reciprocal agreements of Rijk and region, and who decided on them
    EDIT_ARRANGEMENT = "edit_arrangement"
    MANAGE_ARRANGEMENTS = "manage_arrangements"  # the state of an arrangement that areas of a province share
    VIEW_CHECKPOINTS = "view_checkpoints"
    MANAGE_CHECKPOINTS = "manage_checkpoints"
    EDIT_BOARD_OUTCOMES = "edit_board_outcomes"  # what was agreed at a bestuurlijk overleg, and who sat at the table
    VIEW_DELIVERY_LOG = "view_delivery_log"
    MANAGE_MEMBERS = "manage_members"
    MANAGE_PROGRAMMES = "manage_programmes"  # the list of national programmes
    VIEW_READ_LOG = "view_read_log"
    MANAGE_PERSONAL_DATA = "manage_personal_data"  # inzage, anonymising, retention and destruction
