"""The fictional people of the practice environment: roles, never names."""

from dataclasses import dataclass

from areas.enums import Role
from areas.parties.enums import OrganisationKind


@dataclass(frozen=True)
class Persona:
    """One button on the page of the practice environment."""

    key: str
    name: str
    role: Role
    does: str  # one sentence: what this person can do
    organisation: str = ""
    kind: OrganisationKind | None = None
    area_slug: str = ""  # empty: a role across areas

    @property
    def email(self) -> str:
        """An address that can never exist."""
        return f"{self.key}@oefenomgeving.example"


_ZUID_LIMBURG = "zuid-limburg"

PERSONAS: tuple[Persona, ...] = (
    Persona(
        "gespreksvoerder",
        "Gespreksvoerder, provincie Limburg",
        Role.INTERVIEWER,
        "Voert gesprekken met partijen en legt vast wat zij vinden en waarom.",
        "Provincie Limburg",
        OrganisationKind.PROVINCE,
        _ZUID_LIMBURG,
    ),
    Persona(
        "planningsgroep",
        "Lid planningsgroep, waterschap Limburg",
        Role.PLANNING_GROUP,
        "Leest de gesprekken en maakt er gedeelde ambities en artikelen van het akkoord van.",
        "Waterschap Limburg",
        OrganisationKind.WATER_AUTHORITY,
        _ZUID_LIMBURG,
    ),
    Persona(
        "bestuurder",
        "Bestuurder, gemeente Maastricht",
        Role.EXECUTIVE,
        "Ziet in één scherm hoe ver het gebied is, en vraagt waar een zin vandaan komt. Leest geen gesprekken.",
        "Gemeente Maastricht",
        OrganisationKind.MUNICIPALITY,
        _ZUID_LIMBURG,
    ),
    Persona(
        "gebiedsbeheerder",
        "Gebiedsbeheerder, provincie Limburg",
        Role.AREA_ADMIN,
        "Doet alles van de planningsgroep, nodigt leden uit en zet ijkmomenten klaar.",
        "Provincie Limburg",
        OrganisationKind.PROVINCE,
        _ZUID_LIMBURG,
    ),
    Persona(
        "deelnemer",
        "Deelnemer, landbouworganisatie",
        Role.PARTICIPANT,
        "Leest de ambities en het akkoord, en wat met het hele gebied gedeeld is.",
        "Landbouworganisatie",
        OrganisationKind.CIVIL_SOCIETY,
        _ZUID_LIMBURG,
    ),
    Persona(
        "regieteam",
        "Regieteam NOVEX",
        Role.PROGRAMME_TEAM,
        "Volgt alle zestien gebieden en hun ijkmomenten. Leest geen gesprekken.",
    ),
    Persona(
        "auditor",
        "Auditor",
        Role.AUDITOR,
        "Ziet wie een vertrouwelijk gesprek opende en wanneer. Ziet zelf geen inhoud.",
    ),
    Persona(
        "gespreksvoerder-de-peel",
        "Gespreksvoerder, De Peel",
        Role.INTERVIEWER,
        "Werkt alleen in De Peel. Voor deze rol bestaat Zuid-Limburg niet.",
        "Provincie Noord-Brabant",
        OrganisationKind.PROVINCE,
        "de-peel",
    ),
)
