"""The headings of a factsheet, and the two kinds of duo."""

from django.db.models import TextChoices


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


class DuoKind(TextChoices):
    EXECUTIVE = "rijk-regio", "Rijk-regio duo"
    OFFICIAL = "ambtelijk", "Ambtelijk duo"
