"""The words of the mails about checkpoints: what, when, why you, what happens if nothing is done."""

from dataclasses import dataclass
from datetime import date

from deliverables.checkpoints.enums import CheckpointKind
from novex_portal.toolkit.mail.writing import Mail, write_mail
from novex_portal.toolkit.text import dutch

TEMPLATES = "deliverables/reminders/mail"
MOST_PROMISES = 20
"""So many stand in one mail; the page it leads to has them all."""


@dataclass(frozen=True)
class Task:
    """One thing that must be ready, and how far it is, in words."""

    area: str
    text: str
    status: str
    is_ready: bool


@dataclass(frozen=True)
class Promise:
    """What was agreed at an earlier bestuurlijk overleg and must be done before this one, in words."""

    area: str
    name: str
    text: str
    lead: str
    when: str


@dataclass(frozen=True)
class Letter:
    """Everything one reminder says; no confidential text comes near it."""

    name: str
    kind: str
    day: date
    place: str
    areas: tuple[str, ...]
    tasks: tuple[Task, ...]
    is_named: bool
    role_words: str
    link: str
    list_link: str
    next_day: date | None
    promises: tuple[Promise, ...] = ()


def reminder_mail(letter: Letter, *, today: date) -> Mail:
    """Write the reminder as it reads today, so that a late one tells the truth too."""
    days = (letter.day - today).days
    open_tasks = [task for task in letter.tasks if not task.is_ready]
    context = {
        "letter": letter,
        "when": f"{dutch.weekday_date(letter.day)} ({in_days(days)})",
        "past": days < 0,
        "tasks": letter.tasks,
        "promises": letter.promises[:MOST_PROMISES],
        "more": max(0, len(letter.promises) - MOST_PROMISES),
        "all_ready": bool(letter.tasks) and not open_tasks,
        "several_areas": len(letter.areas) > 1,
        "areas": _and(letter.areas),
        "why": _why(letter),
        "consequence": _consequence(letter, days),
        "next": dutch.weekday_date(letter.next_day) if letter.next_day else "",
    }
    return write_mail(f"{TEMPLATES}/reminder", f"{_headline(days)}: {letter.name} ({_short(letter.areas)})", context)


def moved_mail(letter: Letter, *, was: date) -> Mail:
    """Tell somebody who was reminded already that the day has changed."""
    context = {
        "letter": letter,
        "when": dutch.weekday_date(letter.day),
        "was": dutch.weekday_date(was),
        "areas": _and(letter.areas),
        "why": "U kreeg al een herinnering voor de oude datum. Daarom hoort u dit nu.",
        "next": dutch.weekday_date(letter.next_day) if letter.next_day else "",
    }
    return write_mail(
        f"{TEMPLATES}/moved", f"Andere datum: {letter.name} is op {dutch.long_date(letter.day)}", context
    )


def cancelled_mail(letter: Letter) -> Mail:
    """Tell somebody who was reminded already that it will not take place."""
    context = {
        "letter": letter,
        "when": dutch.weekday_date(letter.day),
        "areas": _and(letter.areas),
        "why": "U kreeg hier al een herinnering voor. Daarom hoort u dit nu.",
    }
    return write_mail(f"{TEMPLATES}/cancelled", f"Vervallen: {letter.name} op {dutch.long_date(letter.day)}", context)


def in_days(days: int) -> str:
    """over 14 dagen, morgen, vandaag, gisteren, 7 dagen geleden."""
    named = {0: "vandaag", 1: "morgen", -1: "gisteren"}
    return named.get(days) or (f"over {days} dagen" if days > 0 else f"{-days} dagen geleden")


def _headline(days: int) -> str:
    if days < 0:
        return "Gisteren" if days == -1 else f"{-days} dagen geleden"
    return {0: "Vandaag", 1: "Morgen"}.get(days) or f"Over {days} dagen"


def _why(letter: Letter) -> str:
    if letter.is_named:
        return "U bent genoemd als verantwoordelijke voor dit moment."
    return f"Er is niemand als verantwoordelijke genoemd. U bent {letter.role_words}, daarom krijgt u dit bericht."


def _consequence(letter: Letter, days: int) -> str:
    if letter.tasks and all(task.is_ready for task in letter.tasks) and not letter.promises:
        return "Alles staat op klaar. U hoeft niets te doen."
    if days < 0:
        return "Doet u niets? Dan blijft in het portaal staan dat deze onderdelen niet op tijd klaar waren."
    if not letter.tasks and not letter.promises:
        return "Er staat niet bij wat klaar moet zijn. Doet u niets? Dan gaat het moment door zoals het gepland is."
    if letter.kind == CheckpointKind.BOARD_MEETING:
        return "Doet u niets? Dan kan het overleg niet besluiten over wat nog ontbreekt."
    if letter.kind == CheckpointKind.CHECKPOINT:
        return "Doet u niets? Dan tellen op het ijkmoment alleen de onderdelen mee die klaar zijn."
    return "Doet u niets? Dan blijft in het portaal staan wat nog niet klaar is."


def _and(names: tuple[str, ...]) -> str:
    return " en ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))


def _short(names: tuple[str, ...]) -> str:
    return names[0] if len(names) == 1 else f"{len(names)} gebieden"
