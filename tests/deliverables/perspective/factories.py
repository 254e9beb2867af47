"""Rows of an ontwikkelperspectief for tests."""

from datetime import timedelta
from itertools import count
from typing import Any

from django.utils import timezone

from areas.factsheet.enums import DuoKind
from areas.models import Area, AreaProvince, Challenge, Duo, Friction, Organisation, Province, User
from deliverables.checkpoints.enums import CheckpointKind
from deliverables.checkpoints.models import Checkpoint
from deliverables.perspective.approval.actions import approve_version
from deliverables.perspective.approval.enums import Wording
from deliverables.perspective.approval.models import Adoption, DuoApproval, Endorsement
from deliverables.perspective.choices.models import ChoiceAmbition, MainChoice
from deliverables.perspective.exchange.models import Exchange, ExchangeMoment, Involvement, ProvincialProposal
from deliverables.perspective.figures.actions import add_figure
from deliverables.perspective.figures.models import PerspectiveFigure
from deliverables.perspective.sections.models import PerspectiveSection
from deliverables.perspective.versions.actions import freeze_perspective
from deliverables.perspective.versions.models import PerspectiveVersion
from tests.factories import make_user
from tests.toolkit.files.brought import A_PICTURE

_counter = count(1)


def _author() -> User:
    return User.objects.first() or make_user()


def make_section(
    area: Area, heading: str = "", text: str = "Het dal houdt water vast.", **fields: Any
) -> PerspectiveSection:
    rank = PerspectiveSection.objects.filter(area=area).count() + 1
    values = {"rank": rank, "heading": heading or f"Onderdeel {next(_counter)}", "text": text, **fields}
    return PerspectiveSection.objects.create(area=area, **values)


def make_choice(area: Area, title: str = "Het dal krijgt ruimte", ambitions: Any = (), **fields: Any) -> MainChoice:
    values = {"number": MainChoice.objects.filter(area=area).count() + 1, **fields}
    values.setdefault("created_by", _author())
    choice = MainChoice.objects.create(area=area, title=title, **values)
    ChoiceAmbition.objects.bulk_create(ChoiceAmbition(choice=choice, ambition=row) for row in ambitions)
    return choice


def make_friction(area: Area, text: str = "Water en bouwen willen hetzelfde dal.") -> Friction:
    first, second = (
        Challenge.objects.create(area=area, title=f"Opgave {next(_counter)}", theme=theme)
        for theme in ("water-bodem", "wonen")
    )
    return Friction.objects.create(area=area, first=first, second=second, text=text)


def make_figure(area: Area, **fields: Any) -> PerspectiveFigure:
    words = {"caption": "Waar de keuzes liggen", "alt": "Een kaart met vier vlakken.", **fields}
    return add_figure(area=area, actor=words.pop("actor", None) or _author(), taken=A_PICTURE, **words)


def make_province(area: Area, name: str = "Limburg") -> Province:
    province = Province.objects.get_or_create(name=name, slug=name.lower())[0]
    AreaProvince.objects.get_or_create(area=area, province=province)
    return province


def make_duo(area: Area, **fields: Any) -> Duo:
    values = {"national_side": "Minister", "regional_side": "Gedeputeerde", "valid_from": "2022-01-10", **fields}
    own = Duo.objects.filter(area=area, kind=DuoKind.EXECUTIVE)
    return own.first() or Duo.objects.create(area=area, kind=DuoKind.EXECUTIVE, **values)


def make_version(area: Area, author: User | None = None, **fields: Any) -> PerspectiveVersion:
    """Freeze the perspective, with a part when there is none."""
    if not PerspectiveSection.objects.filter(area=area).exists():
        make_section(area)
    return freeze_perspective(area=area, actor=author or _author(), **fields)


def make_approval(version: PerspectiveVersion, half: str = "rijk", **fields: Any) -> DuoApproval:
    make_duo(version.area)
    values = {"approved_on": timezone.localdate(), "note": "Brief", "actor": version.frozen_by, **fields}
    return approve_version(version=version, half=half, **values)


def make_board(area: Area, **fields: Any) -> Checkpoint:
    values = {
        "name": f"BO {next(_counter)}",
        "date": timezone.localdate(),
        "kind": CheckpointKind.BOARD_MEETING,
        **fields,
    }
    board = Checkpoint.objects.create(**values)
    board.areas.add(area)
    return board


def make_exchange(area: Area, province: Province, **fields: Any) -> Exchange:
    values = {"subject": "Beekdalzone", "block": "Kaart van het dal.", **fields}
    return Exchange.objects.create(area=area, province=province, **values)


def make_moment(area: Area, province: Province, **fields: Any) -> ExchangeMoment:
    values = {"date": timezone.localdate() + timedelta(days=30), "about": "Concept 3", **fields}
    return ExchangeMoment.objects.create(area=area, province=province, **values)


def make_involvement(
    area: Area, province: Province, subject: str = "wonen", degree: str = "direct", **fields: Any
) -> Involvement:
    return Involvement.objects.create(area=area, province=province, subject=subject, degree=degree, **fields)


def make_perspective(area: Area, author: User, party: Organisation) -> dict[str, Any]:
    """Make one of everything of a perspective; give the keys by name."""
    province = make_province(area)
    section, choice = make_section(area), make_choice(area, created_by=author)
    figure = make_figure(area, actor=author)
    version = make_version(area, author)
    ProvincialProposal.objects.create(area=area, province=province, stand="concept 2", as_of=timezone.localdate())
    said = Endorsement.objects.create(
        version=version, checkpoint=make_board(area), wording=Wording.ENDORSED, recorded_by=author
    )
    taken = Adoption.objects.create(
        version=version, organisation=party, body="College", decided_on=timezone.localdate(), recorded_by=author
    )
    return {
        "section": section.pk,
        "choice": choice.pk,
        "figure": figure.pk,
        "picture": figure.file.sha256,
        "perspective_version": version.pk,
        "approval": make_approval(version).pk,
        "endorsement": said.pk,
        "adoption": taken.pk,
        "exchange": make_exchange(area, province).pk,
        "exchange_moment": make_moment(area, province).pk,
        "involvement": make_involvement(area, province).pk,
    }
