"""What the practice environment tells about Zuid-Limburg.

The challenges are those of the area; who says what about them is made up for practice. Public
bodies carry their real names, everybody else is a role.
"""

from dataclasses import dataclass

from areas.parties.enums import OrganisationKind as Kind
from coalition.conversations.recording.enums import Confidentiality, ConversationForm
from coalition.conversations.statements.enums import Stance

# Titles of the challenges as the area data has them.
CIRCULAR = "Circulair maken van de economie"
NEIGHBOURHOODS = "Aanpak kwetsbare wijken"
HEUVELLAND = "Duurzaam en klimaatbestendig Heuvelland"
BLUE_GREEN = "Blauw-groene structuren"


@dataclass(frozen=True)
class Said:
    """A statement: who, on what, position, interest, stance, urgency 1-5."""

    organisation: str
    challenge: str
    position: str
    interest: str
    stance: str
    urgency: int


@dataclass(frozen=True)
class Talk:
    """A conversation, so many days before today."""

    days_ago: int
    participants: tuple[tuple[str, str], ...]  # organisation, role
    place: str
    report: str
    said: tuple[Said, ...]
    agreed: tuple[tuple[str, str, int], ...] = ()  # what, who, days from today
    confidentiality: str = Confidentiality.PLANNING_GROUP
    form: str = ConversationForm.INDIVIDUAL


ORGANISATIONS: tuple[tuple[str, str], ...] = (
    ("Ministerie van Infrastructuur en Waterstaat", Kind.NATIONAL),
    ("Ministerie van Binnenlandse Zaken en Koninkrijksrelaties", Kind.NATIONAL),
    ("Provincie Limburg", Kind.PROVINCE),
    ("Gemeente Maastricht", Kind.MUNICIPALITY),
    ("Gemeente Heerlen", Kind.MUNICIPALITY),
    ("Gemeente Gulpen-Wittem", Kind.MUNICIPALITY),
    ("Gemeente Valkenburg aan de Geul", Kind.MUNICIPALITY),
    ("Waterschap Limburg", Kind.WATER_AUTHORITY),
    ("Landbouworganisatie", Kind.CIVIL_SOCIETY),
    ("Natuurorganisatie", Kind.CIVIL_SOCIETY),
    ("Woningcorporatie", Kind.CIVIL_SOCIETY),
    ("Ondernemersvereniging circulaire maakindustrie", Kind.COMPANY),
    ("Recreatieondernemers Heuvelland", Kind.COMPANY),
    ("Kennisinstelling voor water en bodem", Kind.KNOWLEDGE),
    ("Bewonersvereniging beekdal", Kind.RESIDENTS),
    ("Rijkswaterstaat", Kind.NATIONAL),
    ("Staatsbosbeheer", Kind.NATIONAL),
    ("Gemeente Sittard-Geleen", Kind.MUNICIPALITY),
    ("Gemeente Kerkrade", Kind.MUNICIPALITY),
    ("Gemeente Vaals", Kind.MUNICIPALITY),
    ("Gemeente Eijsden-Margraten", Kind.MUNICIPALITY),
    ("Stadsregio Parkstad Limburg", Kind.MUNICIPALITY),
    ("Universiteit Maastricht", Kind.KNOWLEDGE),
    ("Koepel van natuurorganisaties", Kind.CIVIL_SOCIETY),
    ("Koepel van woningcorporaties", Kind.CIVIL_SOCIETY),
    ("Chemiebedrijven op het industrieterrein", Kind.COMPANY),
    ("Drinkwaterbedrijf", Kind.COMPANY),
    ("Netbeheerder", Kind.COMPANY),
    ("Jongerenraad", Kind.RESIDENTS),
    ("Wijkbewoners Heerlen-Noord", Kind.RESIDENTS),
)

TALKS: tuple[Talk, ...] = (
    Talk(
        days_ago=58,
        participants=(("Waterschap Limburg", "Dijkgraaf"),),
        place="Roermond",
        report=(
            "Het gesprek ging over de wateroverlast en wat die betekent voor de beekdalen. Het waterschap wil niet "
            "alleen beneden oplossen wat boven ontstaat. Water moet langer op de helling en in het dal blijven. "
            "Dat kan alleen samen met wie de grond gebruikt, en met de buren over de grens."
        ),
        said=(
            Said(
                "Waterschap Limburg",
                BLUE_GREEN,
                "Beekdalen krijgen meer ruimte voor water, te beginnen bovenstrooms.",
                "Minder schade benedenstrooms bij een zware bui.",
                Stance.SUPPORTS,
                5,
            ),
            Said(
                "Waterschap Limburg",
                HEUVELLAND,
                "Maatregelen stemmen we af met de buren in België en Duitsland.",
                "Een beek houdt niet op bij de grens; half werk helpt niemand.",
                Stance.SUPPORTS,
                4,
            ),
        ),
        agreed=(("Kaart met mogelijke waterbuffers sturen", "Waterschap Limburg", 10),),
    ),
    Talk(
        days_ago=51,
        participants=(("Landbouworganisatie", "Regiobestuurder"),),
        place="Gulpen-Wittem",
        report=(
            "Boeren zien de erosie en het water zelf als eersten. Zij willen meewerken aan water vasthouden, maar niet "
            "zonder zekerheid over hun grond en hun inkomen. Wie betaalt het onderhoud van de graften, vroeg de "
            "regiobestuurder meermaals."
        ),
        said=(
            Said(
                "Landbouworganisatie",
                HEUVELLAND,
                "Water vasthouden op de hellingen kan, als de grond bruikbaar blijft.",
                "Zekerheid over grond voor de volgende generatie.",
                Stance.CONDITIONAL,
                4,
            ),
            Said(
                "Landbouworganisatie",
                BLUE_GREEN,
                "Wie grond geeft aan een beekdal, krijgt daar een eerlijke vergoeding voor.",
                "Een bedrijf dat ook over tien jaar nog draait.",
                Stance.CONDITIONAL,
                4,
            ),
        ),
        agreed=(("Voorbeelden van vergoedingen elders uitzoeken", "Provincie Limburg", 21),),
    ),
    Talk(
        days_ago=44,
        participants=(("Natuurorganisatie", "Directeur"), ("Kennisinstelling voor water en bodem", "Onderzoeker")),
        place="Maastricht",
        report=(
            "De natuurorganisatie en de kennisinstelling lieten zien hoe hellingbos, graften en bloemrijk grasland water "
            "vasthouden. Natuurherstel en minder wateroverlast gaan hier samen. De kennisinstelling biedt aan om samen te meten."
        ),
        said=(
            Said(
                "Natuurorganisatie",
                HEUVELLAND,
                "Herstel graften, hellingbos en bloemrijk grasland: dat houdt water vast.",
                "Een landschap waar planten en dieren zich kunnen verplaatsen.",
                Stance.SUPPORTS,
                4,
            ),
            Said(
                "Kennisinstelling voor water en bodem",
                BLUE_GREEN,
                "Meet samen wat maatregelen doen en deel de cijfers met iedereen.",
                "Keuzes die op feiten rusten en die partijen vertrouwen.",
                Stance.SUPPORTS,
                3,
            ),
        ),
        form=ConversationForm.GROUP,
    ),
    Talk(
        days_ago=37,
        participants=(("Gemeente Maastricht", "Wethouder leefomgeving"),),
        place="Maastricht",
        report=(
            "De gemeente wil het groen van het Heuvelland doortrekken tot in de wijken waar hitte en achterstand het grootst "
            "zijn. Zij vreest dat de wijken en het landelijk gebied twee losse trajecten worden."
        ),
        said=(
            Said(
                "Gemeente Maastricht",
                NEIGHBOURHOODS,
                "Trek het groen van het Heuvelland door tot in de kwetsbare wijken.",
                "Koelere straten en bewoners die merken dat de overheid er ook voor hen is.",
                Stance.SUPPORTS,
                4,
            ),
            Said(
                "Gemeente Maastricht",
                BLUE_GREEN,
                "Wijken en landelijk gebied horen in één aanpak, niet in twee trajecten.",
                "Geld en mensen maar één keer hoeven inzetten.",
                Stance.SUPPORTS,
                3,
            ),
        ),
        confidentiality=Confidentiality.AREA,
    ),
    Talk(
        days_ago=30,
        participants=(("Bewonersvereniging beekdal", "Voorzitter"), ("Woningcorporatie", "Gebiedsregisseur")),
        place="Valkenburg aan de Geul",
        report=(
            "Bewoners zijn de angst voor het water niet kwijt. Zij willen weten wat er met hun straat gebeurt en daarover "
            "meebeslissen. De woningcorporatie wil bij renovatie meteen vergroenen, als de planning op tijd bekend is."
        ),
        said=(
            Said(
                "Bewonersvereniging beekdal",
                NEIGHBOURHOODS,
                "Bewoners beslissen mee over de inrichting van hun straat.",
                "Veilig slapen als het hard regent, en serieus genomen worden.",
                Stance.CONDITIONAL,
                5,
            ),
            Said(
                "Woningcorporatie",
                NEIGHBOURHOODS,
                "Vergroen de wijk op het moment dat wij renoveren.",
                "De straat maar één keer openbreken.",
                Stance.SUPPORTS,
                3,
            ),
        ),
        agreed=(("Planning van renovaties delen", "Woningcorporatie", 14),),
        form=ConversationForm.GROUP,
    ),
    Talk(
        days_ago=23,
        participants=(("Ondernemersvereniging circulaire maakindustrie", "Bestuurslid"),),
        place="Sittard-Geleen",
        report=(
            "Ondernemers willen reststromen delen, maar missen ruimte en een vast aanspreekpunt bij de overheid. Water is voor "
            "hen ook grondstof: hergebruik van proceswater ontlast de beken."
        ),
        said=(
            Said(
                "Ondernemersvereniging circulaire maakindustrie",
                CIRCULAR,
                "Reserveer ruimte op bestaande terreinen voor het verwerken van reststromen.",
                "Kunnen investeren zonder jaren op een vergunning te wachten.",
                Stance.CONDITIONAL,
                4,
            ),
            Said(
                "Ondernemersvereniging circulaire maakindustrie",
                BLUE_GREEN,
                "Hergebruik van proceswater hoort bij de aanpak van de beken.",
                "Zekerheid dat er in droge zomers water is.",
                Stance.SUPPORTS,
                3,
            ),
        ),
    ),
    Talk(
        days_ago=16,
        participants=(("Provincie Limburg", "Programmamanager"), ("Gemeente Heerlen", "Beleidsadviseur")),
        place="Heerlen",
        report=(
            "De provincie wil dat Rijk en regio elk evenredig bijdragen. Heerlen vraagt aandacht voor wijken in de "
            "voormalige mijnstreek. Beide zijn voor één agenda met een volgorde: eerst wat water vasthoudt, dan wat daarop volgt."
        ),
        said=(
            Said(
                "Provincie Limburg",
                BLUE_GREEN,
                "Maak één uitvoeringsagenda waarin staat wat eerst moet en wat daarna kan.",
                "Een bijdrage van het Rijk die meer dan een jaar vooruit vaststaat.",
                Stance.SUPPORTS,
                4,
            ),
            Said(
                "Gemeente Heerlen",
                NEIGHBOURHOODS,
                "Begin in de wijken van de voormalige mijnstreek.",
                "Achterstand inlopen waar die het grootst is.",
                Stance.CONDITIONAL,
                4,
            ),
        ),
        form=ConversationForm.GROUP,
    ),
    Talk(
        days_ago=9,
        participants=(("Recreatieondernemers Heuvelland", "Vertegenwoordiger"),),
        place="Valkenburg aan de Geul",
        report=(
            "Ondernemers in de recreatie willen een landschap dat mooi blijft, ook bij droogte en drukte. Een van hen overweegt "
            "te stoppen na de schade. Dat is in vertrouwen gezegd."
        ),
        said=(
            Said(
                "Recreatieondernemers Heuvelland",
                HEUVELLAND,
                "Spreid bezoekers en houd de dalen vrij van nieuwe bebouwing.",
                "Een landschap waar mensen voor terugkomen.",
                Stance.NEUTRAL,
                3,
            ),
        ),
        confidentiality=Confidentiality.CONFIDENTIAL,
    ),
)
