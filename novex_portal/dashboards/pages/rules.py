"""The words of the trade in short sentences, in our own words; shown on the help page."""

TERMS: tuple[tuple[str, str], ...] = (
    ("Afspraak", "Iets wat iemand na een gesprek gaat doen, met een eigenaar en een datum."),
    (
        "Belang",
        "De reden achter een standpunt: waarom iemand iets wil. Wie het belang kent, ziet vaak meer oplossingen.",
    ),
    (
        "Bestuurder",
        "Iemand die namens een overheid of organisatie besluiten neemt, zoals een wethouder of gedeputeerde.",
    ),
    ("Bestuurlijk overleg", "Een vast moment waarop Rijk en regio samen besluiten voorbereiden of nemen."),
    (
        "Bevoegd gezag",
        "De overheid die volgens de wet over iets mag besluiten. Een coalitie verandert daar niets aan.",
    ),
    (
        "Coalitie",
        "Een netwerk van mensen en organisaties die elkaar begrijpen en samen voor dezelfde richting staan. Ze worden niet één organisatie.",
    ),
    ("Coalitieakkoord", "Het document waarin de partijen vastleggen wat zij samen willen en wat ieder daarvoor doet."),
    (
        "Future Search",
        "Een bijeenkomst van enkele dagen waarin het hele netwerk samen terugkijkt, vooruitkijkt en vaststelt waarover men het eens is.",
    ),
    ("Gedeelde ambitie", "Iets wat meer partijen samen willen bereiken, opgebouwd uit wat zij in gesprekken zeiden."),
    (
        "Gesprek",
        "Een vastgelegde ontmoeting met één of meer partijen: wie, wanneer, wat er is gezegd en wat is afgesproken.",
    ),
    ("Herkomst", "Waar een zin in het akkoord vandaan komt: de ambitie, de uitspraken en de gesprekken erachter."),
    ("IJkmoment", "Een moment waarop de gebieden laten zien hoe ver zij zijn met hun plannen."),
    (
        "Investeringsagenda",
        "Het deel van de uitvoeringsagenda over geld: wie betaalt wat, wanneer, en hoe zeker is dat.",
    ),
    (
        "Maatregel",
        "Iets wat partijen gaan doen om het akkoord uit te voeren, met een vaste code, een trekker en een begin en eind.",
    ),
    ("Mandaat", "Het recht om namens een ander iets af te spreken of te tekenen."),
    (
        "NOVEX-gebied",
        "Een gebied waar veel opgaven samenkomen en waar Rijk en regio daarom samen keuzes maken. Er zijn er zestien.",
    ),
    (
        "Ontwikkelperspectief",
        "Het verhaal van een gebied: waar gaat het heen? Het is de basis voor keuzes en afspraken.",
    ),
    ("Opgave", "Een grote taak in een gebied, bijvoorbeeld wateroverlast voorkomen of wijken versterken."),
    ("Planningsgeheugen", "Wat er in de uitvoeringsagenda verschoof: wanneer, hoeveel dagen en waarom."),
    (
        "Planningsgroep",
        "Een kleine groep mensen uit overheid en samenleving die het proces bijeenhoudt. Ook wel: de ruggengraat.",
    ),
    ("Positie", "Wat een partij van een artikel vindt: mee eens, met voorbehoud, niet mee eens of nog geen positie."),
    ("Ruggengraat", "Zie planningsgroep."),
    (
        "Ruimtelijk arrangement",
        "Afspraken over en weer tussen Rijk en provincie: het Rijk doet dit, de regio doet dat.",
    ),
    ("Schuurpunt", "Een plek of onderwerp waar wensen elkaar in de weg zitten, bijvoorbeeld landbouw en water."),
    (
        "Speling",
        "Het aantal dagen dat een maatregel kan uitlopen voordat een uiterste datum verderop niet meer wordt gehaald.",
    ),
    ("Standpunt", "Wat een partij wil of vindt. Vraag altijd naar het belang erachter."),
    ("Terugkoppeling", "Vertellen wat er met iemands inbreng is gedaan, en waarom."),
    ("Trekker", "De partij die ervoor zorgt dat een maatregel gebeurt, en meldt hoe het ermee staat."),
    ("Uitspraak", "Eén standpunt met het belang erachter, gehoord in een gesprek."),
    ("Uitvoeringsagenda", "De lijst van maatregelen: wat gebeurt er, wanneer, met wie, en wat moet eerst."),
    (
        "Vertrouwelijkheid",
        "Wie een verslag mag lezen: het hele gebied, de planningsgroep, of alleen mensen die u noemt.",
    ),
    ("Volgtijdelijke afhankelijkheid", "Het ene kan pas als het andere klaar is."),
    ("Voorbehoud", "Een voorwaarde die een partij stelt bij een artikel of bij het hele akkoord."),
    (
        "Voorwaarde van buiten",
        "Iets buiten de agenda waar maatregelen op wachten, zoals stikstofruimte, ruimte op het stroomnet of een begroting.",
    ),
    ("Wederkerige afspraak", "Een afspraak waarin beide kanten iets toezeggen."),
)
