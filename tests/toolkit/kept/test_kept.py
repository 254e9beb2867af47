"""What every record keeps is said beside its model, of every field, and what is said is so."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.db import models

from areas.models import Area, Organisation, Person, User
from coalition.models import Ambition, Article, Conversation, Statement
from deliverables.models import MainChoice, Measure, ReciprocalAgreement
from novex_portal.toolkit.kept.declaration import Kept
from novex_portal.toolkit.kept.reading import declared, resting_on

ROOMS = ("areas", "coalition", "deliverables", "toolkit")
# Of the whole portal, or of several areas at once.
OF_NO_AREA = {
    "areas.Area",
    "areas.NationalProgramme",
    "areas.Organisation",
    "areas.Province",
    "areas.UmbrellaMembership",
    "areas.User",
    "deliverables.Checkpoint",
    "deliverables.CheckpointResponsible",
    "deliverables.PriceIndex",
    "deliverables.PriceSeries",
    "deliverables.Reminder",
    "deliverables.SectionTemplate",
    "toolkit.OutgoingMail",
    "toolkit.StoredFile",
    "deliverables.SpatialArrangement",
}


def records() -> Iterator[type[models.Model]]:
    """Yield every model of the portal; the history of a record holds what the record holds."""
    for room in ROOMS:
        found = apps.get_app_config(room).get_models()
        yield from (model for model in found if not hasattr(model, "pgh_tracked_model"))


def fields() -> Iterator[tuple[type[models.Model], Kept, Any]]:
    for model, kept in declared().items():
        yield from ((model, kept, field) for field in model._meta.concrete_fields)


def could_hold_a_person(field: Any) -> bool:
    """Tell whether a field can hold words somebody chose, or leads to somebody."""
    if field.related_model in (User, Person):
        return True
    kinds = (models.CharField, models.TextField, models.JSONField, models.FileField)
    return isinstance(field, kinds) and not field.choices


def end_of(model: type[models.Model], path: str) -> Any:
    """Return the model a path leads to."""
    for name in path.split("__"):
        model = model._meta.get_field(name).related_model  # type: ignore[assignment]
    return model


def test_every_record_says_what_it_keeps() -> None:
    assert {model._meta.label for model in records() if "kept" not in vars(model)} == set()


def test_every_field_that_can_hold_a_person_is_declared_once() -> None:
    wrong = [
        str(field)
        for _, kept, field in fields()
        if could_hold_a_person(field) and (field.name in kept.personal) == (field.name in kept.harmless)
    ]
    assert wrong == []


def test_every_link_to_an_organisation_is_declared() -> None:
    led = [(kept, field) for _, kept, field in fields() if field.related_model is Organisation]
    assert [str(field) for kept, field in led if field.name not in {*kept.parties, *kept.harmless}] == []


def test_only_fields_that_exist_are_declared() -> None:
    for model, kept in declared().items():
        names = {field.name for field in model._meta.concrete_fields}
        assert {*kept.personal, *kept.harmless} <= names, model


def test_links_lead_to_whom_they_say() -> None:
    for model, kept in declared().items():
        assert {end_of(model, path) for path in kept.persons} <= {Person}, model
        assert {end_of(model, path) for path in kept.accounts} <= {User}, model
        assert {end_of(model, path) for path in kept.parties} <= {Organisation}, model


def test_every_record_leads_to_its_area() -> None:
    assert {model._meta.label for model, kept in declared().items() if not kept.area} == OF_NO_AREA
    assert {end_of(model, kept.area) for model, kept in declared().items() if kept.area} == {Area}


def test_what_keeps_a_party_in_an_area_leads_to_one() -> None:
    named = [kept for kept in declared().values() if kept.noun]
    assert len({kept.noun for kept in named}) == len(named)
    assert all(kept.area and (kept.parties or kept.persons) for kept in named)


@pytest.mark.parametrize(
    ("link", "above"),
    [
        (Conversation, {Statement}),
        (Statement, {Ambition, Article}),
        (Ambition, {Article, MainChoice, Measure}),
        (Article, {Measure, ReciprocalAgreement}),
    ],
)
def test_what_rests_on_a_link_of_the_chain_is_known(link: type[models.Model], above: set[type[models.Model]]) -> None:
    assert {end_of(record, rests.what) if rests.what else record for record, rests in resting_on(link)} == above
