"""The pages that are measured, each as somebody who needs it."""

from dataclasses import dataclass

from django.urls import reverse

from areas.models import Challenge, Province
from coalition.models import Ambition, Article, Conversation
from novex_portal.benchmark.agenda import domino_address
from novex_portal.benchmark.network import KNIT
from novex_portal.benchmark.seeding import CROWDED, PLACE


@dataclass(frozen=True)
class BenchmarkPage:
    """A page, who asks for it (a field of `People`), and whether it has a target."""

    name: str
    visitor: str
    address: str
    has_target: bool = False


def pages() -> list[BenchmarkPage]:
    """Return the pages with their addresses in the seeded database."""
    conversations = reverse("conversations", args=[PLACE])
    newest = Conversation.objects.filter(area__slug=PLACE, confidentiality="planningsgroep").order_by(
        "-held_on", "-id"
    )
    article = Article.objects.filter(chapter__agreement__area__slug=PLACE).order_by("chapter__number", "number")
    return [
        BenchmarkPage("home", "interviewer", reverse("home")),
        BenchmarkPage("overview", "programme_team", reverse("overview"), has_target=True),
        BenchmarkPage("dashboard", "planner", reverse("area", args=[PLACE]), has_target=True),
        BenchmarkPage("dashboard-executive", "executive", reverse("area", args=[PLACE]), has_target=True),
        BenchmarkPage("list", "planner", conversations, has_target=True),
        BenchmarkPage("list-search", "planner", f"{conversations}?tekst=hitte"),
        BenchmarkPage("list-last-page", "planner", f"{conversations}?page=999999"),
        BenchmarkPage("conversation", "planner", reverse("conversation", args=[PLACE, newest[0].pk])),
        BenchmarkPage("form", "interviewer", reverse("conversation-new", args=[PLACE])),
        BenchmarkPage("parties", "planner", reverse("parties", args=[PLACE])),
        BenchmarkPage("parties-many", "registrar", reverse("parties", args=[CROWDED]), has_target=True),
        BenchmarkPage("party-similar", "registrar", _similar(), has_target=True),
        BenchmarkPage("network", "planner", reverse("network", args=[PLACE]), has_target=True),
        BenchmarkPage("network-many", "registrar", reverse("network", args=[KNIT]), has_target=True),
        BenchmarkPage("list-challenge", "planner", f"{conversations}?opgave={_challenge()}"),
        BenchmarkPage("feedback", "planner", reverse("feedback", args=[PLACE])),
        BenchmarkPage("silence", "planner", reverse("silence", args=[PLACE])),
        BenchmarkPage("themes", "planner", reverse("themes", args=[PLACE])),
        BenchmarkPage("stakes", "planner", reverse("stakes", args=[PLACE])),
        BenchmarkPage("quick", "interviewer", reverse("conversation-quick", args=[PLACE])),
        BenchmarkPage("ambitions", "planner", reverse("ambitions", args=[PLACE])),
        BenchmarkPage("ambition", "planner", _ambition()),
        BenchmarkPage("perspective", "planner", reverse("perspective", args=[PLACE])),
        BenchmarkPage("exchange", "planner", reverse("exchange", args=[PLACE])),
        BenchmarkPage("agreement", "planner", reverse("agreement", args=[PLACE])),
        BenchmarkPage("article", "planner", reverse("article", args=[PLACE, article[0].pk])),
        BenchmarkPage("factsheets", "programme_team", reverse("factsheets"), has_target=True),
        BenchmarkPage("factsheets-heading", "programme_team", f"{reverse('factsheets')}?kop=hoofdopgave"),
        BenchmarkPage("factsheets-compare", "programme_team", reverse("factsheets-compare"), has_target=True),
        BenchmarkPage(
            "photo-compare", "planner", f"{reverse('photo-compare', args=[PLACE])}?van=1&tot=2", has_target=True
        ),
        *_owed(),
    ]


def _owed() -> list[BenchmarkPage]:
    """Return the pages of what an area owes: its agenda, its money, what was agreed and when it is due."""
    return [
        BenchmarkPage("agenda", "planner", reverse("agenda", args=[PLACE])),
        BenchmarkPage("agenda-timeline", "planner", reverse("agenda-timeline", args=[PLACE])),
        BenchmarkPage("agenda-domino", "planner", domino_address(PLACE)),
        BenchmarkPage("investments", "planner", reverse("investments", args=[PLACE])),
        BenchmarkPage("arrangement", "planner", reverse("arrangement", args=[PLACE])),
        BenchmarkPage("province", "programme_team", _province()),
        BenchmarkPage("fund-overview", "programme_team", reverse("fund-overview")),
        BenchmarkPage("checkpoints", "planner", reverse("checkpoints", args=[PLACE])),
        BenchmarkPage("board-meetings", "planner", reverse("board-meetings", args=[PLACE])),
        BenchmarkPage("all-board-outcomes", "programme_team", reverse("all-board-outcomes")),
    ]


def _province() -> str:
    return reverse("province", args=[Province.objects.filter(areas__slug=PLACE)[0].slug])


def _ambition() -> str:
    return reverse("ambition", args=[PLACE, Ambition.objects.filter(area__slug=PLACE, number=1).get().pk])


def _challenge() -> str:
    return str(Challenge.objects.filter(area__slug=PLACE).order_by("position").first().pk)  # type: ignore[union-attr]


def _similar() -> str:
    return f"{reverse('party-similar', args=[CROWDED])}?name=Gem.+Maastricht"
