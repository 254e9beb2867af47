"""Reading the gouden draad of one link of the chain, as this user may see every other link."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import F, Func, JSONField, Model, Value
from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from areas.models import Area, User
from areas.resting.queries import rests_on
from coalition.agreement.ambitions.models import Ambition, AmbitionStatement
from coalition.agreement.articles.models import Article, ArticleAmbition, ArticleDecision, ArticleStatement
from coalition.agreement.document.rules.labels import article_number
from coalition.agreement.versions.models import AgreementVersion
from coalition.conversations.recording.access import conversations_for
from coalition.conversations.statements.models import Statement
from coalition.conversations.statements.queries import shown_statements
from coalition.planning_group.decisions.models import Decision
from coalition.trail.golden_thread.rules import Key, Link, Node, Thread, walk
from novex_portal.toolkit.kept.reading import keys_below, shown_links
from novex_portal.toolkit.text import dutch

_SHOWN = 110
Edge = tuple[Key, Key]


def thread_of(user: User, area: Area, kind: Link, pk: UUID) -> Thread:
    """Return the gouden draad of something in the area, walked both ways. At most twenty-two queries.

    Of a statement one may not read it shows the kind of party and the date. Raises Http404 when what it
    begins with is not in the area, or may not be read.
    """
    statements, ambitions, articles, decisions = _reached(user, area, kind, pk)
    nodes = [
        *(said := _statements(user, area, statements)),
        *_ambitions(area, ambitions),
        *_articles(area, articles),
        *_decisions(area, decisions),
    ]
    edges = _edges(statements, ambitions, articles)
    further, to_further = _further(user, area, {Ambition: ambitions, Article: articles, Decision: decisions})
    talks, of_talks = _conversations(user, area, statements, pk if kind == Link.CONVERSATION else None)
    versions, in_versions = _versions(area, articles)
    shown = [*talks, *nodes, *versions, *further]
    start = next((node for node in shown if node.id == (kind, str(pk))), None)
    if start is None or (kind == Link.STATEMENT and start in said and not start.url):
        raise Http404("Dit is er niet, of u mag het niet lezen.")
    return walk(start, shown, [*of_talks, *edges, *in_versions, *to_further])


def starts(user: User, area: Area) -> list[tuple[Link, list[Node]]]:
    """Return what one can begin with: articles, ambitions, decisions, and the latest conversations.

    What rests on these in other rooms is found from its own page. Four queries.
    """
    talks = conversations_for(user, area).order_by("-held_on", "-pk").values_list("pk", "held_on")[:50]
    return [
        (Link.ARTICLE, _articles(area, None)),
        (Link.AMBITION, _ambitions(area, None)),
        (Link.DECISION, _decisions(area, None)),
        (Link.CONVERSATION, [_conversation(area, pk, held_on, may_read=True) for pk, held_on in talks]),
    ]


def _reached(user: User, area: Area, kind: Link, pk: UUID) -> tuple[set[UUID], set[UUID], set[UUID], set[UUID]]:
    """Return the ids of statements, ambitions, articles and decisions around one of them, down the chain and then up."""
    statements, ambitions, articles, decisions = ({pk} if kind == own else set() for own in _OWN)
    if kind == Link.CONVERSATION:
        own = Statement.objects.filter(conversation__in=conversations_for(user, area), conversation=pk)
        statements = set(own.values_list("pk", flat=True))
    ambitions |= _ids(AmbitionStatement.objects.filter(statement__in=statements), "ambition")
    articles |= _ids(ArticleStatement.objects.filter(statement__in=statements), "article")
    articles |= _ids(ArticleAmbition.objects.filter(ambition__in=ambitions), "article")
    articles |= _ids(ArticleDecision.objects.filter(decision__in=decisions), "article")
    if link := shown_links().get(kind):
        ambitions, articles, decisions = keys_below(link, pk, (Ambition, Article, Decision))
    is_above = kind in {Link.ARTICLE, *shown_links()}
    if is_above or kind == Link.DECISION:
        ambitions |= _ids(ArticleAmbition.objects.filter(article__in=articles), "ambition")
        statements |= _ids(ArticleStatement.objects.filter(article__in=articles), "statement")
    if is_above or kind in {Link.AMBITION, Link.DECISION}:
        statements |= _ids(AmbitionStatement.objects.filter(ambition__in=ambitions), "statement")
    if is_above:
        decisions |= _ids(ArticleDecision.objects.filter(article__in=articles), "decision")
    return statements, ambitions, articles, decisions


_OWN = (Link.STATEMENT, Link.AMBITION, Link.ARTICLE, Link.DECISION)


_LINKS: dict[type[Model], Link] = {Ambition: Link.AMBITION, Article: Link.ARTICLE, Decision: Link.DECISION}


def _further(user: User, area: Area, ids: dict[type[Model], set[UUID]]) -> tuple[list[Node], list[Edge]]:
    """Return what rests on these in the rooms above, and the steps that lead there."""
    nodes: dict[Key, Node] = {}
    edges: list[Edge] = []
    for link, keys in ids.items():
        for below, rows in rests_on(user, area, link, keys).items():
            for row in rows:
                node = Node(Link(row.kind), str(row.pk), _short(row.title), row.url, row.note)
                nodes[node.id] = node
                edges.append(((_LINKS[link], str(below)), node.id))
    return list(nodes.values()), edges


def _ids(links: Any, name: str) -> set[UUID]:
    return set(links.values_list(f"{name}_id", flat=True))


def _edges(statements: set[UUID], ambitions: set[UUID], articles: set[UUID]) -> list[Edge]:
    to_ambitions = AmbitionStatement.objects.filter(statement__in=statements, ambition__in=ambitions)
    from_ambitions = ArticleAmbition.objects.filter(article__in=articles, ambition__in=ambitions)
    direct = ArticleStatement.objects.filter(article__in=articles, statement__in=statements)
    decided = ArticleDecision.objects.filter(article__in=articles)
    return [
        *_pairs(Link.STATEMENT, Link.AMBITION, to_ambitions.values_list("statement_id", "ambition_id")),
        *_pairs(Link.AMBITION, Link.ARTICLE, from_ambitions.values_list("ambition_id", "article_id")),
        *_pairs(Link.STATEMENT, Link.ARTICLE, direct.values_list("statement_id", "article_id")),
        *_pairs(Link.DECISION, Link.ARTICLE, decided.values_list("decision_id", "article_id")),
    ]


def _pairs(first: Link, second: Link, rows: Iterable[tuple[Any, Any]]) -> list[Edge]:
    return [((first, str(a)), (second, str(b))) for a, b in rows]


def _statements(user: User, area: Area, ids: set[UUID]) -> list[Node]:
    found = []
    for row in shown_statements(user, area, ids).values():
        words = row.position or "Woorden staan op de bladzijde van het gesprek"
        text = f"{row.party}: {words}" if row.may_read else f"{row.party}, {dutch.short_date(row.held_on)}"
        notes = ["bevestigd" if row.confirmed else "", "" if row.may_read else "u mag dit niet lezen"]
        url = f"{row.url}#uitspraak-{row.id}" if row.may_read else ""
        found.append(Node(Link.STATEMENT, str(row.id), _short(text), url, ", ".join(filter(None, notes))))
    return found


def _conversations(user: User, area: Area, statements: set[UUID], start: UUID | None) -> tuple[list[Node], list[Edge]]:
    rows = Statement.objects.filter(pk__in=statements, conversation__area=area)
    held = list(rows.values_list("pk", "conversation_id", "conversation__held_on"))
    talks = {talk: held_on for _, talk, held_on in held}
    readable = dict(
        conversations_for(user, area).filter(pk__in={*talks, *([start] if start else [])}).values_list("pk", "held_on")
    )
    nodes = [
        _conversation(area, pk, held_on, may_read=pk in readable)
        for pk, held_on in sorted({**talks, **readable}.items(), key=lambda item: (item[1], item[0]))
    ]
    return nodes, _pairs(Link.CONVERSATION, Link.STATEMENT, [(talk, pk) for pk, talk, _ in held])


def _conversation(area: Area, pk: UUID, held_on: Any, *, may_read: bool) -> Node:
    url = reverse("conversation", args=[area.slug, pk]) if may_read else ""
    note = "" if may_read else "u mag dit niet lezen"
    return Node(Link.CONVERSATION, str(pk), f"Gesprek van {dutch.long_date(held_on)}", url, note)


def _ambitions(area: Area, ids: set[UUID] | None) -> list[Node]:
    rows = Ambition.objects.filter(area=area, **({} if ids is None else {"pk__in": ids})).order_by("number")
    return [
        Node(
            Link.AMBITION,
            str(row.pk),
            _short(f"{row.number}. {row.title}"),
            reverse("ambition", args=[area.slug, row.pk]),
            row.get_status_display().lower(),
        )
        for row in rows.only("number", "title", "status")
    ]


def _articles(area: Area, ids: set[UUID] | None) -> list[Node]:
    """The articles of the text, or these, also those that were taken out of it."""
    rows = Article.objects.all() if ids is None else Article.everything.filter(pk__in=ids)
    found = rows.filter(chapter__agreement__area=area).order_by("chapter__number", "number")
    return [
        Node(
            Link.ARTICLE,
            str(pk),
            _short(f"{article_number(chapter, label)} {title}"),
            reverse("article", args=[area.slug, pk]),
            f"uit de tekst gehaald op {dutch.short_date(timezone.localdate(removed_at))}" if removed_at else "",
        )
        for pk, chapter, label, title, removed_at in found.values_list(
            "pk", "chapter__label", "label", "title", "removed_at"
        )
    ]


def _decisions(area: Area, ids: set[UUID] | None) -> list[Node]:
    rows = Decision.objects.filter(area=area, **({} if ids is None else {"pk__in": ids})).order_by("number")
    return [
        Node(Link.DECISION, str(pk), _short(f"{number}. {title}"), reverse("decision", args=[area.slug, pk]))
        for pk, number, title in rows.values_list("pk", "number", "title")
    ]


def _versions(area: Area, articles: set[UUID]) -> tuple[list[Node], list[Edge]]:
    """The versions that hold one of the articles; the database reads the ids out of the frozen text."""
    ids = Func(
        F("snapshot"),
        Value("$.chapters[*].articles[*].id"),
        function="jsonb_path_query_array",
        template="%(function)s(%(expressions)s::jsonpath)",
        output_field=JSONField(),
    )
    rows = AgreementVersion.objects.filter(agreement__area=area).order_by("number").annotate(holds=ids)
    nodes: list[Node] = []
    edges: list[Edge] = []
    wanted = {str(pk) for pk in articles}
    for pk, number, frozen_at, holds, void in rows.values_list("pk", "number", "frozen_at", "holds", "voided"):
        inside = [key for key in holds if key in wanted]
        if inside:
            url = reverse("version", args=[area.slug, number])
            nodes.append(
                Node(
                    Link.VERSION,
                    str(pk),
                    f"Versie {number} van {dutch.long_date(timezone.localdate(frozen_at))}",
                    url,
                    "vervallen verklaard" if void else "",
                )
            )
            edges += _pairs(Link.ARTICLE, Link.VERSION, [(key, pk) for key in inside])
    return nodes, edges


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1].rstrip(".,; ") + "…"
