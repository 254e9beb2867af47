"""The columns of a file with parties, and what may stand in their cells. Pure."""

import difflib
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from areas.parties.enums import OrganisationKind


@dataclass(frozen=True)
class Column:
    """One column: its name in the file, how it may be called there too, and how long its text may be."""

    key: str
    label: str
    most: int
    example: str
    aliases: tuple[str, ...] = ()


NAME = Column("naam", "naam", 200, "Waterschap Limburg", ("organisatie", "partij", "naam organisatie", "naam partij"))
KIND = Column("soort", "soort", 60, "Waterschap", ("soort partij", "type", "soort organisatie"))
WEBSITE = Column("website", "website", 200, "www.waterschaplimburg.nl", ("webadres", "site", "url"))
UMBRELLAS = Column(
    "koepel", "koepel", 1_000, "Unie van Waterschappen", ("koepels", "lid van", "lid van koepel", "koepelorganisatie")
)
NOTES = Column("aantekeningen", "aantekeningen", 5_000, "Wil meedenken over de beek", ("notities", "opmerkingen"))
ROLE = Column("functie", "functie", 150, "Beleidsadviseur water", ("rol", "functie contactpersoon"))
EMAIL = Column("e-mail", "e-mail", 254, "advies@example.org", ("email", "e-mailadres", "mail", "mailadres"))
PHONE = Column("telefoon", "telefoon", 30, "088 123 45 67", ("telefoonnummer", "tel", "mobiel"))
COLUMNS = (NAME, KIND, WEBSITE, UMBRELLAS, NOTES, ROLE, EMAIL, PHONE)
BY_KEY = {column.key: column for column in COLUMNS}

EXAMPLE_ROWS = (
    ("Unie van Voorbeeldwaterschappen", "Maatschappelijke organisatie", "www.example.org", "", "", "", "", ""),
    (
        "Waterschap Voorbeeld", "Waterschap", "www.example.com", "Unie van Voorbeeldwaterschappen",
        "Wil meedenken over de beek.", "Beleidsadviseur water", "water@example.com", "088 123 45 67",
    ),
    ("Bewonersgroep De Voorbeeldwijk", "Bewoners", "", "", "", "Voorzitter", "wijk@example.org", ""),
)  # fmt: skip


@dataclass(frozen=True)
class Header:
    """Which place in a line holds which column, and the names of columns that do not take part."""

    places: dict[int, str]
    ignored: tuple[str, ...]

    @property
    def notes(self) -> list[str]:
        """What to tell about the columns that do not take part."""
        return [_ignored(name) for name in self.ignored]


class HeaderFault(ValueError):
    """The first line does not name the columns as it should; the message is for the screen."""


def squeezed(text: str) -> str:
    """Return text without capitals, accents, spaces and signs: how people name a column or a kind."""
    plain = unicodedata.normalize("NFKD", text.lower())
    return re.sub(r"[^a-z0-9]", "", "".join(sign for sign in plain if not unicodedata.combining(sign)))


_KNOWN = {squeezed(name): column.key for column in COLUMNS for name in (column.key, *column.aliases)}
_KINDS = {squeezed(word): kind.value for kind in OrganisationKind for word in (kind.value, kind.label)} | {
    "gemeenten": "gemeente", "provincies": "provincie", "waterschappen": "waterschap", "hoogheemraadschap": "waterschap",
    "ministerie": "rijk", "rijksoverheid": "rijk", "bedrijven": "bedrijf", "kennisinstellingen": "kennisinstelling",
    "maatschappelijkeorganisaties": "maatschappelijk", "bewonersgroep": "bewoners", "inwoners": "bewoners",
}  # fmt: skip


def kind_of(text: str) -> str:
    """Return the kind of organisation somebody means; empty for a word that names none."""
    return _KINDS.get(squeezed(text), "")


def read_header(cells: Sequence[str]) -> Header:
    """Return where each column stands; raises HeaderFault for one that is missing or there twice."""
    places: dict[int, str] = {}
    ignored = []
    for place, cell in enumerate(cells):
        key = _KNOWN.get(squeezed(cell))
        if key is None:
            if cell:
                ignored.append(cell[:60])
        elif key in places.values():
            raise HeaderFault(f"De kolom “{key}” staat er twee keer. Haal er een weg.")
        else:
            places[place] = key
    if NAME.key not in places.values():
        raise HeaderFault(
            f"De kolom “naam” ontbreekt. Zet op de eerste regel de namen van de kolommen: {all_names()}. "
            "Alleen “naam” is altijd nodig. Gebruik zo nodig het voorbeeldbestand."
        )
    return Header(places, tuple(ignored))


def all_names() -> str:
    """Return the names of all columns for a sentence."""
    names = [column.key for column in COLUMNS]
    return f"{', '.join(names[:-1])} en {names[-1]}"


def _ignored(name: str) -> str:
    near = difflib.get_close_matches(squeezed(name), list(_KNOWN), n=1, cutoff=0.75)
    hint = f" Bedoelt u “{_KNOWN[near[0]]}”? Pas dan de eerste regel van het bestand aan." if near else ""
    return f"De kolom “{name}” kent het portaal niet. Die doet niet mee.{hint}"


def row_of(number: int, cells: Sequence[str], header: Header) -> dict[str, object]:
    """Return a line as it is kept: its number, its cells by column, and which cells were cut."""
    values = {key: cells[place] if place < len(cells) else "" for place, key in header.places.items()}
    return kept(number, values)


def kept(number: int, values: dict[str, str]) -> dict[str, object]:
    """Return the cells tidied and no longer than they may be."""
    tidied = {key: _tidy(key, text) for key, text in values.items()}
    cut = [key for key, text in tidied.items() if len(text) > BY_KEY[key].most]
    shown = {key: text[: BY_KEY[key].most] for key, text in tidied.items()}
    return {"number": number, "values": shown} | ({"cut": cut} if cut else {})


def _tidy(key: str, text: str) -> str:
    return text.replace("\r\n", "\n").strip() if key == NOTES.key else " ".join(text.split())


def names_in(text: str) -> list[str]:
    """Return the names in a cell with more of them, each once."""
    found: dict[str, str] = {}
    for part in re.split(r"[;\n]", text):
        name = " ".join(part.split())
        if name:
            found.setdefault(name.lower(), name)
    return list(found.values())


def web_address(text: str) -> str:
    """Return a web address in full: people leave out https://."""
    return text if not text or "://" in text else f"https://{text}"


_PHONE = re.compile(r"\+?[\d\s().\-/]{6,30}")


def is_phone(text: str) -> bool:
    """Tell whether this can be a telephone number."""
    return bool(_PHONE.fullmatch(text)) and 6 <= sum(sign.isdigit() for sign in text) <= 15


def is_spreadsheet_error(text: str) -> bool:
    """Tell whether a cell holds what a spreadsheet shows when it cannot work something out."""
    return bool(
        re.fullmatch(r"#(N/?[AB]|NAME|NAAM|REF|VERW|VALUE|WAARDE|DIV/0|DEEL/0|NULL|LEEG|NUM|GETAL)[!?]?", text)
    )


def listed(names: Iterable[str]) -> str:
    """Return names in quotes for a sentence."""
    return ", ".join(f"“{name}”" for name in names)
