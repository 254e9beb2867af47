"""The list of a hundred thousand conversations: filters and text search against the bare SQL, by their 95th percentile."""

import time
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from django.core.wsgi import get_wsgi_application
from django.db import connection, transaction
from django.urls import reverse

from areas.models import Area
from coalition.conversations.quick_notes.rules import read
from coalition.models import Participant
from novex_portal.benchmark.measuring import Visitor
from novex_portal.benchmark.seeding import PLACE, People, grow_to

CONVERSATIONS = 100_000
ROUNDS = 60
DAY = date(2026, 3, 2)
# What anybody would have to ask: a page of the newest, and whether there are more than a thousand.
_BARE = (
    "SELECT id FROM coalition_conversation WHERE area_id = %(area)s AND {where} ORDER BY held_on DESC, id DESC LIMIT 25",
    "SELECT count(*) FROM (SELECT 1 FROM coalition_conversation WHERE area_id = %(area)s AND {where} LIMIT 1001) AS found",
)
_WORDS = "search @@ to_tsquery('dutch', %(words)s)"
_PARTY = "id IN (SELECT conversation_id FROM coalition_participant WHERE organisation_id = %(party)s)"


def measure_list(people: People, today: date, *, rounds: int = ROUNDS) -> Iterator[str]:
    """Yield per question the 95th percentile of the page and of the bare SQL, in milliseconds."""
    grow_to(CONVERSATIONS, people, today)
    area = Area.objects.get(slug=PLACE)
    _bring_together(area)
    party = Participant.objects.values_list("organisation", flat=True)[0]
    root = reverse("conversations", args=[PLACE])
    visitor = Visitor.sign_in(get_wsgi_application(), people.planner)
    values = {"area": area.pk, "party": party, "since": today.replace(month=1, day=1)}
    for name, query, where, words in (
        ("zonder filter", "", "TRUE", ""),
        ("één woord", "?tekst=hitte", _WORDS, "hitte"),
        ("twee woorden", "?tekst=grond+zekerheid", _WORDS, "grond & zekerheid"),
        ("organisatie", f"?partij={party}", _PARTY, ""),
        ("dit jaar", f"?vanaf=01-01-{today.year}", "held_on >= %(since)s", ""),
        ("woord en jaar", f"?tekst=hitte&vanaf=01-01-{today.year}", f"{_WORDS} AND held_on >= %(since)s", "hitte"),
    ):
        page, bare = _alternate(
            lambda query=query: visitor.get(root + query),  # type: ignore[misc]
            lambda where=where, words=words: _ask(where, {**values, "words": words}),  # type: ignore[misc]
            rounds,
        )
        yield f"{name:<14} bladzijde p95 {page:6.1f} ms, kale SQL p95 {bare:6.1f} ms, verhouding {page / bare:4.1f}"


def measure_notes() -> Iterator[str]:
    """Yield how long reading notes of a megabyte takes."""
    line = "~+ Water vasthouden kan, als de grond bruikbaar blijft.\n^ Zekerheid\n! kaart sturen | waterschap\ngewone tekst 💧\n"
    for size in (10_000, 100_000, 1_000_000):
        text = line * (size // len(line.encode()))
        start = time.perf_counter()
        read(text, organisations=["Waterschap"], challenges={"1": "Water en bodem"}, held_on=DAY)
        yield f"{len(text.encode()):>9} bytes: {(time.perf_counter() - start) * 1000:.0f} ms"


def _bring_together(area: Area) -> None:
    """Put all conversations in one area, past the history: only the length of the list matters here."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute("UPDATE coalition_conversation SET area_id = %s", [area.pk])
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE coalition_conversation")


def _ask(where: str, values: dict[str, Any]) -> None:
    with connection.cursor() as cursor:
        for query in _BARE:
            cursor.execute(query.format(where=where), values)
            cursor.fetchall()


def _alternate(page: Callable[[], object], bare: Callable[[], object], rounds: int) -> tuple[float, float]:
    """Return the 95th percentile of both in milliseconds, measured in turn."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(rounds + 3):
        for kept, work in zip(times, (page, bare), strict=True):
            start = time.perf_counter()
            work()
            kept.append((time.perf_counter() - start) * 1000)
    return _p95(times[0][3:]), _p95(times[1][3:])


def _p95(values: list[float]) -> float:
    return sorted(values)[int(len(values) * 0.95)]
