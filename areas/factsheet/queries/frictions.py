"""Reading schuurpunten: those of an area, and those of the same themes in other areas."""

from collections.abc import Iterable

from areas.access import permissions
from areas.accounts.models.user import User
from areas.area.models import Area, Challenge
from areas.enums import Permission
from areas.factsheet.models import Friction
from areas.factsheet.rules.friction_matrix import Matrix, Rub, Side, matrix
from areas.resting.queries import Resting, rests_on


def friction_matrix(area: Area, user: User) -> Matrix:
    """Return the matrix of an area, with what answers each schuurpunt, in four queries.

    Of other areas everybody learns that the same themes rub there; what rubs, only who may see that factsheet.
    """
    challenges = Challenge.objects.filter(area=area).order_by("kind", "position", "title")
    sides = [_side(challenge) for challenge in challenges]
    here = list(Friction.objects.filter(area=area).select_related("first", "second"))
    answers = rests_on(user, area, Friction, [row.pk for row in here])
    themes = sorted({side.theme for side in sides if side.theme})
    others = (
        Friction.objects.exclude(area=area)
        .filter(first__theme__in=themes, second__theme__in=themes)
        .select_related("first", "second", "area")
        .order_by("area__number", "position", "pk")
    )
    return matrix(sides, [_rub(row, answers.get(row.pk, [])) for row in here], [_foreign(row, user) for row in others])


def _side(challenge: Challenge) -> Side:
    return Side(challenge.pk, challenge.title, challenge.theme)


def _rub(row: Friction, answers: Iterable[Resting]) -> Rub:
    words = (row.text, row.options, row.owners, row.source)
    found = tuple((answer.title, answer.url) for answer in answers)
    return Rub(_side(row.first), _side(row.second), *words, answers=found)


def _foreign(row: Friction, user: User) -> Rub:
    sides = (_side(row.first), _side(row.second))
    if Permission.VIEW_FACTSHEET not in permissions(user, row.area):
        return Rub(*sides, area=row.area.name)
    return Rub(*sides, row.text, row.options, row.owners, row.source, row.area.name, row.area.slug)
