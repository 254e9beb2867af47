"""What a row of the overview says, and in what order rows stand."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from coalition.trail.progress.rules.facts import CoalitionFacts
from coalition.trail.progress.rules.relations import relation_meter
from coalition.trail.progress.rules.steps import step_states
from deliverables.checkpoints.rules import pressure_meter
from novex_portal.dashboards.overview.rules import AreaRow, Choice, NextMoment, chosen, headline, news_since

TODAY = date(2026, 11, 23)
GROUP = CoalitionFacts(planning_government=2, planning_society=1)
READY = CoalitionFacts(
    planning_government=2,
    planning_society=1,
    parties=2,
    parties_spoken=2,
    boards=1,
    boards_involved=1,
    articles=1,
    latest_version=1,
    signatories=2,
    signatories_agreed=2,
    signed=2,
    signed_government=1,
    signed_society=1,
)


def row(
    number: int = 1, facts: CoalitionFacts | None = None, *, days: int | None = None, overdue: int = 0, last: int = 0
) -> AreaRow:
    facts = facts or CoalitionFacts()
    moment = None if days is None else NextMoment("IJkmoment", TODAY + timedelta(days=days), days, 0, 0)
    return AreaRow(
        number=number,
        name=f"Gebied {number}",
        slug=f"gebied-{number}",
        latitude=Decimal(52),
        longitude=Decimal(5),
        provinces=("Limburg",) if number % 2 else (),
        facts=facts,
        steps=step_states(facts),
        relations=relation_meter(facts),
        pressure=pressure_meter(days_left=days, pieces=0, ready=0, overdue=overdue),
        next=moment,
        last=TODAY - timedelta(days=last) if last else None,
        overdue=overdue,
    )


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        (CoalitionFacts(), ("", "nog niet begonnen")),
        (CoalitionFacts(parties=3, parties_spoken=1), ("", "bezig met gesprekken")),
        (GROUP, ("1 klaar", "gesprekken nog niet begonnen")),
        (READY, ("5 klaar", "coalitie staat")),
    ],
)
def test_row_says_what_is_done_and_what_runs(facts: CoalitionFacts, words: tuple[str, str]) -> None:
    assert (row(facts=facts).done_words, row(facts=facts).busy_words) == words


@pytest.mark.parametrize(
    ("order", "numbers"),
    [
        ("ijkmoment", [2, 1, 3]),
        ("-ijkmoment", [1, 2, 3]),
        ("nummer", [1, 2, 3]),
        ("-nummer", [3, 2, 1]),
        ("stap", [1, 2, 3]),
        ("-stap", [3, 1, 2]),
        ("druk", [1, 2, 3]),
        ("-druk", [2, 1, 3]),
    ],
)
def test_what_has_no_value_stands_last_and_equals_by_number(order: str, numbers: list[int]) -> None:
    rows = [row(3, READY), row(1, days=60), row(2, days=5)]

    assert [found.number for found in chosen(rows, Choice(order=order))] == numbers


@pytest.mark.parametrize(
    ("choice", "numbers"),
    [
        (Choice(province="Limburg"), [1, 3]),
        (Choice(step="5"), [3]),
        (Choice(step="0"), [1, 2]),
        (Choice(pressure="0"), [3]),
    ],
)
def test_only_what_was_asked_for_is_shown(choice: Choice, numbers: list[int]) -> None:
    rows = [row(1, days=60), row(2, days=5), row(3, READY)]

    assert sorted(found.number for found in chosen(rows, choice)) == numbers


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([row(1)], "Uw gebied werkt nog niet aan een akkoord"),
        ([row(1, READY, overdue=1)], "Uw gebied werkt aan het akkoord of is verder, met stukken te laat"),
        ([row(1), row(2)], "Nog geen gebied werkt aan een akkoord"),
        ([row(1, READY), row(2, overdue=2)], "1 van de 2 gebieden werkt aan het akkoord of is verder, 1 is te laat"),
        ([row(1, READY), row(2, READY)], "2 van de 2 gebieden werken aan hun akkoord of zijn verder"),
    ],
)
def test_headline_counts_who_is_far_and_who_is_late(rows: list[AreaRow], words: str) -> None:
    assert headline(rows) == words


def test_news_is_what_changed_since_the_last_checkpoint_of_all() -> None:
    since, words = news_since([row(1, last=40), row(2, last=8)], TODAY)

    assert (since, words) == (date(2026, 11, 15), "sinds het ijkmoment van 15\N{NO-BREAK SPACE}november 2026")


def test_without_a_checkpoint_news_is_of_the_last_days() -> None:
    assert news_since([row(1)], TODAY) == (date(2026, 10, 24), "in de laatste 30 dagen")
