"""Texts that make a regular expression try again and again, made from the expression itself, and how long they take.

Of an expression the parse tree says which signs it takes, how a match begins and what it repeats. From those
come texts that nearly match: runs of every sign, beginnings over and over, a beginning with a long run behind it.
Short ones of all of them tell which are the slowest; those are timed at full length and at half of it.
"""

import gc
import re
import signal
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, product
from typing import Any

STOP = 2.0
"""Seconds of processor time a text may take at its full length."""
MOST_GROWTH = 3.0
"""How much longer a text may take than half of it: 2 is linear, 4 is quadratic."""
GOAL = 0.05
"""What stays within this need not be asked how it grows."""
SHORT = 2_000
TURNS = 6
FOREVER = 999.0
NEVER = "\x00"
"""A sign no expression is made for: it keeps a text from matching to its end."""
SIGNS = "a0 -.z9_\n\t\u00a0éé’€,;:/\\@#&<>()[]{}|\"'`~^$%*+=?!A"
MOST_SIGNS, MOST_BEGINNINGS, SLOWEST = 9, 14, 3


class TooSlow(Exception):
    """A text took longer than STOP."""


@dataclass(frozen=True)
class Hard:
    """A text of any length: a beginning, something over and over, and an end."""

    begin: str
    over: str
    end: str = ""

    def text(self, length: int) -> str:
        """Return it this long."""
        room = max(0, length - len(self.begin) - len(self.end))
        return (self.begin + self.over * (room // len(self.over) + 1))[: length - len(self.end)] + self.end


@dataclass(frozen=True)
class Verdict:
    """What the slowest of the hard texts took, in seconds of processor time."""

    hard: Hard
    length: int
    half: float
    full: float
    quarter: float = 0.0
    """Only asked where half and full differ much: a single step up, as when memory is asked of the system, is no growth."""

    @property
    def is_linear(self) -> bool:
        """Whether twice the text takes about twice the time; unless it is done at once."""
        if self.full >= STOP:
            return False
        return self.full < GOAL or self.full <= max(MOST_GROWTH * self.half, MOST_GROWTH**2 * self.quarter)

    def __str__(self) -> str:
        begin, over, end = self.hard.begin[:60], self.hard.over[:60], self.hard.end[:60]
        return (
            f"{begin!r} + {over!r}… + {end!r}, {self.length} signs: {self.half * 1000:.1f} → {self.full * 1000:.1f} ms"
        )


def tried(run: Callable[[str], object], hards: Sequence[Hard], length: int, suspect: float = GOAL) -> Verdict:
    """Return what the worst text took, at this length and at half of it; of one that is too slow, a shorter one.

    A text of SHORT that takes longer than `suspect` is looked at before the others.
    """
    times: dict[Hard, float] = {}
    for hard in hards:
        times[hard] = _at_short_length(run, hard.text(min(SHORT, length)), suspect)
        if times[hard] > suspect and not (found := _at_growing_length(run, hard, length)).is_linear:
            return found
    slowest = sorted(times, key=times.__getitem__)[: -SLOWEST - 1 : -1]
    verdicts = [_at_growing_length(run, hard, length) for hard in slowest]
    return max(verdicts, key=lambda verdict: (not verdict.is_linear, verdict.full))


def _at_short_length(run: Callable[[str], object], text: str, suspect: float) -> float:
    """Return the seconds a short text takes; one that seems slow is timed again, as something else may have run."""
    first = _seconds(run, text, STOP / 10)
    return first if first < suspect / 10 else min(first, _seconds(run, text, STOP / 10))


def _at_growing_length(run: Callable[[str], object], hard: Hard, length: int) -> Verdict:
    for size in sorted({min(length, int(SHORT * step)) for step in (0.25, 1, 2, 4, 8, 64)} | {length}):
        found = _verdict(run, hard, size)
        if not found.is_linear:
            break
    return found


def _verdict(run: Callable[[str], object], hard: Hard, length: int) -> Verdict:
    """Take the fastest of several turns: the machine has other things to do. What is well at once is not repeated."""
    half = full = FOREVER
    for _ in range(TURNS):
        half = min(half, _seconds(run, hard.text(length // 2)))
        if half < STOP:
            full = min(full, _seconds(run, hard.text(length)))
        if (found := Verdict(hard, length, half, full)).is_linear or full >= STOP:
            return found
    return replace(found, quarter=min(_seconds(run, hard.text(length // 4)) for _ in range(TURNS)))


def _seconds(run: Callable[[str], object], text: str, limit: float = STOP) -> float:
    """Return the processor time one run takes; one that is past its limit is broken off."""
    earlier = signal.signal(signal.SIGPROF, _stop)
    signal.setitimer(signal.ITIMER_PROF, limit)
    gc.disable()  # else the size of everything else counts
    began = time.process_time()
    try:
        run(text)
        return time.process_time() - began
    except TooSlow:
        return FOREVER
    finally:
        gc.enable()
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, earlier)


def _stop(*_: object) -> None:
    raise TooSlow


# --- Ways to use an expression ---------------------------------------------------------------------


def uses(pattern: re.Pattern[Any]) -> dict[str, Callable[[str], object]]:
    """Return the ways a text can meet an expression: from its beginning, as a whole, and everywhere in it."""
    given = str.encode if isinstance(pattern.pattern, bytes) else str
    nothing = given("")
    return {
        "match": lambda text: pattern.match(given(text)),
        "fullmatch": lambda text: pattern.fullmatch(given(text)),
        "search": lambda text: pattern.subn(nothing, given(text)),
    }


# --- Texts from an expression -----------------------------------------------------------------------


def hard_texts(pattern: re.Pattern[Any]) -> list[Hard]:
    """Return texts that an expression could have trouble with."""
    source = pattern.pattern.decode("latin-1") if isinstance(pattern.pattern, bytes) else pattern.pattern
    maker = _Maker(source, pattern.flags)
    begins, ends = maker.beginnings, ("", NEVER)
    hards = [Hard("", one, end) for one in (*maker.signs, *begins) for end in ends]
    hards += [Hard("", one + other, NEVER) for one, other in product(maker.signs, repeat=2) if one != other]
    hards += [Hard(begin, sign, end) for begin, sign, end in product(begins, maker.signs, ends)]
    hards += [Hard(begin, body, end) for begin, body in maker.repeats for end in (*ends, *maker.examples[:1])]
    hards += [Hard("", sign, end) for sign, end in product(maker.signs, maker.examples[:2])]
    return list(dict.fromkeys(hards))


class _Maker:
    """Walks the parse tree of an expression and makes small texts that match it."""

    def __init__(self, source: str, flags: int) -> None:
        flags &= ~re.UNICODE if isinstance(source, bytes) else ~0
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            self.tree = re._parser.parse(source, flags)  # type: ignore[attr-defined]
        self.repeats: list[tuple[str, str]] = []
        self.found: dict[str, None] = {}
        self.groups: dict[int, str] = {}
        literals = [chr(value) for value in _literals(self.tree)]
        self.candidates = list(dict.fromkeys([*SIGNS, *literals]))
        self.examples = list(islice(dict.fromkeys(self.of(self.tree, "")), 6))
        self.signs = [*self.found][:MOST_SIGNS] or ["a"]
        self.signs += [sign for sign in " a" if sign not in self.signs]

    @property
    def beginnings(self) -> list[str]:
        """What matches may begin with: the first signs of each example, one more at a time."""
        ends = range(1, 1 + max((len(example) for example in self.examples), default=0))
        made = dict.fromkeys(example[:end] for end in ends for example in self.examples if len(example) >= end)
        return [*made][:MOST_BEGINNINGS] + self.examples

    def of(self, tree: Any, before: str) -> list[str]:
        """Return a few texts that match the items of a tree one behind the other."""
        made = [""]
        for operation, value in tree:
            options = self.item(str(operation), value, before + made[0])[:4] or [""]
            made = [one + option for option in options for one in made][:6]
        return made

    def item(self, operation: str, value: Any, before: str) -> list[str]:
        """Return a few texts that match one item; what looks ahead or back takes no text."""
        if operation in {"LITERAL", "NOT_LITERAL", "IN", "ANY"}:
            return self.signs_of(operation, value)
        if operation in {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}:
            least, most, inner = value
            bodies = self.of(inner, before)
            self.repeats += [(before, body) for body in bodies if body and most > 1]
            return [body * max(times, 0) for times in dict.fromkeys((max(least, 1), least)) for body in bodies]
        if operation == "BRANCH":
            return [option for branch in value[1] for option in self.of(branch, before)[:1]]
        if operation in {"SUBPATTERN", "ATOMIC_GROUP"}:
            inner = value[3] if operation == "SUBPATTERN" else value
            made = self.of(inner, before)
            if operation == "SUBPATTERN" and value[0]:
                self.groups[value[0]] = made[0]
            return made
        return [self.groups.get(value, "")] if operation == "GROUPREF" else []

    def signs_of(self, operation: str, value: Any) -> list[str]:
        """Return two or three signs that a class stands for."""
        one = re._parser.SubPattern(self.tree.state, [(getattr(re._constants, operation), value)])  # type: ignore[attr-defined]
        fits = re._compiler.compile(one, self.tree.state.flags).fullmatch  # type: ignore[attr-defined]
        signs = [sign for sign in self.candidates if fits(sign)][:3]
        self.found |= dict.fromkeys(signs[:2] if operation != "LITERAL" else signs[:1])
        return signs


def _literals(tree: Any) -> Iterator[int]:
    """Yield the code of every sign that stands in an expression as itself, ends of ranges included."""
    for operation, value in _items(tree):
        if operation in {"LITERAL", "NOT_LITERAL"}:
            yield value
        elif operation == "RANGE":
            yield from value


def _items(tree: Any) -> Iterator[tuple[str, Any]]:
    if isinstance(tree, tuple) and len(tree) == 2 and isinstance(tree[0], type(re._constants.LITERAL)):  # type: ignore[attr-defined]
        yield str(tree[0]), tree[1]
    if isinstance(tree, list | tuple | re._parser.SubPattern):  # type: ignore[attr-defined]
        for part in tree:
            yield from _items(part)


def worst_use(pattern: re.Pattern[Any], length: int, modes: Sequence[str] = ()) -> tuple[str, Verdict]:
    """Return the way of using an expression that takes longest, and what its worst text took."""
    hards, ways = hard_texts(pattern), uses(pattern)
    found = []
    for way in modes or ways:
        found.append((way, tried(ways[way], hards, length, suspect=0.005)))
        if not found[-1][1].is_linear:
            return found[-1]
    return max(found, key=lambda pair: pair[1].full)
