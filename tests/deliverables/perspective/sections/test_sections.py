"""The parts of a perspective: begun with a template, changed by several people, and never required."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from areas.models import Area, User
from deliverables.checkpoints.actions import remove_checkpoint
from deliverables.perspective.sections.actions import (
    add_section,
    begin_sections,
    change_section,
    move_section,
    remove_section,
)
from deliverables.perspective.sections.models import PerspectiveSection, SectionAsked
from deliverables.perspective.sections.queries import changes_of_section
from deliverables.perspective.sections.rules import bar, finding
from deliverables.perspective.template.actions import ensure_template
from deliverables.perspective.template.models import SectionTemplate
from deliverables.perspective.template.rules import MAX_SECTIONS, TEMPLATE
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.problems import Conflict, Problem
from tests.deliverables.makers import make_checkpoint
from tests.deliverables.perspective.factories import make_figure, make_section

pytestmark = pytest.mark.django_db

SignIn = Callable[[User], Client]


def headings(area: Area) -> list[str]:
    return list(PerspectiveSection.objects.filter(area=area).order_by("rank").values_list("heading", flat=True))


def test_area_begins_with_the_template_once(area: Area, planner: User) -> None:
    begin_sections(area=area, actor=planner)
    begin_sections(area=area, actor=planner)
    assert headings(area) == [heading for heading, _ in TEMPLATE]


def test_template_that_was_changed_is_what_an_area_begins_with(area: Area, planner: User) -> None:
    ensure_template()
    SectionTemplate.objects.exclude(rank=1).delete()
    SectionTemplate.objects.update(heading="Ons verhaal")
    begin_sections(area=area, actor=planner)
    assert headings(area) == ["Ons verhaal"]


def test_same_form_sent_twice_adds_one_part(area: Area, planner: User) -> None:
    token = uuid7()
    made = {add_section(area=area, actor=planner, heading="Energie", token=token).pk for _ in range(2)}
    assert len(made) == PerspectiveSection.objects.count() == 1


@pytest.mark.parametrize("heading", ["", "   ", "waar we  STAAN"])
def test_part_needs_a_name_of_its_own(area: Area, planner: User, heading: str) -> None:
    make_section(area, "Waar we staan")
    with pytest.raises(Problem):
        add_section(area=area, actor=planner, heading=heading)


def test_parts_do_not_go_on_for_ever(area: Area, planner: User) -> None:
    for number in range(MAX_SECTIONS):
        make_section(area, f"Deel {number}")
    with pytest.raises(Problem, match="hoogstens 30"):
        add_section(area=area, actor=planner, heading="Nog een")


def test_changing_keeps_who_and_when(area: Area, planner: User) -> None:
    section = make_section(area, text="")
    checkpoint = make_checkpoint(area)
    change_section(section=section, actor=planner, version=1, heading="Nu", text=" Water. ", checkpoints=[checkpoint])
    section.refresh_from_db()
    assert (section.heading, section.text, section.changed_by) == ("Nu", "Water.", planner)
    assert section.changed_at is not None
    assert list(section.checkpoints.all()) == [checkpoint]


def test_who_comes_second_changes_nothing(area: Area, planner: User) -> None:
    section = make_section(area)
    change_section(section=section, actor=planner, version=1, heading="Eerst", text="A")
    with pytest.raises(Conflict):
        change_section(section=section, actor=planner, version=1, heading="Tweede", text="B")
    assert headings(area) == ["Eerst"]


def test_checkpoint_of_another_area_is_refused(area: Area, other_area: Area, planner: User) -> None:
    section, foreign = make_section(area), make_checkpoint(other_area)
    with pytest.raises(Problem, match="hoort niet bij dit gebied"):
        change_section(section=section, actor=planner, version=1, heading="A", text="", checkpoints=[foreign])


def test_text_has_its_limit(area: Area, planner: User) -> None:
    with pytest.raises(Problem, match=r"20\.000"):
        change_section(section=make_section(area), actor=planner, version=1, heading="A", text="a" * 20_001)


@pytest.mark.parametrize(
    ("places", "order"), [(1, ["B", "A", "C"]), (2, ["B", "C", "A"]), (-1, ["A", "B", "C"]), (99, ["B", "C", "A"])]
)
def test_part_moves_among_the_others(area: Area, planner: User, places: int, order: list[str]) -> None:
    first, *_ = [make_section(area, name) for name in "ABC"]
    move_section(section=first, actor=planner, places=places)
    assert headings(area) == order


def test_part_that_is_gone_does_not_move(area: Area, planner: User) -> None:
    section = make_section(area)
    remove_section(section=PerspectiveSection.objects.get(), actor=planner, version=1)
    with pytest.raises(Conflict):
        move_section(section=section, actor=planner, places=1)


def test_figures_of_a_part_that_goes_stay(area: Area, planner: User) -> None:
    section = make_section(area)
    figure = make_figure(area, place=section)
    remove_section(section=section, actor=planner, version=1)
    figure.refresh_from_db()
    assert figure.section is None


def test_checkpoint_that_asks_a_part_stays(area: Area, admin: User) -> None:
    checkpoint = make_checkpoint(area)
    SectionAsked.objects.create(section=make_section(area, "Waar we staan"), checkpoint=checkpoint)
    with pytest.raises(Problem, match="Waar we staan"):
        remove_checkpoint(checkpoint=checkpoint, actor=admin, version=checkpoint.version)


def test_history_tells_what_was_and_what_became(area: Area, planner: User) -> None:
    section = make_section(area, text="Oud.")
    change_section(
        section=section, actor=planner, version=1, heading="A", text="Nieuw.", checkpoints=[make_checkpoint(area)]
    )
    assert changes_of_section(section)[0].actor == "Planningsgroep"


def test_form_keeps_what_was_typed_when_a_colleague_was_first(area: Area, planner: User, signed_in: SignIn) -> None:
    section = make_section(area)
    change_section(section=section, actor=planner, version=1, heading="Van een ander", text="Hun tekst")
    answer = signed_in(planner).post(
        reverse("perspective-section-edit", args=[area.slug, section.pk]),
        {"version": 1, "heading": "Van mij", "text": "Mijn tekst"},
    )
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Hun tekst" in page
    assert "Mijn tekst" in page


def test_part_is_arranged_on_its_page(area: Area, planner: User, signed_in: SignIn) -> None:
    client = signed_in(planner)
    here = reverse("perspective-sections", args=[area.slug])
    assert "Begin met het sjabloon" in client.get(here).content.decode()
    client.post(reverse("perspective-begin", args=[area.slug]))
    assert client.post(here, {"heading": "Energie"}).status_code == 302
    added = PerspectiveSection.objects.get(heading="Energie")
    client.post(reverse("perspective-section-move", args=[area.slug, added.pk]), {"to": "up"})
    client.post(reverse("perspective-section-remove", args=[area.slug, added.pk]), {"version": added.version})
    assert len(headings(area)) == len(TEMPLATE)


def test_form_saves_a_part(area: Area, planner: User, signed_in: SignIn) -> None:
    section, checkpoint = make_section(area), make_checkpoint(area)
    values: dict[str, Any] = {"version": 1, "heading": "Nu", "text": "- een\n- twee", "checkpoints": [checkpoint.pk]}
    client = signed_in(planner)
    answer = client.post(reverse("perspective-section-edit", args=[area.slug, section.pk]), values)
    assert answer["Location"] == reverse("perspective-section", args=[area.slug, section.pk])
    assert "<li" in client.get(answer["Location"]).content.decode()


@pytest.mark.parametrize(
    ("filled", "words"),
    [
        ([], "Er zijn nog geen onderdelen"),
        ([False, False], "Geen van de 2 onderdelen heeft tekst"),
        ([True, False], "1 van de 2 onderdelen heeft tekst"),
        ([True, True, False], "2 van de 3 onderdelen hebben tekst"),
        ([True, True], "Elk onderdeel heeft tekst"),
    ],
)
def test_finding_says_how_far_it_is(filled: list[bool], words: str) -> None:
    assert finding(filled) == words


def test_bar_has_a_piece_for_each_part() -> None:
    pieces = bar([True, False])
    assert [(piece.x, piece.width, piece.is_filled) for piece in pieces] == [
        ("0.20", "49.60", True),
        ("50.20", "49.60", False),
    ]
    assert bar([]) == []


def test_checkpoint_shows_which_parts_it_asks(area: Area, participant: User, signed_in: SignIn) -> None:
    checkpoint = make_checkpoint(area)
    SectionAsked.objects.create(section=make_section(area, "Waar we staan"), checkpoint=checkpoint)
    page = signed_in(participant).get(reverse("checkpoint", args=[area.slug, checkpoint.pk])).content.decode()
    assert "Gevraagd van het ontwikkelperspectief" in page
    assert "Waar we staan" in page
