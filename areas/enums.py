"""The words the areas app knows: roles, permissions, kinds of party and of challenge."""

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
    VIEW_BACKBONE = "view_backbone"  # who is in the planning group, and its decisions
    WORK_IN_BACKBONE = "work_in_backbone"  # seats, actions, decisions, meetings, weekstart
    STATE_OWN_POSITION = "state_own_position"  # where one's own organisation stands on a decision
    VIEW_ANALYSIS = "view_analysis"  # who was heard, common ground, influence, network; no confidential words
    EDIT_ANALYSIS = "edit_analysis"  # scores of organisations, relations, cooperation scans
    VIEW_AMBITIONS = "view_ambitions"
    EDIT_AMBITIONS = "edit_ambitions"
    VIEW_AGREEMENT = "view_agreement"
    EDIT_AGREEMENT = "edit_agreement"
    VIEW_CHECKPOINTS = "view_checkpoints"
    MANAGE_CHECKPOINTS = "manage_checkpoints"
    VIEW_DELIVERY_LOG = "view_delivery_log"
    MANAGE_MEMBERS = "manage_members"
    MANAGE_PROGRAMMES = "manage_programmes"  # the list of national programmes
    VIEW_READ_LOG = "view_read_log"
    MANAGE_PERSONAL_DATA = "manage_personal_data"  # inzage, anonymising, retention and destruction


class RecordKind(TextChoices):
    """The kinds of record that have a term after which they must go."""

    CONVERSATION = "gesprek", "Gesprekken"
    DRAFT = "concept", "Concepten van gesprekken"
    PARTY_IMPORT = "import", "Ingelezen bestanden met partijen"
    READING = "leeslog", "Leeslog"


class DestructionStatus(TextChoices):
    PROPOSED = "voorgesteld", "Voorgesteld"
    DONE = "vernietigd", "Vernietigd"
    WITHDRAWN = "ingetrokken", "Ingetrokken"


class Side(TextChoices):
    GOVERNMENT = "overheid", "Overheid"
    SOCIETY = "samenleving", "Samenleving"


class OrganisationKind(TextChoices):
    NATIONAL = "rijk", "Rijk"
    PROVINCE = "provincie", "Provincie"
    MUNICIPALITY = "gemeente", "Gemeente"
    WATER_AUTHORITY = "waterschap", "Waterschap"
    CIVIL_SOCIETY = "maatschappelijk", "Maatschappelijke organisatie"
    COMPANY = "bedrijf", "Bedrijf"
    KNOWLEDGE = "kennisinstelling", "Kennisinstelling"
    RESIDENTS = "bewoners", "Bewoners"

    @property
    def side(self) -> Side:
        """Government or society: follows from the kind, never stored beside it."""
        return Side.GOVERNMENT if self in GOVERNMENT_KINDS else Side.SOCIETY


GOVERNMENT_KINDS = frozenset(
    {
        OrganisationKind.NATIONAL,
        OrganisationKind.PROVINCE,
        OrganisationKind.MUNICIPALITY,
        OrganisationKind.WATER_AUTHORITY,
    }
)


class ChallengeKind(TextChoices):
    MAIN = "hoofd", "Hoofdopgave"
    LINKED = "meekoppelend", "Meekoppelende opgave"


class Theme(TextChoices):
    """What claims space: the one word by which challenges of different areas can be compared."""

    WATER_SOIL = "water-bodem", "Water en bodem"
    NATURE = "natuur", "Natuur en biodiversiteit"
    FARMING = "landbouw", "Landbouw en voedsel"
    HOUSING = "wonen", "Wonen en verstedelijking"
    MOBILITY = "mobiliteit", "Mobiliteit en bereikbaarheid"
    ENERGY = "energie", "Energie"
    ECONOMY = "economie", "Economie en bedrijven"
    LANDSCAPE = "landschap", "Landschap en erfgoed"
    LIVEABILITY = "leefbaarheid", "Leefbaarheid en gezondheid"
    CLIMATE = "klimaat", "Klimaatbestendigheid"


class ProvinceRole(TextChoices):
    PARTICIPANT = "deelnemer", "Deelnemer"
    LEADS = "trekker", "Trekker namens de regio"
    AUTHORITY = "bevoegd-gezag", "Deelnemer en bevoegd gezag"


class MilestoneKind(TextChoices):
    MILESTONE = "mijlpaal", "Mijlpaal"
    AGREEMENT = "afspraak", "Afspraak"


class MilestoneState(TextChoices):
    MADE = "gemaakt", "Gemaakt"
    COMING = "komt", "In het verschiet"


class FactsheetHeading(TextChoices):
    """The headings of a factsheet, in their order: the same for every area, so that all fly at one height."""

    STATE = "stand-van-zaken", "Stand van zaken"
    MAIN = "hoofdopgave", "Hoofdopgave"
    LINKED = "meekoppelend", "Meekoppelende opgaven"
    PROGRAMMES = "programmas", "Bijdrage aan nationale programma’s"
    FRICTIONS = "schuurpunten", "Ruimtelijke schuurpunten"
    MILESTONES = "mijlpalen", "Afspraken en mijlpalen"
    CONTACTS = "contactpersonen", "Contactpersonen"
    PERSPECTIVE = "perspectief", "Stand van het ontwikkelperspectief"
    PROVINCES = "provincies", "Provincies en hun rol"


class GoalKind(TextChoices):
    """How firm a national goal is; the three kinds of the startpakket (session of 31 October 2022)."""

    CONCRETE = "concreet", "Concreet doel"
    DIRECTION = "richtinggevend", "Richtinggevende uitspraak"
    UNCERTAIN = "onzeker", "Onzeker, voor de lange termijn"


class ProgrammeStatus(TextChoices):
    RUNNING = "loopt", "Loopt"
    FINISHED = "afgerond", "Afgerond"
    DROPPED = "vervallen", "Vervallen"
    TO_CONFIRM = "na-te-gaan", "Na te gaan"


class DuoKind(TextChoices):
    EXECUTIVE = "rijk-regio", "Rijk-regio duo"
    OFFICIAL = "ambtelijk", "Ambtelijk duo"


class MandateLevel(TextChoices):
    TALK = "meepraten", "Mag meepraten"
    RESERVE = "voorbehoud", "Mag toezeggen onder voorbehoud"
    BIND = "binden", "Mag binden"


class ImportStatus(TextChoices):
    """How far an import of parties is. Nothing is written before `CONFIRMED`."""

    WAITING = "wacht", "Wacht op controle"
    CHECKING = "controle", "Wordt gecontroleerd"
    CHECKED = "gecontroleerd", "Gecontroleerd"
    CONFIRMED = "bevestigd", "Wacht op verwerking"
    WRITING = "verwerking", "Wordt verwerkt"
    DONE = "klaar", "Verwerkt"
    CANCELLED = "geannuleerd", "Geannuleerd"
    FAILED = "mislukt", "Niet gelukt"
