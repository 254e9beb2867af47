"""What may be done with the scores of the krachtenveld: give one, and correct one."""

from dataclasses import dataclass
from datetime import date

from django.db import IntegrityError, transaction
from django.utils import timezone

from areas.models import Area, AreaOrganisation, Challenge, Organisation, User
from coalition.analysis.stakes.models import StakeScore
from novex_portal.toolkit.actions import action
from novex_portal.toolkit.problems import Problem
from novex_portal.toolkit.text.markup import clean

EARLIEST = date(1990, 1, 1)
MAX_REASONING = 2_000
THERE_ALREADY = "Deze partij heeft voor deze opgave al een score van die dag. Verbeter die, of kies een andere dag."


@dataclass(frozen=True, kw_only=True)
class StakeData:
    """Influence and interest, 1 to 5, and why."""

    influence: int
    interest: int
    scored_on: date
    reasoning: str


@action(atomic=False)
def score_stake(
    *, area: Area, actor: User, challenge: Challenge, organisation: Organisation, data: StakeData
) -> StakeScore:
    """Give an organisation of the area a score on one of its opgaven.

    Pressing twice gives the first one's. Raises Problem for a score out of range, a day that cannot be, no
    reasoning, a party or opgave of another area, and when that day has another score already.
    """
    _check(area, challenge, organisation, data)
    try:
        with transaction.atomic():
            return StakeScore.objects.create(
                challenge=challenge, organisation=organisation, author=actor, **_columns(data)
            )
    except IntegrityError as error:
        same = StakeScore.objects.filter(
            challenge=challenge, organisation=organisation, author=actor, **_columns(data)
        ).first()
        if same is None:
            raise Problem(THERE_ALREADY) from error
        return same


@action
def correct_stake(*, score: StakeScore, area: Area, actor: User, version: int, data: StakeData) -> StakeScore:
    """Correct a score; what it was stays in its history.

    Raises Conflict when somebody else saved since `version` was read, and Problem as `score_stake` does.
    """
    _check(area, score.challenge, score.organisation, data)
    try:
        with transaction.atomic():
            score.write_over(version, **_columns(data))
    except IntegrityError as error:
        raise Problem(THERE_ALREADY) from error
    return score


def _columns(data: StakeData) -> dict[str, object]:
    return {**vars(data), "reasoning": clean(data.reasoning).strip()}


def _check(area: Area, challenge: Challenge, organisation: Organisation, data: StakeData) -> None:
    if not (1 <= data.influence <= 5 and 1 <= data.interest <= 5):
        raise Problem("Invloed en belang zijn een getal van 1 tot en met 5.")
    if not EARLIEST <= data.scored_on <= timezone.localdate():
        raise Problem("De datum van een score ligt niet in de toekomst en niet vóór 1990.")
    if not clean(data.reasoning).strip():
        raise Problem("Schrijf op waarom u dit zo inschat.")
    if len(data.reasoning) > MAX_REASONING:
        raise Problem("De toelichting is langer dan 2.000 tekens. Maak haar korter.")
    if challenge.area_id != area.pk:
        raise Problem("Deze opgave hoort niet bij dit gebied.")
    if not AreaOrganisation.objects.filter(area=area, organisation=organisation).exists():
        raise Problem("Deze partij hoort niet bij dit gebied.")
