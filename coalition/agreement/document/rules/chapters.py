"""The chapters an akkoord begins with; from then on they are the area's own to change.

Who the parties are, why they agree and where they sign is no chapter: the document makes these parts itself.
"""

SHARED_AMBITIONS = "Gedeelde ambities"
STANDARD_CHAPTERS = (
    "Doel en reikwijdte",
    "Uitgangspunten van de samenwerking",
    SHARED_AMBITIONS,
    "Doelen en resultaten",
    "Waarover we het eens zijn, en waarover nog niet",
    "Inzet per partij",
    "Organisatie en ruggengraat",
    "Besluiten en bevoegdheden",
    "Geld en voorbehouden",
    "Volgen en evalueren",
    "Toetreden, wijzigen en opzeggen",
    "Juridische status",
    "Looptijd",
)

# One line of help per standard chapter: what usually stands there.
CHAPTER_HELP = {
    "Doel en reikwijdte": "Voor welk gebied en welke opgaven het akkoord geldt, en wat erbuiten blijft.",
    "Uitgangspunten van de samenwerking": "Wat partijen van elkaar mogen verwachten, in welke rol.",
    SHARED_AMBITIONS: "Wat de partijen samen willen bereiken.",
    "Doelen en resultaten": "Waaraan men over een paar jaar ziet dat het lukt.",
    "Waarover we het eens zijn, en waarover nog niet": "Wat vaststaat, en wat partijen nog uitzoeken.",
    "Inzet per partij": "Wat elke partij zelf doet of meebrengt.",
    "Organisatie en ruggengraat": "Wie de planningsgroep vormen en hoe zij werken.",
    "Besluiten en bevoegdheden": "Wie waarover beslist. Bevoegdheden blijven waar ze zijn.",
    "Geld en voorbehouden": "Wie wat betaalt, waaruit, en onder welke voorwaarde.",
    "Volgen en evalueren": "Hoe partijen bijhouden of zij doen wat zij afspraken.",
    "Toetreden, wijzigen en opzeggen": "Hoe een partij erbij komt, iets wijzigt of stopt.",
    "Juridische status": "Wat partijen wel en niet kunnen afdwingen.",
    "Looptijd": "Vanaf wanneer en tot wanneer het akkoord geldt.",
}

# What an akkoord began with before, and what to know of it where it is still empty.
FORMER_CHAPTERS = {
    "Partijen": "De partijen staan al vóór het eerste artikel. Een leeg hoofdstuk kunt u verwijderen.",
    "Overwegingen": "De overwegingen staan al vóór het eerste artikel. Een leeg hoofdstuk kunt u verwijderen.",
    "Ondertekening": "De plaats om te tekenen volgt vanzelf na het laatste artikel. Een leeg hoofdstuk kunt u verwijderen.",
}


def help_for(title: str) -> str:
    """Return what usually stands in a chapter of this title; empty for one of the area's own."""
    return CHAPTER_HELP.get(title) or FORMER_CHAPTERS.get(title, "")
