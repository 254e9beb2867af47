"""A little life in other areas, so that the overview has something to compare."""

from dataclasses import dataclass

from areas.parties.enums import OrganisationKind as Kind


@dataclass(frozen=True)
class Elsewhere:
    """An area: its parties, how many of them were spoken with, and how far it came."""

    slug: str
    parties: tuple[tuple[str, str], ...]
    spoken: int
    planning_group: int = 0  # the first so many parties have somebody in it
    ambition: str = ""


AREAS: tuple[Elsewhere, ...] = (
    Elsewhere(
        "groene-hart",
        (
            ("Provincie Utrecht", Kind.PROVINCE),
            ("Hoogheemraadschap De Stichtse Rijnlanden", Kind.WATER_AUTHORITY),
            ("Gemeente Woerden", Kind.MUNICIPALITY),
            ("Melkveehouders in het veen", Kind.CIVIL_SOCIETY),
        ),
        spoken=3,
        planning_group=4,
        ambition="Het veen blijft nat genoeg om niet verder te dalen",
    ),
    Elsewhere(
        "regio-zwolle",
        (
            ("Provincie Overijssel", Kind.PROVINCE),
            ("Gemeente Zwolle", Kind.MUNICIPALITY),
            ("Bouwers in de regio", Kind.COMPANY),
            ("Bewonersplatform IJsseldelta", Kind.RESIDENTS),
        ),
        spoken=4,
        planning_group=3,
        ambition="Elke nieuwe wijk kan tegen hoogwater en hitte",
    ),
    Elsewhere(
        "arnhem-nijmegen-foodvalley",
        (
            ("Provincie Gelderland", Kind.PROVINCE),
            ("Gemeente Ede", Kind.MUNICIPALITY),
            ("Voedselbedrijven in de vallei", Kind.COMPANY),
        ),
        spoken=2,
        planning_group=2,
    ),
    Elsewhere(
        "rotterdamse-haven",
        (("Gemeente Rotterdam", Kind.MUNICIPALITY), ("Havenbedrijven", Kind.COMPANY)),
        spoken=1,
        planning_group=1,
    ),
    Elsewhere(
        "lelylijn",
        (("Provincie Fryslân", Kind.PROVINCE), ("Gemeente Heerenveen", Kind.MUNICIPALITY)),
        spoken=0,
        planning_group=1,
    ),
)

DE_PEEL_ORGANISATIONS: tuple[tuple[str, str], ...] = (
    ("Provincie Noord-Brabant", Kind.PROVINCE),
    ("Gemeente Deurne", Kind.MUNICIPALITY),
    ("Waterschap Aa en Maas", Kind.WATER_AUTHORITY),
    ("Boerencollectief De Peel", Kind.CIVIL_SOCIETY),
)

DE_PEEL_TALKS: tuple[tuple[int, str, str, str, str], ...] = (
    (
        20,
        "Boerencollectief De Peel",
        "Woordvoerder",
        "Geef ons tien jaar zekerheid, dan durven wij te veranderen.",
        "Een bedrijf kunnen overdragen aan de kinderen.",
    ),
    (
        12,
        "Waterschap Aa en Maas",
        "Programmaleider",
        "Houd water hoog in het gebied vast voordat het wegstroomt.",
        "Genoeg water in droge zomers.",
    ),
)
