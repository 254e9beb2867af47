"""Statements that bridge: what parties agree on that differ elsewhere. Pure: no ORM, no clock, no chance.

People who talk about the same thing use the same words. Supporting statements on one opgave that share
words form a cluster around the one that has most in common with the others. Such a cluster is a bridge
when at least two of its parties differ otherwise.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from uuid import UUID

from areas.parties.enums import OrganisationKind, Side
from coalition.conversations.statements.enums import Stance
from novex_portal.toolkit.text.names import without_accents

RULE = (
    "Een brug is een groep uitspraken over één opgave van partijen die steunen of steunen mits. Elke uitspraak deelt "
    "ten minste twee inhoudelijke woorden met de kern: de uitspraak die het meest met de andere gemeen heeft. Ten "
    "minste twee van de partijen verschillen: zij staan op een andere opgave minstens één stap uit elkaar, of de een "
    "is overheid en de ander samenleving. Wie neutraal is of bezwaar heeft, telt niet mee."
)
SHARED = 2
"""So many words must two statements share."""
FARTHEST = 1.0
"""From this distance on an opgave two parties differ; supporting and objecting are two apart."""
_AGREE = {Stance.SUPPORTS, Stance.CONDITIONAL}
_SCORE = {Stance.SUPPORTS: 1.0, Stance.CONDITIONAL: 0.5, Stance.NEUTRAL: 0.0, Stance.OBJECTS: -1.0}
_STOP = frozenset(
    [
        "aan",
        "alle",
        "alleen",
        "als",
        "altijd",
        "andere",
        "anders",
        "beter",
        "bij",
        "blijft",
        "blijven",
        "daar",
        "dan",
        "dat",
        "deze",
        "die",
        "dit",
        "door",
        "doen",
        "echt",
        "een",
        "eerst",
        "eigen",
        "elkaar",
        "en",
        "er",
        "geen",
        "genoeg",
        "goed",
        "graag",
        "haar",
        "heeft",
        "hebben",
        "hem",
        "hen",
        "het",
        "hier",
        "hoe",
        "hun",
        "iedereen",
        "iets",
        "ieder",
        "ik",
        "in",
        "is",
        "juist",
        "kan",
        "komt",
        "krijgen",
        "kunnen",
        "langer",
        "maar",
        "maken",
        "mag",
        "meer",
        "men",
        "met",
        "mits",
        "moet",
        "moeten",
        "naar",
        "niet",
        "niets",
        "nodig",
        "nog",
        "nu",
        "of",
        "om",
        "omdat",
        "onder",
        "ons",
        "onze",
        "ook",
        "op",
        "over",
        "samen",
        "sneller",
        "te",
        "tegen",
        "ten",
        "toch",
        "tot",
        "tussen",
        "uit",
        "van",
        "veel",
        "vinden",
        "voor",
        "vooral",
        "waar",
        "wat",
        "we",
        "weer",
        "wel",
        "welke",
        "werken",
        "wie",
        "wij",
        "wil",
        "willen",
        "worden",
        "wordt",
        "zal",
        "ze",
        "zich",
        "zij",
        "zijn",
        "zo",
        "zoals",
        "zonder",
        "zou",
    ]
)


@dataclass(frozen=True)
class Said:
    """A statement: who, of which kind, on what, how they stand, and the words."""

    id: UUID
    organisation: UUID
    kind: str
    challenge: UUID
    stance: str
    text: str


@dataclass(frozen=True)
class Bridge:
    """A cluster of statements that bridges; the first is its heart."""

    challenge: UUID
    statements: tuple[UUID, ...]
    organisations: tuple[UUID, ...]
    differing: tuple[tuple[UUID, UUID], ...]
    words: tuple[str, ...]

    @property
    def weight(self) -> tuple[int, int]:
        """What bridges are ordered by: pairs that differ, then parties."""
        return len(self.differing), len(self.organisations)


@dataclass
class _Words:
    """The words of the statements on one opgave, both ways round."""

    of: dict[UUID, frozenset[str]] = field(default_factory=dict)
    said_in: dict[str, set[UUID]] = field(default_factory=lambda: defaultdict(set))


def content_words(text: str) -> dict[str, str]:
    """Return the words that carry meaning: their stem, and how it was first written."""
    found: dict[str, str] = {}
    for word in re.findall(r"[^\W\d_]{4,}", text.lower()):
        plain = without_accents(word)
        if plain not in _STOP:
            found.setdefault(_stem(plain), word)
    return found


def bridges(said: Sequence[Said]) -> list[Bridge]:
    """Return the bridges, those over most differences first. The order of `said` makes no difference."""
    agreed = sorted((row for row in said if row.stance in _AGREE), key=lambda row: row.id)
    stances = _stances(said)
    kinds = {row.organisation: row.kind for row in said}
    per_challenge: dict[UUID, list[Said]] = defaultdict(list)
    for row in agreed:
        per_challenge[row.challenge].append(row)
    found = [
        bridge
        for challenge, rows in per_challenge.items()
        for cluster in _clusters(rows)
        if (bridge := _bridge(challenge, cluster, stances, kinds))
    ]
    return sorted(found, key=lambda row: (-row.weight[0], -row.weight[1], row.statements))


def differ(
    one: UUID,
    other: UUID,
    *,
    aside: UUID,
    stances: Mapping[tuple[UUID, UUID], float],
    kinds: Mapping[UUID, str],
    challenges: Collection[UUID],
) -> bool:
    """Tell whether two parties differ otherwise: on another opgave, or as government and society."""
    if _side(kinds[one]) != _side(kinds[other]):
        return True
    return any(
        abs(stances[one, challenge] - stances[other, challenge]) >= FARTHEST
        for challenge in challenges
        if challenge != aside and (one, challenge) in stances and (other, challenge) in stances
    )


def _bridge(
    challenge: UUID,
    cluster: Sequence[Said],
    stances: Mapping[tuple[UUID, UUID], float],
    kinds: Mapping[UUID, str],
) -> Bridge | None:
    parties = tuple(_once(row.organisation for row in cluster))
    challenges = {pk for _, pk in stances}
    pairs = tuple(
        pair
        for pair in combinations(parties, 2)
        if differ(*pair, aside=challenge, stances=stances, kinds=kinds, challenges=challenges)
    )
    if not pairs:
        return None
    return Bridge(challenge, tuple(row.id for row in cluster), parties, pairs, _shared_words(cluster))


def _clusters(rows: Sequence[Said]) -> list[list[Said]]:
    """Put statements together around the one with most others beside it, until nothing is left to put together."""
    words = _words_of(rows)
    near = {row.id: _near(row, words) for row in rows}
    by_id = {row.id: row for row in rows}
    left = set(by_id)
    found = []
    while left:
        heart = max(left, key=lambda pk: (len(near[pk] & left), -pk.int))
        together = [heart, *sorted(near[heart] & left)]
        left -= set(together)
        if len({by_id[pk].organisation for pk in together}) > 1:
            found.append([by_id[pk] for pk in together])
    return found


def _words_of(rows: Iterable[Said]) -> _Words:
    words = _Words()
    for row in rows:
        words.of[row.id] = frozenset(content_words(row.text))
        for word in words.of[row.id]:
            words.said_in[word].add(row.id)
    return words


def _near(row: Said, words: _Words) -> set[UUID]:
    shared = Counter(pk for word in words.of[row.id] for pk in words.said_in[word])
    return {pk for pk, number in shared.items() if number >= SHARED and pk != row.id}


def _shared_words(cluster: Sequence[Said]) -> tuple[str, ...]:
    """Return the words most of the cluster shares, as somebody wrote them."""
    written: dict[str, str] = {}
    counts: Counter[str] = Counter()
    for row in cluster:
        own = content_words(row.text)
        counts.update(own.keys())
        written = {**own, **written}
    often = sorted((word for word, number in counts.items() if number > 1), key=lambda word: (-counts[word], word))
    return tuple(written[word] for word in often[:6])


def _stances(said: Iterable[Said]) -> dict[tuple[UUID, UUID], float]:
    """Return how every party stands on every opgave it spoke about: the mean of its statements."""
    scores: dict[tuple[UUID, UUID], list[float]] = defaultdict(list)
    for row in said:
        scores[row.organisation, row.challenge].append(_SCORE[Stance(row.stance)])
    return {key: sum(values) / len(values) for key, values in scores.items()}


def _side(kind: str) -> Side:
    return OrganisationKind(kind).side


def _once[Key: Hashable](keys: Iterable[Key]) -> list[Key]:
    return list(dict.fromkeys(keys))


def _stem(word: str) -> str:
    """Take off the usual endings, so that beek and beken, dal and dalen meet."""
    for ending in ("ingen", "ende", "eren", "heid", "ing", "en", "er", "es", "e", "s", "t"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word.removesuffix(ending)
            break
    return re.sub(r"([aeou])\1", r"\1", re.sub(r"(.)\1$", r"\1", word))
