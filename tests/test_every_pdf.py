"""Every kind of PDF the portal makes keeps to PDF/UA-1 and PDF/A-3a, also with whatever people can type in it."""

import ast
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

import pytest
from django.db import Error, models, transaction
from django.test import override_settings
from django.urls import reverse
from pytest_django import DjangoDbBlocker

from areas.models import Printout
from areas.printouts.tasks import render_printout
from coalition.agreement.versions.rendering import render_version
from coalition.models import AgreementVersion
from deliverables.agenda.versions.models import AgendaVersion
from deliverables.agenda.versions.rendering import render_agenda_version
from deliverables.perspective.versions.models import PerspectiveVersion
from deliverables.perspective.versions.rendering import render_perspective_version
from novex_portal.toolkit.kept.reading import declared
from novex_portal.toolkit.models import PdfJob, PdfStatus
from tests.makers.ground import Ground
from tests.matrix import OWN, World, undone
from tests.norms import faults_of
from tests.test_architecture import ROOT, functions, python_files
from tests.test_every_action import MAKERS

pytestmark = pytest.mark.django_db

WORDS = (
    """Water **vet** en *schuin*, CO₂ en 10⁶ m³, €\u00a01.000 ‰ 😀 ﬁ Ω שלום 漢字 <b>&amp;</b> [[artikel x]]

# Een kop

1. Eerste lid, met een noot.[^1]
   a. onderdeel;
      1° subonderdeel.
2030. Het gebied is klaar.

- een streepje
  - en een kleiner

| Wat | Bedrag |
|:--|--:|
| Grond | 1.000 |

[^1]: Zie de brief van https://example.org/"""
    + "lang/" * 40
)
ACTIONS = {f"{action.__module__}.{action.__name__}": action for action in MAKERS}
RENDERED = {
    Printout: lambda row: render_printout(str(row.pk)),
    AgreementVersion: lambda row: render_version(row.pk),
    AgendaVersion: lambda row: render_agenda_version(row.pk),
    PerspectiveVersion: lambda row: render_perspective_version(row.pk),
}
# Who makes a file of HTML; anything else asks one of these.
MAKE_FILES = {
    "areas.printouts.tasks._make",
    "coalition.agreement.versions.pdf.make_agreement_pdf",
    "deliverables.agenda.versions.pdf.make_agenda_pdf",
    "deliverables.perspective.versions.pdf.make_perspective_pdf",
}
VERSIONS = {
    "coalition.agreement.versions.actions.freeze_version",
    "deliverables.agenda.versions.actions.freeze_agenda",
    "deliverables.perspective.versions.actions.freeze_perspective",
}


def calling(name: str) -> Iterator[str]:
    """Yield every function of the portal that calls `name`."""
    for path in python_files():
        if "toolkit" not in path.parts and f"{name}(" in path.read_text("utf-8"):
            module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
            for function in functions(path):
                names = {node.func.id for node in ast.walk(function) if _calls_by_name(node)}  # type: ignore[attr-defined]
                if name in names:
                    yield f"{module}.{function.name}"


def _calls_by_name(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name)


def _handover(world: World, ground: Ground) -> Printout:
    address = reverse("handover-print", args=[OWN, world.things[OWN]["twin_person"]])
    assert world.clients["gebiedsbeheerder"].post(address).status_code == 302
    return Printout.objects.latest("created_at")


BY_A_PAGE: dict[str, Callable[[World, Ground], Printout]] = {
    "novex_portal.records.handover.views.handover_print": _handover
}
KINDS = sorted({*calling("request_printout"), *VERSIONS})


@pytest.fixture(scope="module")
def world(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[World]:
    """One of everything, with all that can be typed in every text of it; in the end all of it is undone."""
    media = override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("media"))
    with media, django_db_blocker.unblock(), transaction.atomic():
        made = World()
        for model, kept in declared().items():
            for name in kept.words:
                if type(model._meta.get_field(name)) is models.TextField:
                    with suppress(Error), transaction.atomic():  # some are frozen, some must be alone
                        model._default_manager.update(**{name: WORDS})
        yield made
        transaction.set_rollback(True)


def made(kind: str, world: World) -> PdfJob:
    """Make one of this kind, as the portal does, and its file, as the worker does."""
    ground = Ground(world)
    if kind in BY_A_PAGE:
        row: Any = BY_A_PAGE[kind](world, ground)
    else:
        action = ACTIONS[kind]
        row = action(actor=ground.actor, **MAKERS[action](ground))
    RENDERED[type(row)](row)
    row.refresh_from_db()
    return row


def test_every_kind_of_pdf_is_made_here() -> None:
    assert set(KINDS) <= {*ACTIONS, *BY_A_PAGE}
    assert owing_a_pdf() == set(RENDERED)
    assert set(calling("make_pdf")) == MAKE_FILES


def owing_a_pdf() -> set[type[PdfJob]]:
    """Return the models whose rows owe a PDF."""
    return {model for model in declared() if issubclass(model, PdfJob)}


@pytest.mark.parametrize("kind", KINDS)
def test_keeps_to_the_norms_whatever_was_typed(kind: str, world: World) -> None:
    with undone():
        row = made(kind, world)
        assert (row.status, row.error) == (PdfStatus.READY, "")
        content = row.pdf.read()
    for profile in ("ua1", "3a"):
        assert faults_of(content, profile) == []
