"""Makers for the actions of the ontwikkelperspectief."""

from typing import Any

from areas.models import Province
from coalition.models import Ambition
from deliverables.perspective.approval.actions import (
    adopt_version,
    approve_version,
    endorse_version,
    remove_adoption,
    remove_endorsement,
    withdraw_approval,
)
from deliverables.perspective.approval.enums import Half, Wording
from deliverables.perspective.approval.models import Adoption, DuoApproval, Endorsement
from deliverables.perspective.choices.actions import ChoiceFacts, add_choice, change_choice, remove_choice
from deliverables.perspective.choices.models import MainChoice
from deliverables.perspective.exchange.actions import (
    ExchangeFacts,
    InvolvementFacts,
    MomentFacts,
    add_exchange,
    add_involvement,
    add_moment,
    change_exchange,
    change_involvement,
    change_moment,
    remove_exchange,
    remove_involvement,
    remove_moment,
    state_proposal,
)
from deliverables.perspective.exchange.enums import Degree
from deliverables.perspective.exchange.models import Exchange, ExchangeMoment, Involvement
from deliverables.perspective.figures.actions import add_figure, change_figure, remove_figure
from deliverables.perspective.figures.models import PerspectiveFigure
from deliverables.perspective.sections.actions import (
    add_section,
    begin_sections,
    change_section,
    move_section,
    remove_section,
)
from deliverables.perspective.sections.models import PerspectiveSection
from deliverables.perspective.template.actions import (
    add_template_row,
    begin_template,
    change_template_row,
    move_template_row,
    remove_template_row,
)
from deliverables.perspective.template.models import SectionTemplate
from deliverables.perspective.versions.actions import freeze_perspective, retry_perspective_version
from deliverables.perspective.versions.models import PerspectiveVersion
from novex_portal.toolkit.models import PdfStatus
from tests.deliverables.perspective.factories import make_board, make_section
from tests.factories import make_area
from tests.makers.ground import Ground, Makers
from tests.toolkit.files.brought import A_PICTURE


def _section(ground: Ground) -> PerspectiveSection:
    return ground.the(PerspectiveSection, "section")


def _choice(ground: Ground) -> MainChoice:
    return ground.the(MainChoice, "choice")


def _figure(ground: Ground) -> PerspectiveFigure:
    return ground.the(PerspectiveFigure, "figure")


def _version(ground: Ground) -> PerspectiveVersion:
    return ground.the(PerspectiveVersion, "perspective_version")


def _province(ground: Ground) -> Province:
    return Province.objects.get(slug="limburg")


def _failed(ground: Ground) -> dict[str, Any]:
    version = _version(ground)
    PerspectiveVersion.objects.filter(pk=version.pk).update(status=PdfStatus.FAILED, error="Te lang")
    return {"version": version}


def _moved(ground: Ground) -> dict[str, Any]:
    make_section(ground.area)
    return {"section": _section(ground), "places": 1}


def _facts(ground: Ground) -> ChoiceFacts:
    return ChoiceFacts("Het plateau houdt water vast", "Eerst boven.", ambitions=[ground.the(Ambition)])


def _begun(ground: Ground) -> dict[str, Any]:
    return {"area": make_area("nog-leeg")}


def _approval(ground: Ground) -> dict[str, Any]:
    return {"version": _version(ground), "half": Half.REGION, "approved_on": ground.today, "note": "Brief"}


def _adoption(ground: Ground) -> dict[str, Any]:
    return {"version": _version(ground), "organisation": ground.party(), "body": "Raad", "decided_on": ground.today}


def _words(ground: Ground) -> dict[str, Any]:
    return {"section": _section(ground), "version": 1, "heading": "Anders", "text": "Andere tekst."}


def _exchange(ground: Ground) -> ExchangeFacts:
    return ExchangeFacts(_province(ground), "Stations", block="4.200 woningen.", delivered_on=ground.today)


def _moment(ground: Ground) -> MomentFacts:
    return MomentFacts(_province(ground), ground.tomorrow, "Concept 4")


def _involvement(ground: Ground) -> InvolvementFacts:
    return InvolvementFacts(_province(ground), "energie", Degree.INDIRECT, organisation=ground.signer)


def _picture(ground: Ground) -> dict[str, Any]:
    return {"area": ground.area, "caption": "Kaart", "alt": "Drie vlakken.", "taken": A_PICTURE}


def _row(ground: Ground) -> dict[str, Any]:
    return {"row": ground.the(SectionTemplate, "template_row"), "version": 1}


def _moved_row(ground: Ground) -> dict[str, Any]:
    SectionTemplate.objects.create(heading="Nog een", rank=99)
    return {"row": ground.the(SectionTemplate, "template_row"), "places": 1}


def _no_template(ground: Ground) -> dict[str, Any]:
    SectionTemplate.objects.all().delete()
    return {}


MAKERS: Makers = {
    begin_template: _no_template,
    add_template_row: lambda g: {"heading": "Energie", "hint": "Waar de stroom vandaan komt."},
    change_template_row: lambda g: {**_row(g), "heading": "Anders", "hint": ""},
    move_template_row: _moved_row,
    remove_template_row: _row,
    begin_sections: _begun,
    add_section: lambda g: {"area": g.area, "heading": "Energie"},
    change_section: _words,
    move_section: _moved,
    remove_section: lambda g: {"section": _section(g), "version": 1},
    add_choice: lambda g: {"area": g.area, "facts": _facts(g)},
    change_choice: lambda g: {"choice": _choice(g), "version": 1, "facts": _facts(g)},
    remove_choice: lambda g: {"choice": _choice(g), "version": 1},
    add_figure: _picture,
    change_figure: lambda g: {"figure": _figure(g), "version": 1, "caption": "Kaart", "alt": "Een vlak."},
    remove_figure: lambda g: {"figure": _figure(g)},
    freeze_perspective: lambda g: {"area": g.area, "reason": "Voor het duo"},
    retry_perspective_version: _failed,
    approve_version: _approval,
    withdraw_approval: lambda g: {
        "approval": g.the(DuoApproval, "approval"),
        "withdrawn_on": g.today,
        "reason": "Cijfers.",
    },
    endorse_version: lambda g: {
        "version": _version(g),
        "checkpoint": make_board(g.area),
        "wording": Wording.NOTED,
    },
    remove_endorsement: lambda g: {"endorsement": g.the(Endorsement)},
    adopt_version: _adoption,
    remove_adoption: lambda g: {"adoption": g.the(Adoption)},
    state_proposal: lambda g: {
        "area": g.area,
        "province": _province(g),
        "version": 1,
        "stand": "concept 3",
        "as_of": g.today,
    },
    add_exchange: lambda g: {"area": g.area, "facts": _exchange(g)},
    change_exchange: lambda g: {"row": g.the(Exchange), "version": 1, "facts": _exchange(g)},
    remove_exchange: lambda g: {"row": g.the(Exchange), "version": 1},
    add_moment: lambda g: {"area": g.area, "facts": _moment(g)},
    change_moment: lambda g: {"row": g.the(ExchangeMoment, "exchange_moment"), "version": 1, "facts": _moment(g)},
    remove_moment: lambda g: {"row": g.the(ExchangeMoment, "exchange_moment"), "version": 1},
    add_involvement: lambda g: {"area": g.area, "facts": _involvement(g)},
    change_involvement: lambda g: {"row": g.the(Involvement), "version": 1, "facts": _involvement(g)},
    remove_involvement: lambda g: {"row": g.the(Involvement), "version": 1},
}
