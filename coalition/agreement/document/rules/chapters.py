"""The chapters an akkoord begins with; from then on they are the area's own to change."""

SHARED_AMBITIONS = "Gedeelde ambities"
STANDARD_CHAPTERS = (
    "Partijen",
    "Overwegingen",
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
    "Ondertekening",
)

# One line of help per standard chapter: what usually stands there.
CHAPTER_HELP = {
    "Partijen": "Wie zich verbinden, in welke rol en namens wie.",
    "Overwegingen": "Waarom nu: de urgentie en de opgaven.",
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
    "Ondertekening": "Waar, wanneer en door wie wordt getekend.",
}
