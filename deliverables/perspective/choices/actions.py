"""What may be done with hoofdkeuzes: add, change and remove one."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from areas.models import Area, Challenge, Friction, ProgrammeContribution, User
from coalition.models import Ambition
from deliverables.perspective.choices.models import (
    ChoiceAmbition,
    ChoiceChallenge,
    ChoiceContribution,
    ChoiceFriction,
    MainChoice,
)
from deliverables.perspective.sections.actions import lock_perspective
from deliverables.perspective.sections.rules import MAX_TEXT
from novex_portal.toolkit.actions import action
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.models import link_exactly
from novex_portal.toolkit.problems import Problem
from novex_portal.toolkit.text.markup import clean

MAX_CHOICES = 30


@dataclass(frozen=True)
class ChoiceFacts:
    """What is filled in of a hoofdkeuze."""

    title: str
    text: str = ""
    ambitions: Sequence[Ambition] = ()
    frictions: Sequence[Friction] = ()
    challenges: Sequence[Challenge] = ()
    contributions: Sequence[ProgrammeContribution] = ()

    def values(self) -> dict[str, str]:
        """Return the columns of the row itself."""
        return {"title": " ".join(clean(self.title).split()), "text": clean(self.text).strip()}

    @property
    def links(self) -> list[Ambition | Friction | Challenge | ProgrammeContribution]:
        """All it is tied to."""
        return [*self.ambitions, *self.frictions, *self.challenges, *self.contributions]


@action
def add_choice(*, area: Area, actor: User, facts: ChoiceFacts, token: UUID | None = None) -> MainChoice:
    """Add a hoofdkeuze, with the next number. The same token twice makes one; Problem as `change_choice`."""
    lock_perspective(area=area)
    if made := MainChoice.made_with(token, area=area):
        return made
    _require(area, facts)
    given = _numbers_given(area)
    if MainChoice.objects.filter(area=area).count() >= MAX_CHOICES:
        raise Problem(f"Een ontwikkelperspectief heeft hoogstens {MAX_CHOICES} hoofdkeuzes. Voeg keuzes samen.")
    choice = MainChoice.objects.create(
        area=area,
        number=max(given, default=0) + 1,
        created_by=actor,
        submission_token=token or uuid7(),
        **facts.values(),
    )
    _link(choice, facts)
    return choice


@action
def change_choice(*, choice: MainChoice, actor: User, version: int, facts: ChoiceFacts) -> MainChoice:
    """Change a hoofdkeuze.

    Raises Conflict when somebody saved since `version` was read; Problem without a title, for a text that is too long
    and for something of another area.
    """
    lock_perspective(area=choice.area)
    _require(choice.area, facts)
    choice.write_over(version, **facts.values())
    _link(choice, facts)
    return choice


@action
def remove_choice(*, choice: MainChoice, actor: User, version: int) -> None:
    """Take a hoofdkeuze out; versions keep it and its number stays its own. Raises Conflict when somebody changed it since."""
    lock_perspective(area=choice.area)
    choice.held_at(version).delete()


def _numbers_given(area: Area) -> set[int]:
    """Return every number this area ever gave, also those of choices that are gone."""
    events = MainChoice.pgh_event_model.objects.filter(area=area)  # type: ignore[attr-defined]
    return {
        *MainChoice.objects.filter(area=area).values_list("number", flat=True),
        *events.values_list("number", flat=True).distinct(),
    }


def _require(area: Area, facts: ChoiceFacts) -> None:
    values = facts.values()
    if not values["title"]:
        raise Problem("Vul in wat u kiest, bijvoorbeeld: Het beekdal krijgt weer de breedte van de vloed.")
    if len(values["text"]) > MAX_TEXT:
        raise Problem("De toelichting is langer dan 20.000 tekens. Maak haar korter.")
    if any(row.area_id != area.pk for row in facts.links):
        raise Problem("Een van uw keuzes hoort niet bij dit gebied. Kies opnieuw uit de lijst.")


def _link(choice: MainChoice, facts: ChoiceFacts) -> None:
    link_exactly(ChoiceAmbition, {"choice": choice}, ambition=facts.ambitions)
    link_exactly(ChoiceFriction, {"choice": choice}, friction=facts.frictions)
    link_exactly(ChoiceChallenge, {"choice": choice}, challenge=facts.challenges)
    link_exactly(ChoiceContribution, {"choice": choice}, contribution=facts.contributions)
