"""What a form does with what an action refuses."""

from typing import Any

import pytest
from django import forms
from django.http import QueryDict
from django.test import RequestFactory

from areas.models import Organisation
from novex_portal.toolkit.forms.base import OnceForm, VersionedForm, posted
from novex_portal.toolkit.problems import Conflict, Problem


class PlaceForm(VersionedForm):
    place = forms.CharField(label="Plaats")


def filled(**values: Any) -> PlaceForm:
    form = PlaceForm(QueryDict("&".join(f"{name}={value}" for name, value in {"place": "Venlo", **values}.items())))
    assert form.is_valid()
    return form


def test_problem_becomes_an_error_of_the_form() -> None:
    form = filled()
    with form.refusals():
        raise Problem("Dat kan niet.")

    assert (form.non_field_errors(), form.http_status) == (["Dat kan niet."], 422)


def test_problem_stands_beside_the_field_it_is_about() -> None:
    form = filled()
    with form.refusals("place"):
        raise Problem("Deze plaats is er niet.")

    assert form.errors == {"place": ["Deze plaats is er niet."]}


def test_what_succeeds_is_not_held_up() -> None:
    form = filled()
    with form.refusals():
        pass

    assert (form.errors, form.http_status) == ({}, 200)


def test_what_is_no_problem_passes() -> None:
    with pytest.raises(ZeroDivisionError), filled().refusals():
        _ = 1 / 0


def test_conflict_that_no_page_takes_up_is_shown_as_an_error() -> None:
    form = filled()
    with form.refusals():
        raise Conflict("Iemand was eerder.")

    assert (form.http_status, form.non_field_errors()) == (409, ["Iemand was eerder."])


def test_form_goes_on_top_of_what_a_colleague_saved() -> None:
    form = filled(version=1)
    with form.refusals():
        raise Conflict("Iemand was eerder.")
    form.on_top_of(Organisation(version=4), article_version=7)

    again = [form.data[name] for name in ("place", "version", "article_version")]
    assert (again, form.errors, form.http_status) == (["Venlo", "4", "7"], {}, 409)


def test_form_goes_on_without_what_a_colleague_took_away() -> None:
    form = filled(version=3)
    form.on_top_of(None)

    assert form.data["version"] == "0"


def test_version_that_is_not_named_is_none() -> None:
    assert filled().cleaned_data["version"] == 0


def test_each_form_carries_a_token_of_its_own() -> None:
    assert OnceForm()["token"].value() != OnceForm()["token"].value()


def test_only_a_sent_form_is_judged() -> None:
    assert posted(RequestFactory().get("/")) is None
    assert posted(RequestFactory().post("/", {"place": "Venlo"})) == QueryDict("place=Venlo")
