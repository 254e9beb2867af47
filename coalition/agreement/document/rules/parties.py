"""How the document names its parties before the first article, as a convenant does. Pure: no ORM, no clock.

Who signs is numbered through; a group is named below its last party. One rule makes the lines for the page, the PDF
and the frozen version, which keeps them as they were.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from coalition.agreement.provenance.rules import in_a_row
from novex_portal.toolkit.law_text.html import Labels, html
from novex_portal.toolkit.law_text.tree import Block, Document, Item, Line, Paragraph, Run
from novex_portal.toolkit.text.dutch import long_date
from novex_portal.toolkit.text.markup import Html

AGREES = "komen het volgende overeen:"
_TOGETHER = "partijen"
_ENDS = (".", ",", ";", ":")


@dataclass(frozen=True)
class NamedParty:
    """A party that signs, and what is said of it."""

    name: str
    body: str = ""  # "Het college van burgemeester en wethouders van Vaals"
    capacity: str = ""  # "handelend als bestuursorgaan"
    functions: tuple[str, ...] = ()  # of who sign
    mandate: str = ""  # "het mandaatbesluit Vaals"
    mandate_on: date | None = None
    short_name: str = ""  # "de gemeente"
    own_formula: str = ""  # instead of all this
    group: str = ""  # "het Rijk"


@dataclass(frozen=True)
class OpeningLine:
    """A line of the list: a party with its number, or 0 for what is said of those above it."""

    number: int
    words: str


def formula(party: NamedParty) -> str:
    """De minister van X, handelend als bestuursorgaan, namens deze: directeur-generaal Y, hierna te noemen: X."""
    if party.own_formula.strip():
        return " ".join(party.own_formula.split())
    decided = f"{party.mandate} van {long_date(party.mandate_on)}" if party.mandate_on else party.mandate
    acting = [function for function in party.functions if not _is_body(function, party.body)]
    named = party.short_name or (party.name if party.body and party.body != party.name else "")
    parts = (
        party.body or party.name,
        party.capacity,
        f"namens deze: {in_a_row(acting)}" if acting else "",
        f"krachtens {decided}" if decided else "",
        f"hierna te noemen: {named}" if named else "",
    )
    return ", ".join(part for part in parts if part)


def signs_as(body: str, function: str) -> str:
    """Return what stands above a signature: the body, "namens deze" when somebody else signs for it."""
    return body if not body or not function or _is_body(function, body) else f"{body}, namens deze:"


def opening_lines(parties: Sequence[NamedParty]) -> tuple[OpeningLine, ...]:
    """Return the list of the parties that sign, in their order, with what groups of them and all of them are called."""
    return tuple(_lines(parties))


def _lines(parties: Sequence[NamedParty]) -> Iterator[OpeningLine]:
    groups: dict[str, list[int]] = {}
    for number, party in enumerate(parties, start=1):
        if party.group:
            groups.setdefault(party.group, []).append(number)
    for number, party in enumerate(parties, start=1):
        yield OpeningLine(number, _ended(formula(party)))
        if party.group and groups[party.group][-1] == number:
            yield OpeningLine(0, f"{together(groups[party.group])} te noemen: {party.group};")
    if len(parties) > 1 and _TOGETHER not in {group.lower() for group in groups}:
        yield OpeningLine(0, f"hierna samen te noemen: {_TOGETHER},")


def opening_html(lines: Sequence[OpeningLine], labels: Labels = "text") -> Html:
    """Return the list as it is shown, by the renderer of articles: a number is a label of its own; empty without lines."""
    if not lines:
        return Html("")
    blocks: list[Block] = []
    for place, line in enumerate(lines, start=1):
        words = Line(place, (Run(line.words),))
        if line.number:
            blocks.append(Item(f"{line.number}.", "num", "member", place, 0, [Paragraph([words])]))
        else:
            blocks.append(Paragraph([words], "loose"))
    return Html(html(Document(blocks, [], []), base="partij", labels=labels))


def together(numbers: Sequence[int]) -> str:
    """Partij 3 hierna; partijen 1 tot en met 4 en 7 hierna samen."""
    if len(numbers) == 1:
        return f"partij {numbers[0]} hierna"
    return f"partijen {in_a_row([_in_words(run) for run in _runs(numbers)])} hierna samen"


def _runs(numbers: Sequence[int]) -> list[list[int]]:
    """Return the numbers in pieces that count on; two in a row are two pieces."""
    runs = [[numbers[0]]]
    for before, number in pairwise(numbers):
        if number == before + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return [piece for run in runs for piece in ([run] if len(run) > 2 else [[number] for number in run])]


def _in_words(run: Sequence[int]) -> str:
    return str(run[0]) if len(run) == 1 else f"{run[0]} tot en met {run[-1]}"


def _is_body(function: str, body: str) -> bool:
    """Whether a function is the body itself: a minister does not sign on behalf of the minister."""
    return f"{body.lower()} ".removeprefix("de ").startswith(f"{function.lower()} ")


def _ended(words: str) -> str:
    return words if words.endswith(_ENDS) else f"{words};"
