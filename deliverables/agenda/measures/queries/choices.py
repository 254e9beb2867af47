"""What a measure can be linked to and who can take part in it: the choices of its form."""

from django.db.models import Count, QuerySet
from django.db.models.functions import Lower

from areas.models import Area, Challenge, NationalProgramme, Organisation
from coalition.models import Ambition, Article, Decision
from deliverables.agenda.measures.models import AgendaChapter


def chapters_of(area: Area) -> QuerySet[AgendaChapter]:
    """Return the chapters of an agenda in their order."""
    return AgendaChapter.objects.filter(area=area).order_by("position", "letter")


def parties_of(area: Area) -> QuerySet[Organisation]:
    """Return the parties of an area by name."""
    return Organisation.objects.filter(areas=area, merged_into=None).order_by(Lower("name"))


def articles_of(area: Area) -> QuerySet[Article]:
    """Return the articles of the akkoord in their order, without their text."""
    rows = Article.objects.filter(chapter__agreement__area=area).select_related("chapter").defer("text")
    return rows.order_by("chapter__number", "number")


def ambitions_of(area: Area) -> QuerySet[Ambition]:
    """Return the ambitions of an area in their order."""
    return Ambition.objects.filter(area=area).order_by("number")


def challenges_of(area: Area) -> QuerySet[Challenge]:
    """Return the opgaven of an area in their order."""
    return Challenge.objects.filter(area=area).order_by("position", "title")


def programmes() -> QuerySet[NationalProgramme]:
    """Return the national programmes by name."""
    return NationalProgramme.objects.order_by("name")


def decisions_of(area: Area) -> QuerySet[Decision]:
    """Return the decisions of the planning group of an area, the last first."""
    return Decision.objects.filter(area=area).order_by("-number")


def chapter_rows(area: Area) -> QuerySet[AgendaChapter]:
    """Return the chapters in their order, each with how many measures it holds (`total`). One query."""
    return chapters_of(area).annotate(total=Count("measures"))
