"""The factsheet of the practice area of Zuid-Limburg, as it was at two moments and is now.

Facts name their public source; what is made up to practise with says so.
"""

from dataclasses import dataclass

from areas.factsheet.enums import FactsheetHeading as Heading

PRACTICE = "Oefeninhoud, niet uit een echt gesprek"
OFL = "OFL, samenvatting van de verkenning Zuid-Limburg, december 2022"
PROVINCE = "Provincie Limburg, bladzijde over Panorama Zuid-Limburg"


@dataclass(frozen=True)
class Text:
    heading: str
    text: str
    source: str
    percentage: int | None = None


@dataclass(frozen=True)
class Rub:
    """A friction between two challenges, by their titles."""

    first: str
    second: str
    text: str
    options: str
    owners: str


# At the first moment.
FIRST: tuple[Text, ...] = (
    Text(
        Heading.STATE,
        "Zuid-Limburg is sinds 17 februari 2021 een NOVI-gebied, nu NOVEX-gebied. Het OFL verkende hoe partijen samen tot "
        "keuzes kunnen komen. Het initiatief ligt bij het ministerie van Infrastructuur en Waterstaat en de provincie Limburg.",
        OFL,
    ),
    Text(
        Heading.FRICTIONS,
        "Panorama Zuid-Limburg bracht vijf ruimtelijke schuurpunten naar voren. De planningsgroep werkt ze per paar uit; niet alle vijf staan er al.",
        PROVINCE,
    ),
    Text(
        Heading.PERSPECTIVE,
        "Panorama Zuid-Limburg is een bouwsteen. De keuzes voor de beekdalen ontbreken nog.",
        PRACTICE,
        40,
    ),
)

# What changed before the second moment.
SECOND: tuple[Text, ...] = (
    Text(
        Heading.STATE,
        "Zuid-Limburg is sinds 17 februari 2021 een NOVI-gebied, nu NOVEX-gebied. Het OFL verkende hoe partijen samen tot "
        "keuzes kunnen komen. De planningsgroep is gevormd en voert gesprekken met overheid en samenleving. Het initiatief "
        "ligt bij het ministerie van Infrastructuur en Waterstaat en de provincie Limburg.",
        OFL,
    ),
    Text(
        Heading.PERSPECTIVE,
        "Panorama Zuid-Limburg is een bouwsteen. Er ligt een eerste tekst over de beekdalen; de keuzes voor wijken en "
        "bedrijventerreinen ontbreken nog.",
        PRACTICE,
        55,
    ),
)

# What changed since, and is in no photo yet.
NOW: tuple[Text, ...] = (
    Text(
        Heading.PERSPECTIVE,
        "Panorama Zuid-Limburg is een bouwsteen. De tekst over de beekdalen is met partijen besproken; de keuzes voor "
        "bedrijventerreinen ontbreken nog.",
        PRACTICE,
        60,
    ),
)

FRICTIONS_FIRST: tuple[Rub, ...] = (
    Rub(
        "Duurzaam en klimaatbestendig Heuvelland",
        "Blauw-groene structuren",
        "Beken hebben ruimte nodig in dalen waar nu gewerkt en gerecreëerd wordt.",
        "Bovenstrooms beginnen; grond ruilen; vergoeding voor grond die water krijgt.",
        "Waterschap Limburg, provincie Limburg",
    ),
)
FRICTIONS_SECOND: tuple[Rub, ...] = (
    *FRICTIONS_FIRST,
    Rub(
        "Aanpak kwetsbare wijken",
        "Blauw-groene structuren",
        "Water en groen in de wijk vragen ruimte waar ook woningen en parkeerplaatsen gepland zijn.",
        "Straten tegelijk met het riool opnieuw inrichten; parkeren aan de rand van de wijk.",
        "Gemeenten, woningcorporatie",
    ),
    Rub(
        "Circulair maken van de economie",
        "Duurzaam en klimaatbestendig Heuvelland",
        "Nieuwe circulaire bedrijven zoeken ruimte en vervoer, en het landschap verdraagt weinig.",
        "Alleen op terreinen die er al zijn; reststromen over het spoor.",
        "Provincie Limburg, ondernemersvereniging",
    ),
)

# What other areas changed between the two moments: slug → text under stand van zaken.
ELSEWHERE: dict[str, str] = {
    "groene-hart": "Rijk en regio werken samen aan een ontwikkelperspectief. De planningsgroep is rond, met boeren en "
    "waterschap. Samen gaan ze langs drie ijkmomenten.",
    "regio-zwolle": "Rijk en regio werken samen aan een ontwikkelperspectief. De gesprekken met bouwers en bewoners zijn "
    "gevoerd. Samen gaan ze langs drie ijkmomenten.",
}

# National side, regional side, since how many days: the first, and who took over.
DUOS: dict[str, tuple[tuple[str, str, int], ...]] = {
    "rijk-regio": (
        ("Staatssecretaris van Infrastructuur en Waterstaat", "Gedeputeerde, provincie Limburg", -1400),
        ("Minister van Infrastructuur en Waterstaat", "Gedeputeerde ruimte, provincie Limburg", -200),
    ),
    "ambtelijk": (("Directeur, ministerie van Infrastructuur en Waterstaat", "Directeur, provincie Limburg", -700),),
}
# Organisation, role, what for.
CONTACTS: tuple[tuple[str, str, str], ...] = (
    ("Provincie Limburg", "Programmamanager", "Planning en planningsgroep"),
    ("Ministerie van Infrastructuur en Waterstaat", "Accounthouder Zuid-Limburg", "Inzet van het Rijk"),
    ("Waterschap Limburg", "Omgevingsmanager", "Water en beekdalen"),
)
# Name, kind, days ago, place: shared moments that have passed, each with a photo of all areas.
MOMENTS: tuple[tuple[str, str, int, str], ...] = (
    ("BO Leefomgeving, voorjaar", "bestuurlijk-overleg", 170, "Den Haag"),
    ("BO MIRT, najaar", "bestuurlijk-overleg", 20, "Den Haag"),
)
