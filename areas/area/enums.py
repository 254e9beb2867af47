"""The words of an area: kinds of challenge, themes, the part a province plays, milestones."""

from django.db.models import TextChoices


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
