"""Figures of a perspective: a caption and words are asked, and a place of the same area."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from areas.models import Area, User
from deliverables.perspective.figures import actions
from deliverables.perspective.figures.actions import add_figure, change_figure, remove_figure
from deliverables.perspective.figures.models import PerspectiveFigure
from novex_portal.toolkit.files import keeping
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.problems import Conflict, Problem
from tests.deliverables.perspective.factories import make_choice, make_figure, make_section
from tests.toolkit.files.brought import A_PICTURE

pytestmark = pytest.mark.django_db

SignIn = Callable[[User], Client]


def test_same_form_sent_twice_adds_one_figure(area: Area, planner: User) -> None:
    token = uuid7()
    for _ in range(2):
        add_figure(area=area, actor=planner, caption="Kaart", alt="Een vlak.", taken=A_PICTURE, token=token)
    assert PerspectiveFigure.objects.count() == 1


@pytest.mark.parametrize(("caption", "alt"), [("", "Een vlak."), ("Kaart", " ")])
def test_figure_has_a_caption_and_words(area: Area, planner: User, caption: str, alt: str) -> None:
    with pytest.raises(Problem, match="bijschrift"):
        add_figure(area=area, actor=planner, caption=caption, alt=alt, taken=A_PICTURE)


def test_figure_stands_in_a_place_of_its_area(area: Area, other_area: Area, planner: User) -> None:
    choice = make_choice(area)
    assert make_figure(area, place=choice).choice == choice
    with pytest.raises(Problem, match="er niet meer"):
        make_figure(area, place=make_section(other_area))


def test_all_figures_together_have_a_limit(area: Area, monkeypatch: pytest.MonkeyPatch) -> None:
    make_figure(area)
    monkeypatch.setattr(actions, "MOST_FIGURES", 1)
    with pytest.raises(Problem, match="hoogstens 1"):
        make_figure(area)
    monkeypatch.setattr(keeping, "MOST_TOGETHER", 1)
    with pytest.raises(Problem, match="15 MB"):
        make_figure(area)


def test_words_are_changed_and_who_is_second_hears_it(area: Area, planner: User) -> None:
    figure = make_figure(area)
    section = make_section(area)
    change_figure(figure=figure, actor=planner, version=1, caption="Anders", alt="Anders.", place=section)
    assert PerspectiveFigure.objects.get().section == section
    with pytest.raises(Conflict):
        change_figure(figure=figure, actor=planner, version=1, caption="Te laat", alt="Te laat.")


def test_figure_goes(area: Area, planner: User) -> None:
    remove_figure(figure=make_figure(area), actor=planner)
    assert not PerspectiveFigure.objects.exists()


def test_form_asks_for_the_file_and_the_words(area: Area, planner: User, signed_in: SignIn) -> None:
    answer = signed_in(planner).post(reverse("perspective-figure-new", args=[area.slug]), {"caption": "Kaart"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Kies een bestand." in page
    assert "Zeg wat erop te zien is" in page


def test_page_of_a_part_shows_its_figure_with_words(area: Area, participant: User, signed_in: SignIn) -> None:
    section = make_section(area)
    make_figure(area, place=section, alt="Vier vlakken in het dal.")
    page = signed_in(participant).get(reverse("perspective-section", args=[area.slug, section.pk])).content.decode()
    assert 'alt="Vier vlakken in het dal."' in page


def test_form_of_a_figure_says_when_a_colleague_was_first(area: Area, planner: User, signed_in: SignIn) -> None:
    figure = make_figure(area)
    change_figure(figure=figure, actor=planner, version=1, caption="Van een ander", alt="Hun woorden.")
    address = reverse("perspective-figure-edit", args=[area.slug, figure.pk])
    answer = signed_in(planner).post(address, {"version": 1, "caption": "Mijn", "alt": "Mijn woorden."})
    assert answer.status_code == 409
    assert "Hun woorden." in answer.content.decode()
