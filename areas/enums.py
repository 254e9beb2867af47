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
    VIEW_PARTIES = "view_parties"
    EDIT_PARTIES = "edit_parties"
    VIEW_CONVERSATIONS = "view_conversations"  # the list, of what one may read
    LOG_CONVERSATION = "log_conversation"
    READ_PLANNING_LEVEL = "read_planning_level"  # conversations on level planningsgroep
    VIEW_AMBITIONS = "view_ambitions"
    EDIT_AMBITIONS = "edit_ambitions"
    VIEW_AGREEMENT = "view_agreement"
    EDIT_AGREEMENT = "edit_agreement"
    VIEW_CHECKPOINTS = "view_checkpoints"
    MANAGE_CHECKPOINTS = "manage_checkpoints"
    VIEW_DELIVERY_LOG = "view_delivery_log"
    MANAGE_MEMBERS = "manage_members"
    VIEW_READ_LOG = "view_read_log"


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
