"""How one knows what a party says."""

from django.db.models import TextChoices


class GivenAs(TextChoices):
    """By whom a party speaks: the order is the order in which it counts."""

    OWN = "zelf", "Gezegd door de partij zelf"
    RECORDED = "vastgelegd", "Vastgelegd door de planningsgroep"
    LINK = "link", "Gezegd via de link"
