"""Influence and interest of parties in the practice area of Zuid-Limburg, at two moments. Made up for practice."""

from dataclasses import dataclass

from novex_portal.demo.zuid_limburg import BLUE_GREEN, CIRCULAR, HEUVELLAND, NEIGHBOURHOODS

BEFORE, NOW = 150, 12
"""Days ago that the planning group looked at the krachtenveld."""


@dataclass(frozen=True)
class Scored:
    """A score: who, on what, influence, interest, why."""

    organisation: str
    challenge: str
    influence: int
    interest: int
    reasoning: str
    days_ago: int = NOW


SCORES: tuple[Scored, ...] = (
    Scored("Waterschap Limburg", BLUE_GREEN, 5, 5, "Beheert de beken en beslist over buffers en keur."),
    Scored("Waterschap Limburg", BLUE_GREEN, 4, 5, "Beheert de beken; het budget voor buffers was nog niet vastgesteld.", BEFORE),
    Scored("Provincie Limburg", BLUE_GREEN, 4, 4, "Regisseert het ruimtelijk voorstel en verleent subsidie voor beekdalen."),
    Scored("Provincie Limburg", BLUE_GREEN, 4, 3, "Regisseert, maar had de beekdalen nog niet als keuze benoemd.", BEFORE),
    Scored("Ministerie van Infrastructuur en Waterstaat", BLUE_GREEN, 4, 4, "Neemt met de provincie het initiatief en kan rijksmiddelen inzetten."),
    Scored("Landbouworganisatie", BLUE_GREEN, 4, 5, "Zonder grondgebruikers komt er geen water op de helling. Spreekt namens veel bedrijven."),
    Scored("Landbouworganisatie", BLUE_GREEN, 3, 4, "Belangrijke grondgebruiker, nog zonder gezamenlijke lijn.", BEFORE),
    Scored("Natuurorganisatie", BLUE_GREEN, 2, 5, "Bezit natte natuur in de dalen, maar beslist niet over de rest."),
    Scored("Gemeente Valkenburg aan de Geul", BLUE_GREEN, 3, 5, "Heeft de meeste schade gehad en past het centrum aan."),
    Scored("Gemeente Gulpen-Wittem", BLUE_GREEN, 3, 4, "Ligt bovenstrooms; haar bestemmingsplannen bepalen waar water kan blijven."),
    Scored("Gemeente Vaals", BLUE_GREEN, 4, 3, "De beken komen hier het land in. Afspraken met de buren lopen via deze gemeente."),
    Scored("Bewonersvereniging beekdal", BLUE_GREEN, 2, 5, "Woont in het dal en kan draagvlak maken of breken."),
    Scored("Kennisinstelling voor water en bodem", BLUE_GREEN, 2, 3, "Rekent door wat maatregelen opleveren."),
    Scored("Drinkwaterbedrijf", BLUE_GREEN, 3, 3, "Let op de kwaliteit van het grondwater onder de plateaus."),
    Scored("Chemiebedrijven op het industrieterrein", CIRCULAR, 5, 5, "Bepaalt met eigen investeringen hoe snel de kringloop sluit."),
    Scored("Chemiebedrijven op het industrieterrein", CIRCULAR, 5, 3, "Wachtte op duidelijkheid over leidingen en energie.", BEFORE),
    Scored("Ondernemersvereniging circulaire maakindustrie", CIRCULAR, 3, 5, "Brengt de kleinere maakbedrijven bij elkaar."),
    Scored("Netbeheerder", CIRCULAR, 5, 3, "Zonder ruimte op het net kan geen bedrijf overstappen."),
    Scored("Gemeente Sittard-Geleen", CIRCULAR, 4, 5, "Het industrieterrein ligt op haar grond; vergunt mee."),
    Scored("Universiteit Maastricht", CIRCULAR, 2, 4, "Levert onderzoek en mensen."),
    Scored("Provincie Limburg", CIRCULAR, 4, 4, "Verleent vergunningen en heeft een eigen investeringsfonds."),
    Scored("Woningcorporatie", NEIGHBOURHOODS, 4, 5, "Bezit het grootste deel van de woningen in de wijken."),
    Scored("Woningcorporatie", NEIGHBOURHOODS, 3, 5, "Wilde wel, maar had nog geen ruimte in de begroting.", BEFORE),
    Scored("Gemeente Heerlen", NEIGHBOURHOODS, 4, 5, "Voert de wijkaanpak uit en betaalt mee."),
    Scored("Gemeente Kerkrade", NEIGHBOURHOODS, 3, 4, "Heeft wijken met dezelfde opgave, minder mensen om eraan te werken."),
    Scored("Wijkbewoners Heerlen-Noord", NEIGHBOURHOODS, 2, 5, "Het gaat over hun huis en straat."),
    Scored("Ministerie van Binnenlandse Zaken en Koninkrijksrelaties", NEIGHBOURHOODS, 4, 4, "Financiert de aanpak voor meer jaren."),
    Scored("Recreatieondernemers Heuvelland", HEUVELLAND, 3, 5, "Leeft van het landschap en kan bezoekers spreiden."),
    Scored("Landbouworganisatie", HEUVELLAND, 4, 4, "Beheert het grootste deel van het open landschap."),
    Scored("Gemeente Eijsden-Margraten", HEUVELLAND, 3, 4, "Groot deel van het plateau ligt in deze gemeente."),
    Scored("Staatsbosbeheer", HEUVELLAND, 3, 4, "Beheert hellingbossen en graslanden."),
    Scored("Provincie Limburg", HEUVELLAND, 5, 4, "Stelt de regels voor het Nationaal Landschap."),
)  # fmt: skip
