"""The words of organisations: their kinds, and the side they stand on."""

from django.db.models import TextChoices


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
