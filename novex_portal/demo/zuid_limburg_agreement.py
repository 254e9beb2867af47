"""What the practice area of Zuid-Limburg made of its conversations: ambitions, akkoord, checkpoints."""

from dataclasses import dataclass

from areas.mandates.enums import MandateLevel as Level
from coalition.agreement.ambitions.enums import AmbitionStatus
from coalition.agreement.amendments.enums import Handling
from coalition.agreement.consent.enums import Consent
from coalition.agreement.document.enums import PartyRole, PartyStatus


@dataclass(frozen=True)
class Wish:
    """An ambition, and the statements it rests on by how their position begins."""

    title: str
    text: str
    rests_on: tuple[str, ...]
    status: str = AmbitionStatus.SHARED
    drop_reason: str = ""


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


AMBITIONS: tuple[Wish, ...] = (
    Wish(
        "Water en bodem als begin",
        "Partijen beginnen elk plan bij water en bodem. Zij leggen vooraf uit hoe een plan water langer vasthoudt, "
        "op de helling en in het dal.",
        (
            "Beekdalen krijgen meer ruimte",
            "Water vasthouden op de hellingen",
            "Herstel graften",
            "Meet samen",
            "Hergebruik van proceswater",
        ),
        AmbitionStatus.IN_AGREEMENT,
    ),
    Wish(
        "Ruimte voor de beekdalen",
        "Beekdalen krijgen meer ruimte, te beginnen bovenstrooms en samen met de buren over de grens. Wie grond geeft, "
        "krijgt daar een eerlijke vergoeding voor.",
        (
            "Beekdalen krijgen meer ruimte",
            "Maatregelen stemmen we af",
            "Wie grond geeft",
            "Maak één uitvoeringsagenda",
        ),
        AmbitionStatus.IN_AGREEMENT,
    ),
    Wish(
        "Groen tot in de wijk",
        "Het groen van het Heuvelland loopt door tot in de wijken waar hitte en achterstand het grootst zijn. Bewoners "
        "beslissen mee over hun straat.",
        (
            "Trek het groen",
            "Wijken en landelijk gebied",
            "Bewoners beslissen mee",
            "Vergroen de wijk",
            "Begin in de wijken",
        ),
    ),
    Wish(
        "Reststromen blijven in de streek",
        "Bedrijven delen reststromen en proceswater, op terreinen die er al zijn.",
        ("Reserveer ruimte", "Hergebruik van proceswater"),
        AmbitionStatus.PROPOSAL,
    ),
    Wish(
        "Regenwater blijft op het plateau",
        "Partijen houden regenwater vast op de plateaus, met veel kleine buffers en graslandstroken. Wie grond inzet, weet "
        "voor tien jaar waar hij aan toe is.",
        (
            "Houd regenwater vast op de plateaus",
            "Regenwater moet bovenstrooms",
            "Houd het regenwater vast",
            "Veel kleine buffers",
            "Regenwater op de plateaus vasthouden kan",
            "Wijs samen met boeren",
        ),
    ),
    Wish(
        "Renovatie en vergroening in één keer",
        "Woningen en straten gaan samen op de schop. Bewoners hebben één keer overlast en krijgen een koele wijk terug.",
        (
            "Renovatie van woningen en vergroening van straten",
            "Vergroening van straten hoort",
            "Vergroen straten",
            "Eén team",
        ),
    ),
    Wish(
        "Hellingbossen en beekdalen verbonden",
        "Hellingbossen, graften en beekdalen worden één samenhangend landschap, te beginnen op grond die al van een "
        "beheerder is.",
        ("Verbind hellingbossen", "Hellingbossen en beekdalen verbinden kan", "Graslandstroken met bloemen"),
    ),
    Wish(
        "Eén proeftuin voor warmte en water",
        "Bedrijven, kennisinstelling en gemeente beginnen samen één proef met warm proceswater.",
        ("Begin met één proef", "Een proef kan", "Eén loket"),
        AmbitionStatus.PROPOSAL,
    ),
    Wish(
        "Alle wandelroutes blijven het hele seizoen open",
        "In het seizoen sluit niemand een wandelroute af.",
        ("Sluit in het seizoen",),
        AmbitionStatus.DROPPED,
        "Bij hoog water moet een pad dicht kunnen. Partijen maken in plaats daarvan omleidingen.",
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
    Party(
        "Gemeente Heerlen",
        PartyRole.SIGNATORY,
        PartyStatus.OFFICIALS_AGREE,
        "Het college van burgemeester en wethouders van Heerlen",
        "Wethouder",
    ),
    Party(
        "Gemeente Kerkrade",
        PartyRole.SIGNATORY,
        PartyStatus.DRAFT,
        "Het college van burgemeester en wethouders van Kerkrade",
        "Wethouder",
    ),
    Party("Woningcorporatie", PartyRole.SUPPORTER, PartyStatus.DRAFT, "", ""),
    Party("Universiteit Maastricht", PartyRole.SUPPORTER, PartyStatus.DRAFT, "", ""),
    Party("Stadsregio Parkstad Limburg", PartyRole.AGENDA_MEMBER, PartyStatus.DRAFT, "", ""),
    Party("Natuurorganisatie", PartyRole.SUPPORTER, PartyStatus.DRAFT, "", ""),
    Party("Bewonersvereniging beekdal", PartyRole.AGENDA_MEMBER, PartyStatus.DRAFT, "", ""),
)

IENW, PROVINCE, CITY = "Ministerie van Infrastructuur en Waterstaat", "Provincie Limburg", "Gemeente Maastricht"
WATER, FARMERS = "Waterschap Limburg", "Landbouworganisatie"
# Title of the article, party, consent, condition or reason, mandate, how one knows, days ago.
POSITIONS: tuple[tuple[str, str, str, str, str, str, int], ...] = (
    ("Water en bodem als begin", IENW, Consent.AGREES, "", Level.RESERVE, "Gezegd in het overleg", 18),
    ("Water en bodem als begin", PROVINCE, Consent.AGREES, "", Level.BIND, "Besluit van Gedeputeerde Staten", 15),
    ("Water en bodem als begin", CITY, Consent.AGREES, "", Level.RESERVE, "Brief van het college", 14),
    ("Water en bodem als begin", WATER, Consent.AGREES, "", Level.RESERVE, "Besluit van het dagelijks bestuur", 12),
    ("Water en bodem als begin", FARMERS, Consent.AGREES, "", Level.TALK, "Gezegd in het overleg", 10),
    ("Ruimte voor de beekdalen", IENW, Consent.CONDITIONAL, "De streek kiest eerst waar water blijft.", Level.RESERVE, "Gezegd in het overleg", 18),
    ("Ruimte voor de beekdalen", PROVINCE, Consent.AGREES, "", Level.RESERVE, "Gezegd in het overleg", 15),
    ("Ruimte voor de beekdalen", CITY, Consent.AGREES, "", Level.RESERVE, "Brief van het college", 14),
    ("Ruimte voor de beekdalen", WATER, Consent.AGREES, "", Level.BIND, "Besluit van het algemeen bestuur", 12),
    ("Ruimte voor de beekdalen", FARMERS, Consent.CONDITIONAL, "De vergoeding staat voor tien jaar vast.", Level.TALK, "Brief van het bestuur", 10),
    ("Groen tot in de wijk", PROVINCE, Consent.AGREES, "", Level.RESERVE, "Gezegd in het overleg", 15),
    ("Groen tot in de wijk", CITY, Consent.AGREES, "", Level.BIND, "Besluit van de raad", 9),
    ("Groen tot in de wijk", WATER, Consent.NOT_YET, "", Level.TALK, "Gezegd in het overleg", 8),
    ("Samen meten", IENW, Consent.REFUSES, "Er is geen geld voor metingen na de looptijd.", Level.RESERVE, "Brief van het ministerie", 7),
    ("Samen meten", PROVINCE, Consent.AGREES, "", Level.RESERVE, "Gezegd in het overleg", 15),
    ("Samen meten", WATER, Consent.AGREES, "", Level.RESERVE, "Gezegd in het overleg", 8),
)  # fmt: skip
# An article that got another text after parties spoke of it: its title, what stood there, and what stands there now.
REWRITTEN = (
    "Groen tot in de wijk",
    "Bewoners beslissen mee over",
    "Bewoners en woningcorporaties beslissen samen over",
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

# Title of the article, party, the words it would replace, by what, why, and how far it is: the handling of the
# planning group with its reason and adapted words, and what the party answered (ja, nee with words, or nothing yet).
AMENDMENTS: tuple[tuple[str, str, str, str, str, str, str, str, str], ...] = (
    ("Ruimte voor de beekdalen", FARMERS, "een eerlijke vergoeding", "een vergoeding die voor tien jaar vaststaat", "Een bedrijf plant verder dan één seizoen.", "", "", "", ""),
    ("Ruimte voor de beekdalen", CITY, "een eerlijke vergoeding", "een vergoeding uit het gebiedsfonds", "Zo weet ieder waar het geld vandaan komt.", "", "", "", ""),
    ("Samen meten", IENW, "bij elk ijkmoment", "eens per jaar", "Vaker meten kost meer dan het oplevert.", Handling.ADAPTED, "Een keer per jaar past niet bij de ijkmomenten, minder vaak wel.", "", ""),
    ("Ruggengraat", PROVINCE, "Een planningsgroep", "Een vaste planningsgroep", "Mensen moeten weten wie erin zit.", Handling.TAKE_OVER, "Dat is nu ook al zo.", "ja", ""),
    ("Waarom nu", CITY, "drie opgaven samen", "drie grote opgaven samen", "Zo klinkt het gewicht door.", Handling.TAKE_OVER, "Dat leest beter.", "overgenomen", ""),
    ("Wat partijen bindt", CITY, "een netwerk", "een los netwerk", "Het blijft vrijwillig.", "", "", "ingetrokken", ""),
    ("Wat partijen bindt", WATER, "Ieder houdt zijn eigen bevoegdheden.", "Ieder houdt zijn eigen bevoegdheden en begroting.", "Anders leest men dat budgetten worden samengevoegd.", Handling.NOT, "Begroting hoort bij hoofdstuk 9.", "nee", "Wij willen dit hier lezen, want hier gaat het over binden."),
)  # fmt: skip
