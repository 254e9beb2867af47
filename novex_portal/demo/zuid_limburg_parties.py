"""Who is who in the practice area of Zuid-Limburg: umbrellas, roles, mandates. Roles only, nobody's name."""

from dataclasses import dataclass

from areas.mandates.enums import MandateLevel


@dataclass(frozen=True)
class Held:
    """A role at an organisation; days count from today, None is not known or open."""

    organisation: str
    role: str
    since: int | None = None
    until: int | None = None
    reachable: bool = False  # has an e-mail address and a telephone number, both fictional


@dataclass(frozen=True)
class Given:
    """A mandate of whoever holds a role."""

    organisation: str
    role: str
    level: str
    subject: str
    basis: str
    since: int
    until: int | None = None


# Umbrella, member.
UMBRELLAS: tuple[tuple[str, str], ...] = (
    ("Koepel van natuurorganisaties", "Natuurorganisatie"),
    ("Koepel van woningcorporaties", "Woningcorporatie"),
    ("Stadsregio Parkstad Limburg", "Gemeente Heerlen"),
    ("Stadsregio Parkstad Limburg", "Gemeente Kerkrade"),
)

# What the area keeps in mind about a party.
NOTES: tuple[tuple[str, str], ...] = (
    ("Landbouworganisatie", "Vergadert elke eerste maandag. Stuur stukken een week van tevoren."),
    ("Gemeente Vaals", "Wil graag meedoen vanwege de beken over de grens. Nog niet gesproken."),
    ("Stadsregio Parkstad Limburg", "Een handtekening van de stadsregio bindt de gemeenten niet."),
)

ROLES: tuple[Held, ...] = (
    Held("Waterschap Limburg", "Dijkgraaf", since=-1400, reachable=True),
    Held("Waterschap Limburg", "Omgevingsmanager", since=-700, reachable=True),
    Held("Landbouworganisatie", "Regiobestuurder", since=-900, until=34, reachable=True),
    Held("Natuurorganisatie", "Directeur", since=-420, reachable=True),
    Held("Gemeente Maastricht", "Wethouder leefomgeving", since=-560, reachable=True),
    Held("Gemeente Heerlen", "Beleidsadviseur", since=-300, reachable=True),
    Held("Gemeente Heerlen", "Wethouder ruimte", since=-1300, until=-120),
    Held("Gemeente Heerlen", "Wethouder ruimte", since=-119),
    Held("Provincie Limburg", "Gedeputeerde ruimte", since=-800, reachable=True),
    Held("Provincie Limburg", "Projectleider hoogwater", since=-1900, until=-900, reachable=True),
    Held("Provincie Limburg", "Programmamanager", since=-500, reachable=True),
    Held("Woningcorporatie", "Gebiedsregisseur", since=-250),
    Held("Bewonersvereniging beekdal", "Voorzitter", since=-1000, reachable=True),
    Held("Ministerie van Infrastructuur en Waterstaat", "Accounthouder Zuid-Limburg", since=-365, reachable=True),
    Held("Universiteit Maastricht", "Onderzoeker landschap", since=-200),
)

MANDATES: tuple[Given, ...] = (
    Given(
        "Provincie Limburg",
        "Gedeputeerde ruimte",
        MandateLevel.BIND,
        "Inzet van de provincie in het coalitieakkoord",
        "Besluit van Gedeputeerde Staten",
        since=-90,
    ),
    Given(
        "Waterschap Limburg",
        "Dijkgraaf",
        MandateLevel.RESERVE,
        "Ruimte voor water in beekdalen",
        "Besluit van het dagelijks bestuur, goedkeuring van het algemeen bestuur volgt",
        since=-60,
        until=240,
    ),
    Given(
        "Landbouworganisatie",
        "Regiobestuurder",
        MandateLevel.RESERVE,
        "Afspraken over grond in beekdalen",
        "Ledenvergadering, onder voorbehoud van een vergoeding",
        since=-60,
        until=34,
    ),
    Given(
        "Gemeente Maastricht",
        "Wethouder leefomgeving",
        MandateLevel.TALK,
        "Groen tot in de wijk",
        "",
        since=-30,
    ),
    Given(
        "Bewonersvereniging beekdal",
        "Voorzitter",
        MandateLevel.TALK,
        "Inrichting van straten en beken",
        "",
        since=-200,
        until=45,
    ),
)

# A name that turned out to be another's, and whose.
DOUBLE = ("Waterschap Limburg, kantoor Roermond", "Waterschap Limburg")

# A file with a line that asks for a correction.
FILE_NAME = "gemeenten-in-parkstad.csv"
FILE = """naam;soort;functie
Gemeente Brunssum;Gemeente;Wethouder ruimte
Gemeente Landgraaf;Gemeente;Beleidsadviseur water
Gemeente Simpelveld;dorp;
"""
