"""What a wisselwerking says in a sentence. Pure; days come in."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from coalition.agreement.provenance.rules import in_a_row
from deliverables.perspective.exchange.enums import Degree
from novex_portal.toolkit.meters import counted


@dataclass(frozen=True)
class Way:
    """One subject: whether a block was named and delivered, and whether a frame came back."""

    has_block: bool
    delivered_on: date | None
    has_frame: bool

    @property
    def words(self) -> str:
        """How it stands, in two words."""
        if self.has_frame:
            return "Kader terug" if self.has_block else "Kader"
        return "Wacht" if self.delivered_on else "Nog leveren"

    @property
    def kind(self) -> str:
        """The sign beside the words."""
        if self.has_frame:
            return "good"
        return "busy" if self.delivered_on else "idle"


def finding(province: str, ways: Iterable[Way]) -> str:
    """Limburg gaf op 2 van de 3 bouwstenen een kader terug."""
    blocks = [way for way in ways if way.has_block]
    back = sum(way.has_frame for way in blocks)
    if not blocks:
        return f"Aan {province} is nog geen bouwsteen toegezegd"
    if len(blocks) == 1:
        return f"{province} gaf op de bouwsteen {'een kader' if back else 'nog geen kader'} terug"
    if not back:
        return f"{province} gaf op {len(blocks)} bouwstenen nog geen kader terug"
    return f"{province} gaf op {back} van de {len(blocks)} bouwstenen een kader terug"


def involved_words(rows: Iterable[tuple[str, str]]) -> str:
    """Direct betrokken bij water en wonen. Indirect bij energie. Niet bij defensie; `rows` are subject and degree."""
    by_degree: dict[str, list[str]] = {}
    for subject, degree in rows:
        by_degree.setdefault(degree, []).append(subject[:1].lower() + subject[1:])
    starts = {Degree.DIRECT: "Direct betrokken bij", Degree.INDIRECT: "Indirect bij", Degree.NOT: "Niet bij"}
    said = [f"{start} {in_a_row(by_degree[degree])}." for degree, start in starts.items() if degree in by_degree]
    return " ".join(said)


def days_words(day: date, today: date) -> str:
    """Over 12 dagen; vandaag; 3 dagen geleden, nog niet gezegd hoe het ging."""
    days = (day - today).days
    if days == 0:
        return "vandaag"
    if days > 0:
        return f"over {counted(days, 'dag', 'dagen')}"
    return f"{counted(-days, 'dag', 'dagen')} geleden, nog niet gezegd hoe het ging"
