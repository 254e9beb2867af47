"""Labels at the start of a line: which there are, what comes after what, and what ranks above what. Pure.

A label is read in every way it can be: `i.` is the ninth letter and the first roman number. What it is here the
lists that are open decide (`reading.py`).
"""

import re
from dataclasses import dataclass

NUMBER, BRACKET, LETTER, DEGREE, ROMAN, BULLET = "num", "nump", "letter", "deg", "roman", "bullet"
RANKS = {NUMBER: 1.0, BRACKET: 1.0, LETTER: 2.0, DEGREE: 3.0, ROMAN: 3.5, BULLET: 4.0}
INSIDE_MEMBER = 3.0
"""What `1)` ranks while a `1.` is open."""

_SPACE_OR_END = r"(?=\s|$)"
_NUMBER = re.compile(rf"([1-9]\d{{0,2}})([a-z]?)\.{_SPACE_OR_END}")
_BRACKET = re.compile(rf"([1-9]\d{{0,2}})\){_SPACE_OR_END}")
_LETTER = re.compile(rf"([a-z]{{1,3}})([.)]){_SPACE_OR_END}")
_DEGREE = re.compile(rf"([1-9]\d{{0,2}})(?:°\.?|º){_SPACE_OR_END}")
_ROMAN = re.compile(rf"(x{{0,3}}(?:ix|iv|v?i{{0,3}}))[.)]{_SPACE_OR_END}")
_BULLET = re.compile(r"([-–—•·●◦○▪■*‣])(?=\s+\S)|([o§])(?=\t\s*\S)")
_CLASSES = {sign: kind for kind in ("-–—", "•·●", "◦○", "▪■", "*", "‣", "o", "§") for sign in kind}
_MEANT = re.compile(r"\d{1,3}(?:\.\d{1,3})+\.?(?=\s)|[A-Z]\.(?=\s)|\([a-z0-9]{1,3}\)(?=\s)")
_VALUES = {"i": 1, "v": 5, "x": 10}


@dataclass(frozen=True, slots=True)
class Label:
    """A label read in one way: as typed, its family, and where it stands in that family."""

    text: str
    family: str
    value: tuple[int, str]

    @property
    def is_first(self) -> bool:
        """Whether a list may begin with it."""
        return self.family.startswith(BULLET) or self.value == ((1, "a") if self.family == LETTER else (1, ""))

    @property
    def closing(self) -> str:
        """The sign it ends in; `a.` and `b)` in one list are told."""
        return self.text[-1]

    @property
    def is_doubled(self) -> bool:
        """Whether it is of two or three letters, which only go on from another."""
        return self.family == LETTER and len(self.value[1]) > 1

    def rank(self, *, member_open: bool) -> float:
        """Return how high it stands, 1 for a member; `member_open` when a `1.` is open."""
        if self.family == BRACKET and member_open:
            return INSIDE_MEMBER
        return RANKS[self.family.split(":")[0]]

    def follows(self, last: "Label") -> bool:
        """Tell whether it comes right after another of its family."""
        if self.family.startswith(BULLET):
            return True
        number, more = last.value
        if self.family == NUMBER:
            inserted = (number, chr(ord(more) + 1)) if more else (number, "a")
            return self.value in {(number + 1, ""), inserted}
        if self.family == LETTER:
            return self.value[1] in _letters_after(more)
        return self.value[0] == number + 1

    def is_beyond(self, last: "Label") -> bool:
        """Tell whether it comes later than another of its family, with a gap."""
        if self.family.startswith(BULLET) or self.is_doubled or last.is_doubled:
            return False
        return self.value > last.value


def labels_of(body: str) -> list[Label]:
    """Return every way in which a line can begin with a label; [] for a plain line."""
    found = []
    if match := _NUMBER.match(body):
        found.append(Label(match[0], NUMBER, (int(match[1]), match[2])))
    if match := _BRACKET.match(body):
        found.append(Label(match[0], BRACKET, (int(match[1]), "")))
    if match := _LETTER.match(body):
        found.append(Label(match[0], LETTER, (_place(match[1]), match[1])))
    if match := _DEGREE.match(body):
        found.append(Label(match[0], DEGREE, (int(match[1]), "")))
    if (match := _ROMAN.match(body)) and match[1]:
        found.append(Label(match[0], ROMAN, (_roman(match[1]), "")))
    if match := _BULLET.match(body):
        sign = match[1] or match[2]
        found.append(Label(sign, f"{BULLET}:{_CLASSES[sign]}", (0, "")))
    return found


def meant(body: str) -> str:
    """Return what looks like a label and is none, such as `3.1`, `A.` or `(a)`; empty for any other line."""
    match = _MEANT.match(body)
    return match[0] if match else ""


def letters(number: int) -> str:
    """Return the letters of a number, doubled after z: a, z, aa, bb. Raises ValueError beyond zzz."""
    if not 1 <= number <= 78:
        raise ValueError(number)
    times, place = divmod(number - 1, 26)
    return chr(97 + place) * (times + 1)


def roman(number: int) -> str:
    """Return a number up to 39 in small roman figures. Raises ValueError beyond that."""
    if not 1 <= number <= 39:
        raise ValueError(number)
    units = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")
    return "x" * (number // 10) + units[number % 10]


def _letters_after(last: str) -> set[str]:
    """Return which letters may come after these: c or ba after b, aa after z, bb, ab or b after aa."""
    head, tail = last[:-1], last[-1]
    if len(last) == 1:
        return {f"{last}a", "aa" if tail == "z" else chr(ord(tail) + 1)}
    after: set[str] = set()
    if tail != "z":
        after.add(head + chr(ord(tail) + 1))
    if head[-1] != "z":
        after.add(head[:-1] + chr(ord(head[-1]) + 1))
    if len(set(last)) == 1:
        after.add("a" * (len(last) + 1) if tail == "z" else chr(ord(tail) + 1) * len(last))
    return {letters for letters in after if len(letters) <= 3}


def _place(letters: str) -> int:
    """Return where letters stand: a 1, z 26, aa 27; inserted ones (ba) after the letter they begin with."""
    doubled = len(set(letters)) == 1
    return ord(letters[0]) - 96 + (26 * (len(letters) - 1) if doubled else 0)


def _roman(text: str) -> int:
    values = [_VALUES[sign] for sign in text]
    later = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, later, strict=True))
