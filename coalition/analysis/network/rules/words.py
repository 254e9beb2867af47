"""What a network tells, in Dutch sentences. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from coalition.analysis.network.rules.network import Gap, Network, Step


def finding(network: Network) -> str:
    """Say in a few sentences what one sees: how many are connected, who connects most, who cannot be missed."""
    places = network.places
    if not places:
        return "Er is nog geen enkele relatie bekend."
    pairs = _count(network.pairs, "tweetal", "tweetallen")
    if not any(tie.binds for tie in network.ties):
        return f"Tussen {_parties(len(places))} is er spanning, in {pairs}."
    sentences = [f"{_parties(len(places))} zijn met elkaar verbonden, in {pairs}."]
    if network.components > 1:
        sentences.append(f"Zij vallen in {network.components} delen, zonder verbinding daartussen.")
    if places[0].between > 0:
        sentences.append(f"{places[0].party.name} staat het vaakst tussen twee andere partijen in.")
    if network.gaps:
        gap = network.gaps[0]
        loses = "raakt 1 partij" if gap.lost == 1 else f"raken {gap.lost} partijen"
        sentences.append(f"Zonder {gap.party.name} {loses} los van de rest.")
    elif len(places) > 2:
        sentences.append("Geen enkele partij is onmisbaar voor de verbinding tussen de anderen.")
    return " ".join(sentences)


def gap_in_words(gap: Gap, involved: Mapping[str, Iterable[UUID]], most: int = 3) -> list[str]:
    """Say what is lost when a party falls away: who is cut off, and which opgave then loses its tie with them.

    `involved` has for each opgave the parties that have something to do with it.
    """
    lost = [party for part in gap.cut_off for party in part]
    verb, whose = ("verliest", "zijn") if len(lost) == 1 else ("verliezen", "hun")
    rest = "de andere partij" if len(gap.rest) == 1 else f"de andere {len(gap.rest)} partijen"
    names = _some([party.name for party in lost], most)
    sentences = [f"Valt {gap.party.name} weg, dan {verb} {names} {whose} enige verbinding met {rest}."]
    for challenge in sorted(involved):
        members = set(involved[challenge])
        away = [party.name for party in lost if party.id in members]
        if away and members & gap.rest:
            sentences.append(f"De opgave “{challenge}” verliest dan haar enige verbinding met {_some(away, most)}.")
    return sentences


def way_in_words(steps: Sequence[Step], words: Mapping[str, str]) -> str:
    """Say a way as a sentence; `words` has the name of each kind of tie."""
    start, goal = steps[0].start.name, steps[-1].end.name
    last = words[steps[-1].tie.kind]
    if len(steps) == 1:
        return f"{start} kent {goal} zelf al ({last})."
    via = [f"{step.end.name} ({words[step.tie.kind]})" for step in steps[:-1]]
    return f"{start} komt via {_then(via)} bij {goal} ({last})."


def step_in_words(step: Step, words: Mapping[str, str]) -> str:
    """Say one step: between whom, by what kind of tie, and which people know each other."""
    said = f"{step.start.name} en {step.end.name}: {words[step.tie.kind]}"
    if not step.tie.people:
        return f"{said}."
    one, other = step.tie.people if step.tie.first == step.start.id else step.tie.people[::-1]
    return f"{said}, via {one} en {other}."


def _parties(number: int) -> str:
    return _count(number, "partij", "partijen")


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"


def _then(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} en {names[-1]}"


def _some(names: Sequence[str], most: int) -> str:
    if len(names) <= most + 1:
        return _then(names)
    return f"{', '.join(names[:most])} en nog {len(names) - most} partijen"
