"""What a writer is told of a text, in words. Pure; the codes are those of `reading.py`."""

from collections.abc import Sequence

from novex_portal.toolkit.law_text.tree import Document, Told

STOPS = frozenset({"R1", "T1"})
"""What keeps a text from being saved; all else is only said."""
_MESSAGES = {
    "L1": "Regel {line} begint met ‘{0}’, maar er gaat niets aan vooraf waar dat op volgt. De regel is gewone tekst.",
    "L2": (
        "Regel {line} begint met ‘{0}’ midden in een zin. De regel is gewone tekst. Is het een nieuw lid? "
        "Zet een punt achter de regel ervoor."
    ),
    "L3": "Na ‘{0}’ komt ‘{1}’. Klopt dat?",
    "L4": "‘{0}’ staat twee keer in dit artikel. Verwijzen kan dan niet.",
    "L5": "Regel {line} springt anders in dan haar lijst. Zij is gelezen als ‘{0}’ van die lijst.",
    "L6": "‘{0}’ en ‘{1}’ staan door elkaar.",
    "L7": "Regel {line} staat dieper dan drie niveaus.",
    "L8": "Regel {line} heeft twee nummers. Zet het tweede op een eigen regel.",
    "L9": "‘{0}’ is geen nummer van een lid of onderdeel. De regel is gewone tekst.",
    "L10": "‘{0}’ op regel {line} is gelezen als deel van ‘{1}’. Laat inspringen of typ 1°.",
    "L11": "‘{0}’ op regel {line} past in twee lijsten en is gewone tekst. Laat inspringen.",
    "L12": (
        "Regel {line} is gelezen als ‘{0}’, maar de regel ervoor eindigt op ‘{1}’. Hoort het getal bij die zin? "
        "Zet er \\ voor."
    ),
    "L13": "‘{0}’ op regel {line} staat naast ‘{1}’, niet eronder. Hoort het eronder? Laat inspringen.",
    "P1": (
        "Hoort regel {line} bij ‘{0}’ of bij de hele opsomming? Nu bij de hele opsomming. Bij ‘{0}’: laat inspringen. "
        "Bij het geheel: laat een regel leeg."
    ),
    "P2": "Regel {line} staat los van de leden. Hoort zij bij het lid ervoor? Laat inspringen.",
    "P3": "Regel {line} is gelezen als vervolg van ‘{0}’. Staat zij los? Laat een regel leeg.",
    "B1": "Regel {line} lijkt op een tabel, maar de regel met streepjes ontbreekt of past niet.",
    "B2": "De rij op regel {line} heeft meer of minder vakken dan de kop.",
    "B3": "De streepjes op regel {line} zijn tekst.",
    "N1": "Noot {0} ontbreekt.",
    "N2": "Naar noot {0} verwijst niets.",
    "N3": "Noot {0} staat er twee keer.",
    "M1": "Op regel {line} is een * zonder tweede gewone tekst.",
    "M2": "‘{0}’ op regel {line} is geen opmaak.",
    "R1": "“{0}” staat niet in dit akkoord, of twee keer. Kijk de verwijzing na.",
    "T1": "Regel {line} heeft tekens die de leesrichting omkeren. Haal ze weg.",
    "T2": "Regel {line} heeft een onzichtbaar teken.",
}


def message(told: Told) -> str:
    """Return what there is to tell, as a sentence."""
    return _MESSAGES[told.code].format(*told.words.split("|"), line=told.line)


def messages(document: Document) -> list[str]:
    """Return all there is to tell of a text, in the order of its lines, each once."""
    return list(dict.fromkeys(map(message, document.told)))


def stops(document: Document) -> list[str]:
    """Return what keeps a text from being saved, as sentences; [] when nothing does."""
    return list(dict.fromkeys(message(row) for row in document.told if row.code in STOPS))


def codes() -> Sequence[str]:
    """Return every code there are words for."""
    return list(_MESSAGES)
