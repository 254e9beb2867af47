"""Warns when notes seem to hold the political opinion of a person. Pure: words in, a sentence out.

Such opinions are a special kind of personal data (AVG, article 9). The rule is simple and said aloud:
a text that names a party, a vote or a conviction on the same line as a person in function or with a
capital after a form of address. It warns and never refuses: what must be kept is for people to judge.
"""

import re

RULE = (
    "Dit lijkt op de politieke opvatting van een persoon. Schrijf liever op wat de organisatie vindt. "
    "Politieke opvattingen van mensen zijn bijzondere persoonsgegevens."
)
_PARTIES = "vvd|pvda|groenlinks|gl-pvda|cda|d66|pvv|nsc|bbb|christenunie|sgp|volt|partij voor de dieren|pvdd|forum voor democratie|fvd|ja21|50plus|denk|lokaal belang"
_POLITICS = re.compile(
    rf"\b(?:(?:{_PARTIES})\b|stem(?:t|de|men)? (?:op|voor|tegen)\b|partijlid\b|"
    r"politiek(?:e)? (?:overtuiging|opvatting|voorkeur|kleur)\b|linkse|rechtse|socialist|liberaal)",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"\b(?:(?:de )?(?:wethouder|gedeputeerde|burgemeester|dijkgraaf|minister|staatssecretaris|voorzitter|directeur|raadslid|statenlid)|"
    r"mevrouw|meneer|dhr\.?|mw\.?|hij|zij|persoonlijk)\b",
    re.IGNORECASE,
)


def political_opinion(text: str) -> str:
    """Return a warning when a line seems to hold somebody's political opinion; nothing otherwise."""
    for line in text.splitlines():
        if _POLITICS.search(line) and _PERSON.search(line):
            return RULE
    return ""
