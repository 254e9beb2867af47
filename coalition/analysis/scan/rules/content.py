"""The questions of the samenwerkingsscan that every area starts with. Data, in our own words.

Two published ways of looking stand behind them: the five lenses of Kaats & Opheij (ambitie, belangen,
relatie, organisatie, proces) and the three supports that OFL names (gevoelde
urgentie, initiatief, ruggengraat). Neither wrote these questions.
"""

from coalition.analysis.scan.rules.scan import DimensionData

SOURCE = (
    "De onderdelen volgen twee gepubliceerde kaders: de vijf lenzen van Kaats en Opheij (ambitie, belangen, relatie, "
    "organisatie, proces) en drie steunpunten die OFL noemt (gevoelde urgentie, initiatief, ruggengraat). "
    "De stellingen zijn van dit portaal zelf, niet van hen."
)
TITLE = "Samenwerkingsscan"
# Raise this when the words below change: the next measurement takes the new version, earlier ones keep theirs.
NUMBER = 1
DIMENSIONS = (
    DimensionData(
        "Gevoelde urgentie",
        "Voelen partijen dat er nu iets moet gebeuren?",
        (
            "Onze organisatie merkt elke dag waarom dit gebied nu aan de slag moet.",
            "De partijen om tafel noemen dezelfde problemen als dringend.",
        ),
    ),
    DimensionData(
        "Initiatief",
        "Is er iemand die begint, en krijgt die de ruimte?",
        (
            "Er zijn mensen die beginnen zonder te wachten op een opdracht.",
            "Wie een idee heeft, krijgt ruimte en hulp om het te proberen.",
        ),
    ),
    DimensionData(
        "Ruggengraat",
        "Houdt iemand de samenwerking gaande als het tegenzit?",
        (
            "Het is duidelijk wie de samenwerking gaande houdt.",
            "Er is genoeg tijd en geld vrijgemaakt om dat vol te houden.",
        ),
    ),
    DimensionData(
        "Ambitie",
        "Willen partijen samen hetzelfde bereiken?",
        (
            "Wij kunnen in één zin zeggen wat wij samen willen bereiken.",
            "Dat doel is ook voor onze eigen organisatie de moeite waard.",
            "Wat wij samen willen, lukt geen van ons alleen.",
        ),
    ),
    DimensionData(
        "Belangen",
        "Kennen partijen elkaars belangen, en tellen die mee?",
        (
            "Wij kunnen open zeggen wat ons eigen belang is.",
            "Andere partijen houden rekening met wat voor ons telt.",
            "Lasten en baten zijn eerlijk verdeeld.",
        ),
    ),
    DimensionData(
        "Relatie",
        "Kunnen mensen op elkaar bouwen?",
        (
            "Wij vertrouwen erop dat anderen doen wat zij zeggen.",
            "Als het schuurt, praten wij daar met elkaar over.",
        ),
    ),
    DimensionData(
        "Organisatie",
        "Is geregeld wie wat doet en wie wat mag?",
        (
            "Wij weten wie waarover beslist.",
            "Wie voor een partij aan tafel zit, kan voor die partij spreken.",
            "Afspraken worden vastgelegd en nagekomen.",
        ),
    ),
    DimensionData(
        "Proces",
        "Komen partijen stap voor stap verder?",
        (
            "Wij weten wat de volgende stap is en wanneer die komt.",
            "Het tempo past bij wat onze organisatie aankan.",
        ),
    ),
)
