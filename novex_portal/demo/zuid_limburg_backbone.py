"""The planning group of the practice area of Zuid-Limburg: seats, actions, decisions, a meeting."""

from dataclasses import dataclass, field
from datetime import time

from coalition.planning_group.decisions.enums import DecisionStatus
from coalition.planning_group.seats.enums import BackboneFunction as Function


@dataclass(frozen=True)
class Sits:
    """A seat of whoever holds a role, with its functions."""

    organisation: str
    role: str
    functions: tuple[str, ...]
    since: int = -90
    until: int | None = None


@dataclass(frozen=True)
class Task:
    """An action item: days from today, and of which organisation's role it is; empty is free words."""

    what: str
    organisation: str
    role: str
    due: int
    done: bool = False


@dataclass(frozen=True)
class Stand:
    organisation: str
    status: str
    body: str = ""
    reservation: str = ""


@dataclass(frozen=True)
class Decided:
    title: str
    text: str
    body: str
    days_ago: int
    stands: tuple[Stand, ...] = field(default=())


@dataclass(frozen=True)
class Met:
    """A meeting, so many days from today: points with what came of them; without a report it is still to come."""

    title: str
    days: int
    starts_at: time
    place: str
    points: tuple[tuple[str, str], ...]
    report: str = ""


# Nobody carries gedeelde monitoring: the page shows what is missing.
SEATS: tuple[Sits, ...] = (
    Sits("Provincie Limburg", "Programmamanager", (Function.PLANNING, Function.RECORDING)),
    Sits("Waterschap Limburg", "Omgevingsmanager", (Function.MOBILISING,)),
    Sits("Gemeente Heerlen", "Beleidsadviseur", (Function.PLANNING,)),
    Sits("Landbouworganisatie", "Regiobestuurder", (Function.CONNECTING,)),
    Sits("Natuurorganisatie", "Directeur", (Function.CONNECTING, Function.MOBILISING)),
    Sits("Bewonersvereniging beekdal", "Voorzitter", (Function.CONNECTING,), since=-40),
)

TASKS: tuple[Task, ...] = (
    Task("Overzicht van grond in de beekdalen maken", "Waterschap Limburg", "Omgevingsmanager", -9),
    Task("Gesprek plannen met de jongerenraad", "Provincie Limburg", "Programmamanager", -3),
    Task("Voorstel maken voor wie de voortgang meet", "Gemeente Heerlen", "Beleidsadviseur", 12),
    Task("Leden vragen wat een eerlijke vergoeding is", "Landbouworganisatie", "Regiobestuurder", 20),
    Task("Kaart met natte natuur delen", "Natuurorganisatie", "Directeur", -30, done=True),
)

DECISIONS: tuple[Decided, ...] = (
    Decided(
        "Beekdalen eerst",
        "De planningsgroep werkt de beekdalen als eerste uit, te beginnen bovenstrooms.",
        "Planningsgroep",
        48,
        (
            Stand("Provincie Limburg", DecisionStatus.EXECUTIVES_AGREE, "Gedeputeerde Staten"),
            Stand("Waterschap Limburg", DecisionStatus.ADOPTED, "Algemeen bestuur"),
            Stand(
                "Landbouworganisatie",
                DecisionStatus.NOTED,
                "Regiobestuur",
                "Alleen met een vergoeding voor grond die water krijgt.",
            ),
            Stand("Gemeente Maastricht", DecisionStatus.WAITING),
            Stand("Natuurorganisatie", DecisionStatus.OFFICIALS_AGREE, "Directie"),
        ),
    ),
    Decided(
        "Een gezamenlijke kaart",
        "Partijen gebruiken één kaart van water en bodem. De provincie beheert haar.",
        "Planningsgroep",
        13,
        (
            Stand("Provincie Limburg", DecisionStatus.NOTED, "Directie"),
            Stand("Waterschap Limburg", DecisionStatus.WAITING),
            Stand("Gemeente Heerlen", DecisionStatus.WAITING),
        ),
    ),
)

MEETINGS: tuple[Met, ...] = (
    Met(
        "Overleg planningsgroep",
        -13,
        time(13, 30),
        "Maastricht",
        (
            ("Kaart van water en bodem", "De kaart is klaar voor gebruik. De provincie beheert haar."),
            ("Wie meet de voortgang?", "Nog geen afspraak. Komt de volgende keer terug."),
        ),
        "De planningsgroep werkt vanaf nu met één kaart. Voor het meten van de voortgang zoekt zij nog iemand.",
    ),
    Met("Overleg planningsgroep", 6, time(13, 30), "Heerlen", (("Voorbereiding van het eerste ijkmoment", ""),)),
)
