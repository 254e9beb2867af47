"""The words of the functions of the planning group."""

from django.db.models import TextChoices


class PlanningFunction(TextChoices):
    """The five functions of the ruggengraat (OFL, samenvatting van de verkenning Zuid-Limburg, December 2022)."""

    PLANNING = "planning", "Planning"
    MOBILISING = "mobiliseren", "Mensen en middelen mobiliseren"
    CONNECTING = "verbinden", "Vitale verbindingen mogelijk maken"
    RECORDING = "besluiten", "Besluitvorming vastleggen"
    MONITORING = "monitoring", "Gedeelde monitoring"
