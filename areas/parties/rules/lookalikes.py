"""Names that resemble each other, among thousands at once: in a file, and between a file and what is known. Pure.

Names are compared as `areas.parties.rules.similarity` does. Only pairs that share a rare group of three letters
are looked at, so that ten times as many names take about ten times as long, not a hundred.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from areas.parties.rules.similarity import LIKE, in_one_spelling, looked_for

CORE_LIKE = 0.6
"""So much of what tells a name apart must be shared as well: two municipalities share a word, not that."""
_COMMON = 150
_CANDIDATES = 120


class Lookalikes:
    """The names of one file, each by the key it has there; ask which of them another name resembles."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = names
        self._cores = {key: _threes(looked_for(name)) for key, name in names.items()}
        self._letters = {key: sorted(looked_for(name)) for key, name in names.items()}
        self._wholes = {key: _threes(in_one_spelling(name)) for key, name in names.items()}
        self._figures = {key: _figures(name) for key, name in names.items()}
        self._often = Counter(three for core in self._cores.values() for three in core)
        self._holders: defaultdict[str, list[str]] = defaultdict(list)
        for key, core in self._cores.items():
            for three in core:
                self._holders[three].append(key)

    def like(self, name: str) -> list[str]:
        """Return the keys of names that resemble this one, most alike first; never those spelled the same."""
        words = looked_for(name)
        if not words:
            return []
        core, letters, figures = _threes(words), sorted(words), _figures(name)
        whole = _threes(in_one_spelling(name))
        found = []
        for key in self._candidates(core):
            if self._figures[key] != figures:
                continue
            # Limbrug for Limburg: the same letters in another order.
            if _share(core, self._cores[key]) >= CORE_LIKE or self._letters[key] == letters:
                alike = _share(whole, self._wholes[key])
                if alike >= LIKE and self._names[key].lower() != name.lower():
                    found.append((-alike, key))
        return [key for _alike, key in sorted(found)]

    def _candidates(self, core: set[str]) -> Iterable[str]:
        seen: dict[str, None] = {}
        for three in sorted(core, key=lambda three: (self._often[three], three)):
            if self._often[three] > _COMMON or len(seen) > _CANDIDATES:
                break
            seen.update(dict.fromkeys(self._holders.get(three, ())))
        return seen


def _threes(text: str) -> set[str]:
    return {padded[at : at + 3] for word in text.split() for padded in [f"  {word} "] for at in range(len(padded) - 2)}


def _share(first: set[str], second: set[str]) -> float:
    common = len(first & second)
    return common / (len(first) + len(second) - common) if common else 0.0


def _figures(name: str) -> tuple[str, ...]:
    """Wijkraad 1 and wijkraad 2 are two things, however alike their names."""
    return tuple(re.findall(r"\d+", name))
