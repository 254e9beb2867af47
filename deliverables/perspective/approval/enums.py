"""The words of approving and endorsing a perspective."""

from django.db.models import TextChoices


class Half(TextChoices):
    """One half of the rijk-regio duo."""

    STATE = "rijk", "Rijk"
    REGION = "regio", "Regio"


class Wording(TextChoices):
    """What a bestuurlijk overleg said of a version."""

    ENDORSED = "onderschreven", "Onderschreven"
    NOTED = "kennisgenomen", "Kennisgenomen"
    ADOPTED = "vastgesteld", "Vastgesteld"
