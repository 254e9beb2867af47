"""References to articles, members and parts of them: read as typed in any usual way, shown as jurists write them. Pure.

`artikel 3.2 lid 2 sub b` and `artikel 3.2, tweede lid, onder b` are the same; the second is shown (Aanwijzingen voor de
regelgeving, 3.29). Without an article its own one is meant.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from novex_portal.toolkit.text.dutch import ordinal, read_ordinal

_ARTICLE = re.compile(r"artikel (?P<number>[A-Za-z]?\d[\w.]*)", re.IGNORECASE)
_MEMBER = re.compile(r"(?:lid (?P<after>\d{1,3}[a-z]?)|(?P<before>[a-zë]+) lid)$", re.IGNORECASE)
_HEADED = re.compile(r"aanhef en (?:van )?", re.IGNORECASE)
_PART = re.compile(
    r"(?:(?P<word>onderdeel|onder|sub|punt) )?(?P<label>[a-z]{1,3}|\d{1,3}|\d{1,3}[°º]|[ivx]{1,5})[.)°º]?$",
    re.IGNORECASE,
)
_SPLIT = re.compile(r",\s*|(?<!\s)\s++(?=(?:lid|sub|onder|onderdeel|punt|aanhef)\s)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reference:
    """A place in an agreement: an article (empty: the own one), a member, and parts from the outside in."""

    article: str = ""
    member: str = ""
    parts: tuple[str, ...] = ()
    with_head: bool = False
    named_part: bool = False  # typed as "onderdeel"
    capital: bool = False

    @property
    def labels(self) -> tuple[str, ...]:
        """Where it leads inside the article: the labels without their signs."""
        return tuple(label for label in (self.member, *self.parts) if label)

    @property
    def words(self) -> str:
        """How it is shown."""
        found = [f"artikel {self.article}"] if self.article else []
        if self.member:
            found.append(f"{ordinal(int(self.member))} lid" if self.member.isdigit() else f"lid {self.member}")
        if self.parts:
            first, *rest = self.parts
            head = "aanhef en " if self.with_head else ""
            found.append(f"{head}{'onderdeel' if self.named_part else 'onder'} {first}")
            found += [f"onder {rest[0]}" if self.named_part else rest[0], *rest[1:]] if rest else []
        shown = ", ".join(found)
        return shown[:1].upper() + shown[1:] if self.capital else shown


Exists = Callable[[Reference], bool]


def read_reference(typed: str) -> Reference | None:
    """Return what a reference means, or None for words that are none."""
    words = " ".join(typed.split())
    capital = words[:1].isupper()
    article = _ARTICLE.match(words)
    rest = words[article.end() :].strip(" ,") if article else words
    if not article and not rest:
        return None
    steps = [step for step in _SPLIT.split(rest) if step]
    return _steps(article["number"].rstrip(".") if article else "", steps, capital=capital)


def _steps(article: str, steps: list[str], *, capital: bool) -> Reference | None:
    member, parts, with_head, named = "", list[str](), False, False
    steps = _joined(steps)
    for step in steps:
        if not member and not parts and (found := _member(step)):
            member = found
            continue
        if head := _HEADED.match(step):
            with_head, step = True, step[head.end() :]  # noqa: PLW2901  the same step without its head
        part = _PART.match(step)
        if part is None:
            return None
        named = named or (not parts and (part["word"] or "").lower() == "onderdeel")
        parts.append(_label(part["label"], step))
    if not article and not member and not parts:
        return None
    return Reference(article, member, tuple(parts), with_head, named, capital)


def _joined(steps: list[str]) -> list[str]:
    """Put "aanhef en" together with what it stands before, where a split came between."""
    found: list[str] = []
    for step in steps:
        if found and found[-1].lower() in {"aanhef en", "aanhef"}:
            found[-1] = f"aanhef en {step.removeprefix('en ')}"
        else:
            found.append(step)
    return found


def _member(step: str) -> str:
    match = _MEMBER.fullmatch(step)
    if match is None:
        return ""
    if match["after"]:
        return match["after"].lower()
    number = read_ordinal(match["before"].lower())
    return str(number) if number else ""


def _label(label: str, step: str) -> str:
    return label if label[-1] in "°º" else f"{label}{'°' if step.rstrip().endswith(('°', 'º')) else ''}".lower()
