"""The columns of a file with parties, and what may stand in their cells. Pure."""

import re

from areas.imports.rules.columns import Column, Columns, squeezed
from areas.parties.enums import OrganisationKind

_KINDS = {squeezed(word): kind.value for kind in OrganisationKind for word in (kind.value, kind.label)} | {
    "gemeenten": "gemeente", "provincies": "provincie", "waterschappen": "waterschap", "hoogheemraadschap": "waterschap",
    "ministerie": "rijk", "rijksoverheid": "rijk", "bedrijven": "bedrijf", "kennisinstellingen": "kennisinstelling",
    "maatschappelijkeorganisaties": "maatschappelijk", "bewonersgroep": "bewoners", "inwoners": "bewoners",
}  # fmt: skip


def kind_of(text: str) -> str:
    """Return the kind of organisation somebody means; empty for a word that names none."""
    return _KINDS.get(squeezed(text), "")


NAME = Column("naam", "naam", 200, ("organisatie", "partij", "naam organisatie", "naam partij"), is_shown=True)
KIND = Column(
    "soort", "soort", 60, ("soort partij", "type", "soort organisatie"),
    is_shown=True, choices=tuple(OrganisationKind.choices), chosen=kind_of,
)  # fmt: skip
WEBSITE = Column("website", "website", 200, ("webadres", "site", "url"))
UMBRELLAS = Column(
    "koepel", "koepel", 1_000, ("koepels", "lid van", "lid van koepel", "koepelorganisatie"),
    title="Koepels, met ; ertussen",
)  # fmt: skip
NOTES = Column("aantekeningen", "aantekeningen", 5_000, ("notities", "opmerkingen"), is_long=True)
ROLE = Column("functie", "functie", 150, ("rol", "functie contactpersoon"))
EMAIL = Column("e-mail", "e-mail", 254, ("email", "e-mailadres", "mail", "mailadres"))
PHONE = Column("telefoon", "telefoon", 30, ("telefoonnummer", "tel", "mobiel"))
COLUMNS = Columns((NAME, KIND, WEBSITE, UMBRELLAS, NOTES, ROLE, EMAIL, PHONE), needed=NAME)

EXAMPLE_ROWS = (
    ("Unie van Voorbeeldwaterschappen", "Maatschappelijke organisatie", "www.example.org", "", "", "", "", ""),
    (
        "Waterschap Voorbeeld", "Waterschap", "www.example.com", "Unie van Voorbeeldwaterschappen",
        "Wil meedenken over de beek.", "Beleidsadviseur water", "water@example.com", "088 123 45 67",
    ),
    ("Bewonersgroep De Voorbeeldwijk", "Bewoners", "", "", "", "Voorzitter", "wijk@example.org", ""),
)  # fmt: skip


def web_address(text: str) -> str:
    """Return a web address in full: people leave out https://."""
    return text if not text or "://" in text else f"https://{text}"


_PHONE = re.compile(r"\+?[\d\s().\-/]{6,30}")


def is_phone(text: str) -> bool:
    """Tell whether this can be a telephone number."""
    return bool(_PHONE.fullmatch(text)) and 6 <= sum(sign.isdigit() for sign in text) <= 15
