"""More conversations of the practice area of Zuid-Limburg, held in two rounds. Made up for practice; roles only."""

from coalition.enums import ConversationForm, Stance
from novex_portal.demo.zuid_limburg import BLUE_GREEN, CIRCULAR, HEUVELLAND, NEIGHBOURHOODS, Said, Talk

SUPPORTS, IF, NEUTRAL, OBJECTS = Stance.SUPPORTS, Stance.CONDITIONAL, Stance.NEUTRAL, Stance.OBJECTS
GROUP = ConversationForm.GROUP

FIRST_ROUND: tuple[Talk, ...] = (
    Talk(138, (("Provincie Limburg", "Gedeputeerde ruimte"),), "Maastricht",
         "De provincie zoekt een aanpak die overheid en samenleving samen dragen. Zonder keuzes voor de beekdalen blijft elk plan papier.",
         (Said("Provincie Limburg", BLUE_GREEN, "Houd regenwater vast op de plateaus voordat het de dorpen bereikt.", "Minder schade en herstelkosten in de dorpen.", SUPPORTS, 5),)),
    Talk(136, (("Gemeente Valkenburg aan de Geul", "Wethouder water"),), "Valkenburg",
         "De overstroming zit nog in ieders geheugen. De gemeente wil weten wat zij zelf kan doen en wat bovenstrooms moet.",
         (Said("Gemeente Valkenburg aan de Geul", BLUE_GREEN, "Regenwater moet bovenstrooms op de plateaus blijven; het centrum kan niet meer aan.", "Veiligheid van inwoners en ondernemers in het centrum.", SUPPORTS, 5),)),
    Talk(133, (("Bewonersvereniging beekdal", "Voorzitter"),), "Gulpen",
         "Bewoners willen niet wachten op een groot plan. Zij zien elke bui met zorg tegemoet en willen meepraten over hun eigen straat.",
         (Said("Bewonersvereniging beekdal", BLUE_GREEN, "Houd het regenwater vast op de plateaus en laat bewoners meedenken over hun straat.", "Rustig kunnen slapen als het regent.", SUPPORTS, 5),)),
    Talk(130, (("Landbouworganisatie", "Regiobestuurder"), ("Gemeente Eijsden-Margraten", "Beleidsadviseur landschap")), "Margraten",
         "Boeren op het plateau willen meewerken als grond bruikbaar blijft. De gemeente denkt aan een gebiedsfonds.",
         (Said("Landbouworganisatie", HEUVELLAND, "Graslandstroken kunnen, met een vergoeding voor langere tijd.", "Een bedrijf dat de volgende generatie kan overnemen.", IF, 4),
          Said("Gemeente Eijsden-Margraten", HEUVELLAND, "Zet een gebiedsfonds op met vergoeding voor graslandstroken.", "Een open plateau dat onderhouden blijft.", SUPPORTS, 3)), form=GROUP),
    Talk(127, (("Chemiebedrijven op het industrieterrein", "Parkmanager"),), "Geleen",
         "De bedrijven willen reststromen uitwisselen, maar wachten op leidingen en ruimte op het net.",
         (Said("Chemiebedrijven op het industrieterrein", CIRCULAR, "Reststromen en restwarmte delen we zodra leidingen en vergunningen er zijn.", "Investeringen die langer dan tien jaar meegaan.", IF, 4),)),
    Talk(124, (("Universiteit Maastricht", "Programmaleider circulair"),), "Maastricht",
         "De universiteit heeft proeftuinen en studenten, en zoekt bedrijven die durven.",
         (Said("Universiteit Maastricht", CIRCULAR, "Restwarmte en reststromen delen vraagt om één proeftuin met bedrijven.", "Onderzoek dat in de streek wordt gebruikt.", SUPPORTS, 3),)),
    Talk(121, (("Gemeente Sittard-Geleen", "Wethouder economie"),), "Sittard",
         "De gemeente wil banen houden en de lucht schoner. Zij ziet de reststromen als kans.",
         (Said("Gemeente Sittard-Geleen", CIRCULAR, "Vergunningen voor het delen van reststromen behandelen we met voorrang.", "Werk voor mensen uit de streek.", SUPPORTS, 4),)),
    Talk(118, (("Wijkbewoners Heerlen-Noord", "Vertegenwoordiger wijkraad"),), "Heerlen",
         "Bewoners merken weinig van plannen. Zij willen schaduw, een park en huizen die in de zomer koel blijven.",
         (Said("Wijkbewoners Heerlen-Noord", NEIGHBOURHOODS, "Vergroen straten en schoolpleinen tegelijk met de renovatie van woningen.", "Een koele, gezonde wijk zonder hogere huur.", SUPPORTS, 5),)),
    Talk(115, (("Woningcorporatie", "Gebiedsregisseur"), ("Gemeente Kerkrade", "Projectleider wijken")), "Kerkrade",
         "Renovatie en vergroening lopen nu los van elkaar. Samen scheelt het overlast en geld.",
         (Said("Woningcorporatie", NEIGHBOURHOODS, "Renovatie van woningen en vergroening van straten plannen we samen, als de gemeente het onderhoud doet.", "Eén keer overlast voor huurders.", IF, 4),
          Said("Gemeente Kerkrade", NEIGHBOURHOODS, "Vergroening van straten hoort bij elke renovatie van woningen.", "Wijken die de hitte aankunnen.", SUPPORTS, 4)), form=GROUP),
    Talk(112, (("Natuurorganisatie", "Directeur"), ("Staatsbosbeheer", "Beheerder Zuid-Limburg")), "Epen",
         "Beide beheren hellingbossen en bronnen. Zij willen de dalen verbinden.",
         (Said("Natuurorganisatie", HEUVELLAND, "Verbind hellingbossen en beekdalen tot één samenhangend landschap.", "Soorten die zich kunnen verplaatsen.", SUPPORTS, 4),
          Said("Staatsbosbeheer", HEUVELLAND, "Hellingbossen en beekdalen verbinden kan op eigen grond morgen beginnen.", "Beheer dat betaalbaar blijft.", SUPPORTS, 3)), form=GROUP),
    Talk(109, (("Recreatieondernemers Heuvelland", "Voorzitter"),), "Vijlen",
         "Ondernemers leven van het landschap en vrezen afgesloten routes.",
         (Said("Recreatieondernemers Heuvelland", HEUVELLAND, "Sluit in het seizoen geen wandelroutes af.", "Inkomsten in de zomermaanden.", OBJECTS, 4),)),
    Talk(106, (("Drinkwaterbedrijf", "Strategisch adviseur"),), "Maastricht",
         "Water op het plateau is ook drinkwater voor later. Het bedrijf let vooral op wat er in de bodem komt.",
         (Said("Drinkwaterbedrijf", BLUE_GREEN, "Regenwater op de plateaus laten zakken, als er geen mest en middelen mee naar beneden gaan.", "Schoon grondwater voor later.", IF, 3),)),
    Talk(103, (("Rijkswaterstaat", "Adviseur Maas"), ("Waterschap Limburg", "Omgevingsmanager")), "Maastricht",
         "De Maas en de beken hangen samen. Afspraken over hoogwater moeten op elkaar passen.",
         (Said("Rijkswaterstaat", BLUE_GREEN, "Stem hoogwater in de beken en in de Maas op elkaar af.", "Geen verrassingen benedenstrooms.", NEUTRAL, 3),), form=GROUP),
    Talk(100, (("Koepel van natuurorganisaties", "Beleidsmedewerker"),), "Roermond",
         "De koepel spreekt niet namens elk lid, maar ziet dezelfde lijn.",
         (Said("Koepel van natuurorganisaties", BLUE_GREEN, "Geef beken weer ruimte om te meanderen.", "Herstel van de beekdalen.", SUPPORTS, 4),)),
)  # fmt: skip

SECOND_ROUND: tuple[Talk, ...] = (
    Talk(46, (("Ministerie van Binnenlandse Zaken en Koninkrijksrelaties", "Accounthouder"),), "Den Haag",
         "Het ministerie wil dat wijkaanpak en ruimtelijk voorstel bij elkaar komen.",
         (Said("Ministerie van Binnenlandse Zaken en Koninkrijksrelaties", NEIGHBOURHOODS, "Renovatie van woningen en vergroening krijgen voor meer jaren geld.", "Rust in de uitvoering.", SUPPORTS, 4),)),
    Talk(44, (("Gemeente Gulpen-Wittem", "Wethouder ruimte"), ("Landbouworganisatie", "Regiobestuurder")), "Gulpen",
         "Gemeente en boeren liepen samen het dal door en wezen plekken aan waar water kan blijven staan.",
         (Said("Gemeente Gulpen-Wittem", BLUE_GREEN, "Wijs samen met boeren plekken aan waar regenwater op de plateaus kan blijven.", "Een plan dat op de keukentafel is gemaakt.", SUPPORTS, 4),
          Said("Landbouworganisatie", BLUE_GREEN, "Regenwater op de plateaus vasthouden kan, als de vergoeding voor tien jaar vaststaat.", "Zekerheid over grond en inkomen.", IF, 5)), form=GROUP),
    Talk(41, (("Ondernemersvereniging circulaire maakindustrie", "Voorzitter"),), "Kerkrade",
         "Kleine maakbedrijven willen meedoen, maar kennen de weg niet.",
         (Said("Ondernemersvereniging circulaire maakindustrie", CIRCULAR, "Laat kleine bedrijven meedoen bij het delen van reststromen.", "Nieuwe opdrachten in de streek.", SUPPORTS, 4),)),
    Talk(38, (("Koepel van woningcorporaties", "Directeur"),), "Heerlen",
         "De koepel waarschuwt voor te veel plannen tegelijk.",
         (Said("Koepel van woningcorporaties", NEIGHBOURHOODS, "Doe eerst de slechtste woningen, dan pas het groen.", "Bewoners met hoge energiekosten helpen.", OBJECTS, 4),)),
    Talk(35, (("Stadsregio Parkstad Limburg", "Programmamanager"), ("Gemeente Heerlen", "Beleidsadviseur")), "Heerlen",
         "De stadsregio wil één uitvoeringsteam voor de wijken.",
         (Said("Stadsregio Parkstad Limburg", NEIGHBOURHOODS, "Eén team voor renovatie en vergroening in alle wijken.", "Geen dubbel werk.", SUPPORTS, 3),), form=GROUP),
    Talk(31, (("Kennisinstelling voor water en bodem", "Onderzoeker"),), "Online",
         "De doorrekening laat zien dat veel kleine maatregelen samen tellen.",
         (Said("Kennisinstelling voor water en bodem", BLUE_GREEN, "Veel kleine buffers op de plateaus houden samen meer regenwater vast dan één grote.", "Besluiten op basis van cijfers.", SUPPORTS, 3),)),
    Talk(27, (("Ministerie van Infrastructuur en Waterstaat", "Accounthouder Zuid-Limburg"), ("Provincie Limburg", "Programmamanager")), "Maastricht",
         "Rijk en provincie bespraken wie waarvoor betaalt.",
         (Said("Ministerie van Infrastructuur en Waterstaat", BLUE_GREEN, "Het Rijk betaalt mee als de regio zelf kiest waar water blijft.", "Afspraken die aan twee kanten binden.", IF, 4),), form=GROUP),
    Talk(9, (("Gemeente Eijsden-Margraten", "Wethouder landschap"),), "Margraten",
         "De gemeente wil beginnen met twee proefstroken op het plateau.",
         (Said("Gemeente Eijsden-Margraten", BLUE_GREEN, "Begin met twee proefstroken die regenwater op het plateau vasthouden.", "Leren voordat het groot wordt.", SUPPORTS, 4),)),
)  # fmt: skip

QUESTIONS = """Wat speelt er bij u in het gebied?
Wat wilt u bereiken, en waarom?
Wat hebt u daarvoor van anderen nodig?
Met wie zouden wij nog moeten spreken?"""
# Organisation, planned so many days from today (None: not yet), where.
TARGETS: tuple[tuple[str, int | None, str], ...] = (
    ("Gemeente Vaals", 6, "Vaals"),
    ("Netbeheerder", 13, "Online"),
    ("Jongerenraad", None, ""),
    ("Wijkbewoners Heerlen-Noord", None, ""),
    ("Universiteit Maastricht", 20, "Maastricht"),
)
AIMS = {"gemeente": 4, "bewoners": 3, "bedrijf": 3, "kennisinstelling": 1}
