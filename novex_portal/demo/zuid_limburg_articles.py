"""The rest of the akkoord of the practice area: what stands in the chapters beside the first articles, and what came later."""

# Chapter, title, text. Written from what the area itself says of its three opgaven and of its planning group.
FIRST: tuple[tuple[int, str, str], ...] = (
    (1, "Wie meedoen", "Dit akkoord is van rijk, provincie, waterschap, gemeenten, landbouw, natuur, wonen, onderwijs en bewoners in Zuid-Limburg."),
    (1, "In welke rol", "Een partij is ondertekenaar, ondersteuner of agendalid. Een koepel bindt haar leden niet."),
    (2, "Wat er gebeurde", "Hoogwater liet zien dat regen die boven valt, beneden schade doet. Partijen willen daar samen van leren."),
    (2, "Drie opgaven in één gebied", "Circulaire economie, kwetsbare wijken en een klimaatvast Heuvelland vragen om dezelfde grond, hetzelfde geld en dezelfde mensen."),
    (3, "Regenwater blijft boven", "1. Partijen houden regenwater vast op de plateaus.\n2. Zij beginnen met veel kleine buffers en graslandstroken."),
    (3, "Landschap verbonden", "Hellingbossen, graften en beekdalen worden één samenhangend landschap, te beginnen op grond die al van een beheerder is."),
    (4, "Wat over vijf jaar te zien is", "1. Er is in elk stroomgebied meer water vastgehouden dan nu.\n2. In elke wijk met hitte is een straat vergroend.\n3. Er loopt één proef met warm proceswater."),
    (4, "Tussenstand elk jaar", "Partijen leggen elk jaar naast elkaar wat is gedaan, en zeggen open wat niet lukte."),
    (5, "Waar partijen het over eens zijn", "Water en bodem komen eerst. Wie grond geeft, krijgt daar iets voor terug. Bewoners beslissen mee over hun straat."),
    (6, "Inzet van het rijk", "Het rijk brengt kennis en programma’s bij elkaar en wijst één aanspreekpunt aan."),
    (6, "Inzet van de provincie", "De provincie stelt grond beschikbaar voor ruil en regelt de vergunningen van buffers in één keer."),
    (6, "Inzet van het waterschap", "Het waterschap legt waterbuffers aan en leert grondgebruikers wat zij zelf kunnen doen."),
    (6, "Inzet van de gemeenten", "Gemeenten vergroenen straten als de riolering toch open gaat, en stemmen dat af met de woningcorporatie."),
    (6, "Inzet van de landbouw", "Boeren leggen graslandstroken aan waar de helling het steilst is, als daar een vaste vergoeding tegenover staat."),
    (6, "Inzet van natuurbeheerders", "Natuurbeheerders beginnen op eigen grond met hellingbos en graften."),
    (6, "Inzet van de woningcorporatie", "De woningcorporatie pakt woning en straat in één keer aan, zodat bewoners één keer overlast hebben."),
    (7, "Samenstelling", "In de planningsgroep zitten mensen uit overheid en samenleving. Wie vertrekt, draagt over."),
    (7, "Vijf functies", "De planningsgroep plant, brengt mensen en middelen bij elkaar, legt verbindingen, legt besluiten vast en volgt de voortgang."),
    (8, "Wie beslist", "Elke partij beslist zelf, in haar eigen orgaan. De planningsgroep bereidt voor en beslist niet."),
    (8, "Voorbehoud", "Een partij die tekent onder voorbehoud, zegt voor het volgende ijkmoment hoe het daarmee staat."),
    (9, "Wie wat betaalt", "Partijen betalen hun eigen inzet. Voor wat zij samen doen, maken zij per maatregel een verdeling."),
    (9, "Vergoeding voor grond", "De vergoeding voor grond die water krijgt, staat voor tien jaar vast. Hoe hoog zij is, werken partijen uit."),
    (9, "Geen rechten op geld", "Aan dit akkoord ontleent niemand een recht op subsidie."),
    (10, "IJkmomenten", "Bij elk ijkmoment bespreken partijen wat af is, wat loopt en wat vastzit."),
    (11, "Erbij komen", "Een nieuwe partij kan meedoen als zij de ambities onderschrijft en zegt wat zij inbrengt."),
    (11, "Wijzigen", "Een wijziging gaat in als alle partijen die tekenen ermee instemmen."),
    (11, "Stoppen", "Een partij die stopt, zegt dat een half jaar van tevoren en draagt over waar zij mee bezig was."),
    (12, "Wat dit akkoord is", "Dit akkoord bindt partijen om hun best te doen. Niemand kan er bij de rechter nakoming mee vragen."),
    (13, "Vanaf wanneer", "Het akkoord geldt vanaf de dag dat alle ondertekenaars hebben getekend."),
    (14, "Ondertekenen", "Partijen tekenen op één dag, in Zuid-Limburg, ieder namens haar eigen bestuur."),
)  # fmt: skip
# What came with the second version.
LATER: tuple[tuple[int, str, str], ...] = (
    (10, "Cijfers voor iedereen", "Wat partijen meten, is voor iedereen te lezen. Zie ook [[artikel 10.1]]."),
    (13, "Tot wanneer", "Het akkoord geldt vijf jaar. Een jaar voor het einde besluiten partijen of zij doorgaan."),
)
# An article that read otherwise in the first version: its title, what stood there, and what came instead.
SINCE_FIRST = ("Tussenstand elk jaar", "elk jaar naast elkaar", "bij elk ijkmoment naast elkaar")

TERMS: tuple[tuple[str, str], ...] = (
    ("beekdal", "Het dal van een beek met de hellingen die erop afwateren."),
    ("graft", "Een begroeide strook op een helling, die water en grond tegenhoudt."),
    ("planningsgroep", "De mensen uit overheid en samenleving die de samenwerking gaande houden."),
)
POINT = (
    "Wie betaalt het onderhoud van graften en waterbuffers?",
    "Aanleg is geregeld, onderhoud niet. Het gaat om werk dat elk jaar terugkomt, ook na de looptijd van dit akkoord.",
    "Waarover partijen nog verschillen",
    (
        ("Landbouworganisatie", "Wie er last van heeft dat het niet gebeurt, betaalt: dat is niet de boer alleen."),
        ("Waterschap Limburg", "Wij onderhouden buffers die van ons zijn. Graften horen bij de grond."),
        ("Provincie Limburg", "Wij willen meedenken over een fonds, als anderen ook inleggen."),
    ),
)
# Party and what articles are worth to it, from 0 (it loses much) to 10 (it gains much); 5 makes no difference.
WEIGHTS: tuple[tuple[str, tuple[tuple[str, int], ...]], ...] = (
    ("Ministerie van Infrastructuur en Waterstaat", (("Ruimte voor de beekdalen", 8), ("Samen meten", 2), ("Vergoeding voor grond", 4))),
    ("Provincie Limburg", (("Ruimte voor de beekdalen", 9), ("Samen meten", 7), ("Vergoeding voor grond", 6))),
    ("Gemeente Maastricht", (("Ruimte voor de beekdalen", 6), ("Samen meten", 6), ("Groen tot in de wijk", 9))),
    ("Landbouworganisatie", (("Ruimte voor de beekdalen", 3), ("Vergoeding voor grond", 10), ("Samen meten", 6))),
)  # fmt: skip
COMMENTS: tuple[tuple[str, str, str], ...] = (
    ("Ruimte voor de beekdalen", "Moet hier niet bij wat een eerlijke vergoeding is?", "Dat staat in hoofdstuk 9. Ik zet er een verwijzing bij."),
    ("Samen meten", "Wie verzamelt de cijfers?", ""),
)  # fmt: skip
