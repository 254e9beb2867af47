"""The words of ambitions and their support, and which state may follow which."""

from django.db.models import TextChoices

from novex_portal.toolkit.states import follow


class AmbitionStatus(TextChoices):
    PROPOSAL = "voorstel", "Voorstel"
    SHARED = "gedeeld", "Gedeeld"
    IN_AGREEMENT = "in-akkoord", "In het akkoord"
    DROPPED = "afgevallen", "Afgevallen"


follow(
    AmbitionStatus,
    {
        AmbitionStatus.PROPOSAL: {AmbitionStatus.SHARED, AmbitionStatus.DROPPED},
        AmbitionStatus.SHARED: {AmbitionStatus.PROPOSAL, AmbitionStatus.IN_AGREEMENT, AmbitionStatus.DROPPED},
        AmbitionStatus.IN_AGREEMENT: {AmbitionStatus.SHARED, AmbitionStatus.DROPPED},
        AmbitionStatus.DROPPED: {AmbitionStatus.PROPOSAL},
    },
)


class Support(TextChoices):
    """What a party says of an ambition."""

    SUPPORTS = "steunt", "Steunt"
    CONDITIONAL = "mits", "Steunt mits"
    OPPOSES = "niet", "Steunt niet"
    UNKNOWN = "onbekend", "Nog onbekend"
