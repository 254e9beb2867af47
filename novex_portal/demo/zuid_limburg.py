"""What the practice environment tells about Zuid-Limburg.

The challenges are those of the area; who says what about them is made up for practice. Public
bodies carry their real names, everybody else is a role.
"""

from dataclasses import dataclass

from areas.enums import OrganisationKind as Kind
from coalition.enums import AmbitionStatus, Confidentiality, ConversationForm, PartyRole, PartyStatus, Stance

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


@dataclass(frozen=True)
class Wish:
    """An ambition, and by (talk, statement) index what it rests on."""

    title: str
    text: str
    rests_on: tuple[tuple[int, int], ...]
    status: str = AmbitionStatus.SHARED


@dataclass(frozen=True)
class Clause:
    """An article: chapter number, title, text, and the ambitions it rests on."""

    chapter: int
    title: str
    text: str
    ambitions: tuple[int, ...] = ()


@dataclass(frozen=True)
class Party:
    organisation: str
    role: str
    status: str
    deciding_body: str
    signatory_role: str
    reservation: str = ""


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

AMBITIONS: tuple[Wish, ...] = (
    Wish(
        "Water en bodem als begin",
        "Partijen beginnen elk plan bij water en bodem. Zij leggen vooraf uit hoe een plan water langer vasthoudt, "
        "op de helling en in het dal.",
        ((0, 0), (1, 0), (2, 0), (2, 1), (5, 1)),
        AmbitionStatus.IN_AGREEMENT,
    ),
    Wish(
        "Ruimte voor de beekdalen",
        "Beekdalen krijgen meer ruimte, te beginnen bovenstrooms en samen met de buren over de grens. Wie grond geeft, "
        "krijgt daar een eerlijke vergoeding voor.",
        ((0, 0), (0, 1), (1, 1), (6, 0)),
        AmbitionStatus.IN_AGREEMENT,
    ),
    Wish(
        "Groen tot in de wijk",
        "Het groen van het Heuvelland loopt door tot in de wijken waar hitte en achterstand het grootst zijn. Bewoners "
        "beslissen mee over hun straat.",
        ((3, 0), (3, 1), (4, 0), (4, 1), (6, 1)),
    ),
    Wish(
        "Reststromen blijven in de streek",
        "Bedrijven delen reststromen en proceswater, op terreinen die er al zijn.",
        ((5, 0), (5, 1)),
        AmbitionStatus.PROPOSAL,
    ),
)

ARTICLES: tuple[Clause, ...] = (
    Clause(
        2,
        "Waarom nu",
        "In Zuid-Limburg komen drie opgaven samen: een circulaire economie, kwetsbare wijken en een Heuvelland dat tegen "
        "het weer van morgen kan. De wateroverlast heeft laten zien dat geen partij dit alleen kan.",
    ),
    Clause(
        2,
        "Wat partijen bindt",
        "Partijen vormen een netwerk en gaan niet op in één organisatie. Ieder houdt zijn eigen bevoegdheden.",
    ),
    Clause(
        3,
        "Water en bodem als begin",
        "1. Partijen beginnen elk plan bij water en bodem.\n"
        "2. Zij leggen vooraf uit hoe een plan water langer vasthoudt.\n"
        "3. Zij gebruiken daarvoor dezelfde kaarten en cijfers.",
        (0,),
    ),
    Clause(
        3,
        "Ruimte voor de beekdalen",
        "1. Partijen geven beekdalen meer ruimte voor water, te beginnen bovenstrooms.\n"
        "2. Wie grond beschikbaar stelt, krijgt een eerlijke vergoeding.\n"
        "3. Partijen stemmen maatregelen af met de buren in België en Duitsland.",
        (1,),
    ),
    Clause(
        3,
        "Groen tot in de wijk",
        "Partijen verbinden het groen van het Heuvelland met de wijken waar hitte en achterstand het grootst zijn. Bewoners "
        "beslissen mee over de inrichting van hun straat.",
        (2,),
    ),
    Clause(
        5,
        "Waarover partijen nog verschillen",
        "Partijen zijn het nog niet eens over wie het onderhoud van graften en waterbuffers betaalt. Zij werken dit uit voor "
        "het volgende ijkmoment.",
        (1,),
    ),
    Clause(
        7,
        "Ruggengraat",
        "Een planningsgroep met mensen uit overheid en samenleving houdt de samenwerking gaande. Zij plant, brengt mensen en "
        "middelen bij elkaar, legt verbindingen, legt besluiten vast en volgt samen de voortgang.",
    ),
    Clause(
        10,
        "Samen meten",
        "Partijen meten samen wat maatregelen doen en delen de cijfers met iedereen. Zij bespreken de uitkomst bij elk ijkmoment.",
        (0,),
    ),
)

PARTIES: tuple[Party, ...] = (
    Party(
        "Ministerie van Infrastructuur en Waterstaat",
        PartyRole.SIGNATORY,
        PartyStatus.OFFICIALS_AGREE,
        "De minister van Infrastructuur en Waterstaat",
        "Minister",
    ),
    Party(
        "Provincie Limburg",
        PartyRole.SIGNATORY,
        PartyStatus.EXECUTIVES_AGREE,
        "Gedeputeerde Staten van Limburg",
        "Gedeputeerde",
    ),
    Party(
        "Gemeente Maastricht",
        PartyRole.SIGNATORY,
        PartyStatus.DRAFT,
        "Het college van burgemeester en wethouders van Maastricht",
        "Wethouder",
    ),
    Party(
        "Waterschap Limburg",
        PartyRole.SIGNATORY,
        PartyStatus.EXECUTIVES_AGREE,
        "Het dagelijks bestuur van Waterschap Limburg",
        "Dijkgraaf",
    ),
    Party(
        "Landbouworganisatie",
        PartyRole.SIGNATORY,
        PartyStatus.OFFICIALS_AGREE,
        "Het regiobestuur van de landbouworganisatie",
        "Regiobestuurder",
        "Alleen met een vergoeding voor grond die water krijgt.",
    ),
    Party("Natuurorganisatie", PartyRole.SUPPORTER, PartyStatus.DRAFT, "", ""),
    Party("Bewonersvereniging beekdal", PartyRole.AGENDA_MEMBER, PartyStatus.DRAFT, "", ""),
)

# Name, kind, days from today, place, what must be ready with its state.
CHECKPOINTS: tuple[tuple[str, str, int, str, tuple[tuple[str, str], ...]], ...] = (
    (
        "Eerste ijkmoment",
        "ijkmoment",
        14,
        "Maastricht",
        (
            ("Factsheet", "klaar"),
            ("Gedeelde ambities", "klaar"),
            ("Concept van het coalitieakkoord", "loopt"),
            ("Lijst van schuurpunten", "niet-gestart"),
        ),
    ),
    (
        "Tweede ijkmoment",
        "ijkmoment",
        133,
        "",
        (("Ontwikkelperspectief", "loopt"), ("Eerste raming van de investeringen", "niet-gestart")),
    ),
    (
        "BO Leefomgeving",
        "bestuurlijk-overleg",
        196,
        "Den Haag",
        (("Afspraken voor het ruimtelijk arrangement", "niet-gestart"),),
    ),
    (
        "Derde ijkmoment",
        "ijkmoment",
        280,
        "",
        (("Uitvoeringsagenda", "niet-gestart"), ("Ruimtelijk arrangement", "niet-gestart")),
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
