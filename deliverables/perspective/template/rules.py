"""The template the portal begins with. Pure."""

TEMPLATE = (
    ("Waar we staan", "Wat er nu is en wat er op het gebied afkomt."),
    ("Het gebied in 2050", "Hoe het gebied er dan uitziet, en voor wie."),
    ("Hoofdkeuzes", "Hoe de keuzes samenhangen. De keuzes zelf staan apart."),
    ("Schuurpunten", "Waar opgaven om dezelfde ruimte vragen, en hoe partijen daarmee omgaan."),
    ("Opgaven en programma’s", "Wat het gebied bijdraagt aan nationale programma’s, en wat het daarvoor vraagt."),
    ("Samenwerken en beslissen", "Wie waarover beslist, en wanneer partijen elkaar spreken."),
    ("Vervolgopgaven", "Wat nog uitgewerkt moet worden, door wie."),
    ("Kaarten", "Waar de keuzes liggen. Zet er een bijschrift bij, en woorden voor wie de kaart niet ziet."),
)
"""Heading and what belongs below it; the Rijk gives no demands in advance, so all of it may go or be called otherwise."""

MAX_SECTIONS = 30
"""So many parts a template has at most, and so many a perspective."""
