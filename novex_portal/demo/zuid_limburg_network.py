"""Who is connected with whom in the practice area. Public bodies carry their names, everybody else is a role; all made up.

The stories to find: all industry is reached through the province alone, the drinking water company and the municipality
at the border through the water authority alone, and the residents of the beekdal through the housing corporation alone.
"""

from dataclasses import dataclass

from coalition.analysis.network.enums import RelationKind as Kind
from novex_portal.demo.zuid_limburg import BLUE_GREEN, CIRCULAR, HEUVELLAND, NEIGHBOURHOODS


@dataclass(frozen=True)
class Known:
    """A relation; days count from today. `via` are two roles, one at each."""

    first: str
    second: str
    kind: str
    since: int
    until: int | None = None
    challenge: str = ""
    words: str = ""
    via: tuple[str, str] | None = None


_PROVINCE, _WATER = "Provincie Limburg", "Waterschap Limburg"
_IENW, _BZK = "Ministerie van Infrastructuur en Waterstaat", "Ministerie van Binnenlandse Zaken en Koninkrijksrelaties"
_MAASTRICHT, _HEERLEN = "Gemeente Maastricht", "Gemeente Heerlen"
_GULPEN, _VALKENBURG = "Gemeente Gulpen-Wittem", "Gemeente Valkenburg aan de Geul"
_SITTARD, _KERKRADE, _VAALS = "Gemeente Sittard-Geleen", "Gemeente Kerkrade", "Gemeente Vaals"
_EIJSDEN, _PARKSTAD, _RWS, _SBB = (
    "Gemeente Eijsden-Margraten",
    "Stadsregio Parkstad Limburg",
    "Rijkswaterstaat",
    "Staatsbosbeheer",
)
_FARMERS, _NATURE, _HOUSING = "Landbouworganisatie", "Natuurorganisatie", "Woningcorporatie"
_MAKERS, _CHEMISTRY = "Ondernemersvereniging circulaire maakindustrie", "Chemiebedrijven op het industrieterrein"
_KNOWLEDGE, _UNIVERSITY = "Kennisinstelling voor water en bodem", "Universiteit Maastricht"
_BEEKDAL, _NORTH = "Bewonersvereniging beekdal", "Wijkbewoners Heerlen-Noord"
_GUESTS, _DRINKING, _GRID = "Recreatieondernemers Heuvelland", "Drinkwaterbedrijf", "Netbeheerder"

RELATIONS: tuple[Known, ...] = (
    # Government
    Known(
        _IENW,
        _RWS,
        Kind.COMMISSIONS,
        -2200,
        words="De minister geeft Rijkswaterstaat opdracht voor de grote rivieren.",
    ),
    Known(_IENW, _WATER, Kind.SUPERVISES, -2200, words="Wettelijk toezicht op de waterschappen."),
    Known(
        *(_IENW, _PROVINCE, Kind.CONSULTS, -720),
        words="Ambtelijk overleg over het ontwikkelperspectief, elke zes weken.",
        via=("Accounthouder Zuid-Limburg", "Programmamanager"),
    ),
    Known(_BZK, _PROVINCE, Kind.CONSULTS, -720, words="Bestuurlijk overleg over de inrichting van het gebied."),
    Known(_BZK, _HEERLEN, Kind.FUNDS, -900, challenge=NEIGHBOURHOODS, words="Meerjarig geld voor leefbaarheid."),
    Known(
        *(_PROVINCE, _WATER, Kind.COOPERATES, -560),
        challenge=BLUE_GREEN,
        words="Samen het programma voor water en veiligheid.",
        via=("Gedeputeerde ruimte", "Dijkgraaf"),
    ),
    Known(_PROVINCE, _FARMERS, Kind.CONSULTS, -480, challenge=HEUVELLAND, words="Tafel over het landelijk gebied."),
    Known(_PROVINCE, _NATURE, Kind.FUNDS, -610, challenge=HEUVELLAND, words="Bijdrage aan natuurbeheer, per jaar."),
    Known(_PROVINCE, _SBB, Kind.COMMISSIONS, -880, challenge=HEUVELLAND, words="Beheer van hellingbossen."),
    Known(_PROVINCE, _CHEMISTRY, Kind.SUPERVISES, -1500, challenge=CIRCULAR, words="Bevoegd gezag voor vergunningen."),
    Known(_PROVINCE, _MAASTRICHT, Kind.CONSULTS, -400, challenge=NEIGHBOURHOODS),
    Known(_PROVINCE, _PARKSTAD, Kind.COOPERATES, -520, challenge=NEIGHBOURHOODS, words="Regiodeal voor Parkstad."),
    Known(_PARKSTAD, _HEERLEN, Kind.COOPERATES, -1300),
    Known(_PARKSTAD, _KERKRADE, Kind.COOPERATES, -1300),
    Known(_WATER, _RWS, Kind.CONSULTS, -800, challenge=BLUE_GREEN, words="Afstemming van beken en Maas."),
    # Water and the hills
    Known(_WATER, _GULPEN, Kind.COOPERATES, -430, challenge=BLUE_GREEN, words="Buffers langs de Geul."),
    Known(
        _WATER,
        _VALKENBURG,
        Kind.COOPERATES,
        -430,
        challenge=BLUE_GREEN,
        words="Aanpak van het centrum na de overstroming.",
    ),
    Known(_WATER, _VAALS, Kind.CONSULTS, -150, challenge=BLUE_GREEN, words="Beken die uit Duitsland en België komen."),
    Known(_WATER, _EIJSDEN, Kind.CONSULTS, -260, challenge=BLUE_GREEN),
    Known(
        *(_WATER, _FARMERS, Kind.CONSULTS, -350),
        challenge=HEUVELLAND,
        words="Keukentafelgesprekken over water vasthouden op de helling.",
        via=("Omgevingsmanager", "Regiobestuurder"),
    ),
    Known(
        _WATER, _FARMERS, Kind.TENSION, -90, challenge=BLUE_GREEN, words="Onenigheid over de vergoeding voor grond."
    ),
    Known(_WATER, _NATURE, Kind.KNOWS, -200, via=("Omgevingsmanager", "Directeur")),
    Known(_WATER, _KNOWLEDGE, Kind.COMMISSIONS, -310, challenge=BLUE_GREEN, words="Metingen in zijbeken."),
    Known(
        _NATURE, _SBB, Kind.COOPERATES, -900, challenge=HEUVELLAND, words="Herstel van graften en bloemrijk grasland."
    ),
    Known(
        _NATURE,
        _FARMERS,
        Kind.TENSION,
        -240,
        challenge=HEUVELLAND,
        words="Tegenover elkaar over bemesting bij natuur.",
    ),
    Known(_NATURE, _GULPEN, Kind.CONSULTS, -180, challenge=HEUVELLAND),
    Known(_FARMERS, _GULPEN, Kind.CONSULTS, -500, challenge=HEUVELLAND),
    Known(_FARMERS, _EIJSDEN, Kind.CONSULTS, -500, challenge=HEUVELLAND),
    Known(
        _GUESTS, _VALKENBURG, Kind.CONSULTS, -640, challenge=HEUVELLAND, words="Overleg over drukte in het seizoen."
    ),
    Known(_GUESTS, _GULPEN, Kind.CONSULTS, -330, challenge=HEUVELLAND),
    Known(_GUESTS, _NATURE, Kind.COOPERATES, -120, challenge=HEUVELLAND, words="Routes om kwetsbare plekken heen."),
    # Knowledge
    Known(_KNOWLEDGE, _UNIVERSITY, Kind.COOPERATES, -700, words="Gezamenlijk meetnet en studenten."),
    Known(
        _UNIVERSITY,
        _MAASTRICHT,
        Kind.COOPERATES,
        -1000,
        challenge=NEIGHBOURHOODS,
        words="Onderzoek naar hitte in de wijk.",
    ),
    Known(_UNIVERSITY, _NATURE, Kind.KNOWS, -190, via=("Onderzoeker landschap", "Directeur")),
    # Neighbourhoods
    Known(_MAASTRICHT, _HOUSING, Kind.COOPERATES, -750, challenge=NEIGHBOURHOODS, words="Prestatieafspraken."),
    Known(_HEERLEN, _HOUSING, Kind.COOPERATES, -750, challenge=NEIGHBOURHOODS, words="Prestatieafspraken."),
    Known(
        _HEERLEN, _NORTH, Kind.CONSULTS, -210, challenge=NEIGHBOURHOODS, words="Bewoners denken mee over hun straat."
    ),
    Known(_HOUSING, _BEEKDAL, Kind.KNOWS, -160, challenge=NEIGHBOURHOODS, via=("Gebiedsregisseur", "Voorzitter")),
    Known(_KERKRADE, _HEERLEN, Kind.COOPERATES, -620, challenge=NEIGHBOURHOODS),
    # Industry
    Known(
        _SITTARD, _CHEMISTRY, Kind.CONSULTS, -1100, challenge=CIRCULAR, words="Veiligheid en ruimte op het terrein."
    ),
    Known(_SITTARD, _PROVINCE, Kind.CONSULTS, -450, challenge=CIRCULAR),
    Known(_MAKERS, _SITTARD, Kind.COOPERATES, -280, challenge=CIRCULAR, words="Loket voor reststromen."),
    Known(_MAKERS, _CHEMISTRY, Kind.COOPERATES, -380, challenge=CIRCULAR, words="Reststromen als grondstof."),
    Known(
        _GRID, _CHEMISTRY, Kind.CONSULTS, -220, challenge=CIRCULAR, words="Wachtrij voor een zwaardere aansluiting."
    ),
    Known(
        _DRINKING,
        _CHEMISTRY,
        Kind.TENSION,
        -75,
        challenge=BLUE_GREEN,
        words="Zorg over lozing bij de inname van drinkwater.",
    ),
    Known(_DRINKING, _WATER, Kind.CONSULTS, -540, challenge=BLUE_GREEN, words="Grondwater onder het plateau."),
    # Ended: the network of that time still shows it.
    Known(
        *(_NATURE, _HOUSING, Kind.COOPERATES, -800, -140),
        challenge=NEIGHBOURHOODS,
        words="Proef met groene gevels; het geld was op.",
    ),
)
