"""The words of marked passages."""

from django.db.models import TextChoices


class PassageMark(TextChoices):
    """What a marked passage of a report is."""

    FACT = "feit", "Feit"
    POSITION = "standpunt", "Standpunt van de organisatie"
    PERSONAL = "persoonlijk", "Persoonlijke beleidsopvatting"
    COMMERCIAL = "bedrijf", "Bedrijfsvertrouwelijk"
