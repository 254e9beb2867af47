"""The gouden draad: walked both ways, drawn, and nothing shown that one may not read."""

from typing import Any

import pytest
from django.urls import reverse

from areas.enums import Role
from areas.models import Area, User
from coalition.agreement.versions.actions import freeze_version
from coalition.conversations.recording.enums import Confidentiality
from coalition.models import Ambition, Article, Decision
from coalition.trail.golden_thread.queries import thread_of
from coalition.trail.golden_thread.rules import MOST_DRAWN, Link, Node, draw, walk
from novex_portal.toolkit.kept.reading import called, shown_above
from tests.coalition.agreement.ambitions.test_ambitions import make_ambition, make_article
from tests.factories import make_area, make_conversation, make_member, make_organisation, make_statement

SECRET = "Wij verkopen de grond"


def node(kind: Link, key: str) -> Node:
    return Node(kind, key, key)


TALK, SAID, OTHER = node(Link.CONVERSATION, "g"), node(Link.STATEMENT, "u"), node(Link.STATEMENT, "v")
AMBITION, ARTICLE = node(Link.AMBITION, "a"), node(Link.ARTICLE, "r")
EDGES = [(TALK.id, SAID.id), (TALK.id, OTHER.id), (SAID.id, AMBITION.id), (AMBITION.id, ARTICLE.id)]
ALL = [TALK, SAID, OTHER, AMBITION, ARTICLE]


def test_walk_goes_both_ways_and_not_sideways() -> None:
    assert {row.key for row in walk(AMBITION, ALL, EDGES).nodes} == {"g", "u", "a", "r"}
    assert {row.key for row in walk(TALK, ALL, EDGES).nodes} == {"g", "u", "v", "a", "r"}


def test_rows_say_what_came_before_and_after() -> None:
    rows = {row.key: (before, after) for row, before, after in walk(ARTICLE, ALL, EDGES).rows}
    assert rows["a"] == ([SAID], [ARTICLE])
    assert rows["g"] == ([], [SAID])


def test_more_than_three_are_counted_per_kind() -> None:
    many = [node(Link.STATEMENT, f"u{number}") for number in range(3)]
    thread = walk(ARTICLE, [*many, AMBITION], [(row.id, ARTICLE.id) for row in [*many, AMBITION]])
    assert thread.table[-1] == (ARTICLE, ["3 uitspraken", "1 ambitie"], [])


def test_alone_says_so() -> None:
    assert walk(ARTICLE, [], []).finding == "Hier hangt nog niets aan vast."


def test_finding_counts_every_kind() -> None:
    assert walk(TALK, ALL, EDGES).finding == "Hieraan hangen: 2 uitspraken, 1 ambitie, 1 artikel."


def test_drawing_leaves_what_does_not_fit_to_the_table() -> None:
    many = [node(Link.STATEMENT, f"u{number}") for number in range(MOST_DRAWN + 5)]
    thread = walk(AMBITION, many, [(row.id, AMBITION.id) for row in many])
    drawing = draw(thread)
    assert len(drawing.boxes) == MOST_DRAWN + 1
    assert drawing.left_out == ("Uitspraken: nog 5, in de tabel",)
    assert len(drawing.lines) == MOST_DRAWN


def test_long_words_stay_inside_their_box() -> None:
    long = Node(Link.ARTICLE, "r", "Hottentottententententoonstellingsmakersopleiding voor beekdalen en plateaus")
    assert all(len(line) <= 25 for line in draw(walk(long, [], [])).boxes[0].lines)


def rooted(area: Area, planner: User, confidentiality: str = Confidentiality.AREA) -> Article:
    talk = make_conversation(planner, area, confidentiality=confidentiality)
    statement = make_statement(talk, make_organisation(area=area), position=SECRET)
    ambition = make_ambition(area, planner, statements=[statement])
    return make_article(area, planner, ambitions=[ambition])


def test_from_article_to_conversation_and_back(area: Area, planner: User) -> None:
    article = rooted(area, planner)
    freeze_version(agreement=article.chapter.agreement, actor=planner)
    thread = thread_of(planner, area, Link.ARTICLE, article.pk)
    kinds = [kind for kind, _ in thread.columns]
    assert kinds == [Link.CONVERSATION, Link.STATEMENT, Link.AMBITION, Link.ARTICLE, Link.VERSION]
    talk = thread.columns[0][1][0]
    back = thread_of(planner, area, Link.CONVERSATION, talk.key)  # type: ignore[arg-type]
    assert {row.id for row in back.nodes} == {row.id for row in thread.nodes}


def page_of(client: Any, area: Area, van: str = "") -> Any:
    return client.get(reverse("golden-thread", args=[area.slug]), {"van": van} if van else {})


def test_who_may_not_read_sees_kind_and_date_alone(area: Area, planner: User, signed_in: Any) -> None:
    article = rooted(area, planner, Confidentiality.PLANNING_GROUP)
    client = signed_in(make_member(Role.EXECUTIVE, area))
    page = page_of(client, area, f"artikel:{article.pk}").content.decode()
    statement = article.ambitions.get().statements.get()
    assert SECRET not in page
    assert str(statement.pk) not in page
    assert str(statement.conversation_id) not in page
    assert "u mag dit niet lezen" in page


def test_thread_of_what_one_may_not_read_does_not_exist(area: Area, planner: User, signed_in: Any) -> None:
    article = rooted(area, planner, Confidentiality.PLANNING_GROUP)
    statement = article.ambitions.get().statements.get()
    client = signed_in(make_member(Role.EXECUTIVE, area))
    for van in (f"gesprek:{statement.conversation_id}", f"uitspraak:{statement.pk}", "artikel:x", "iets:1"):
        assert page_of(client, area, van).status_code == 404


def test_what_is_of_another_area_is_not_found(area: Area, planner: User, signed_in: Any) -> None:
    elsewhere = make_area("de-peel")
    other = make_member(Role.PLANNING_GROUP, elsewhere)
    article = rooted(elsewhere, other)
    assert page_of(signed_in(planner), area, f"artikel:{article.pk}").status_code == 404


def test_one_can_begin_with_what_is_there(area: Area, planner: User, signed_in: Any) -> None:
    article = rooted(area, planner)
    page = page_of(signed_in(planner), area).content.decode()
    assert f"?van=artikel:{article.pk}" in page
    assert "?van=gesprek:" in page


def test_every_record_that_may_stand_at_the_end_of_the_thread_is_a_link_of_it() -> None:
    ends = {called(top).lower() for below in (Ambition, Article, Decision) for _, _, top in shown_above(below)}
    assert ends <= {link.value for link in Link}
    assert all(link.plural for link in Link)


@pytest.mark.parametrize("rows", [1, 3])
def test_queries_do_not_grow(area: Area, planner: User, django_assert_num_queries: Any, rows: int) -> None:
    article = [rooted(area, planner) for _ in range(rows)][-1]
    with django_assert_num_queries(19):
        thread_of(planner, area, Link.ARTICLE, article.pk)
