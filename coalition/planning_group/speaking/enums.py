"""How one knows what a party says."""

from django.db.models import TextChoices


class GivenAs(TextChoices):
    """By whom a party speaks: the order is the order in which it counts."""

    OWN = "zelf", "Gezegd door de partij zelf"
    RECORDED = "vastgelegd", "Vastgelegd door de planningsgroep"
    LINK = "link", "Gezegd via de link"


MAX_SOURCE = 200


def given_words(given_as: str, party: object) -> str:
    """Say how one knows what a party says: what it did not say itself, it did not confirm either."""
    if given_as == GivenAs.OWN:
        return "gezegd door de partij zelf"
    return f"{GivenAs(given_as).label.lower()}, nog niet bevestigd door {party}"
